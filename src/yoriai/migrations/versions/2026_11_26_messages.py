"""Messages that answer others, and what becomes of those that were edited or taken back."""

revision: str = "2026_11_26_messages"
down_revision: str | None = "2026_11_26_rooms"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
