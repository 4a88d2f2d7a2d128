"""What is written but not sent yet: drafts, and messages with a time."""

revision: str = "2026_11_26_drafts"
down_revision: str | None = "2026_11_26_threads"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
