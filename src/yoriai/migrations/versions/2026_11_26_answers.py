"""Reactions to messages, and messages that stand at the top of a room."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_26_answers"
down_revision: str | None = "2026_11_26_messages"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reactions",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("reacted_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("message_id", "kind", "account_id", name="pk_reactions"),
        leans_on("messages", "reactions", "message_id", ondelete="CASCADE"),
        leans_on("accounts", "reactions", "account_id"),
    )
    op.create_table(
        "pins",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("pinned_by", sa.Uuid(), nullable=False),
        sa.Column("pinned_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("message_id", name="pk_pins"),
        leans_on("messages", "pins", "message_id", ondelete="CASCADE"),
        leans_on("rooms", "pins", "room_id", ondelete="CASCADE"),
        leans_on("accounts", "pins", "pinned_by"),
    )
    op.create_index("ix_pins_room_id", "pins", ["room_id"])


def downgrade() -> None:
    op.drop_table("pins")
    op.drop_table("reactions")
