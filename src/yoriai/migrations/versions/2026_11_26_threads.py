"""Answers that are kept together under the message they answer."""

revision: str = "2026_11_26_threads"
down_revision: str | None = "2026_11_26_mentions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
