"""Reactions to messages, and messages that stand at the top of a room."""

revision: str = "2026_11_26_answers"
down_revision: str | None = "2026_11_26_messages"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
