"""Month ends that are counted once and never again."""

revision: str = "2026_11_25_usage"
down_revision: str | None = "2026_11_25_rooms"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
