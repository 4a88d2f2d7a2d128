"""Answers that are kept together under the message they answer."""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_26_threads"
down_revision: str | None = "2026_11_26_mentions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("messages") as messages:
        messages.add_column(sa.Column("thread_id", sa.Uuid()))
        messages.add_column(sa.Column("in_room", sa.Boolean(), server_default=sa.true(), nullable=False))
        messages.create_foreign_key(
            "fk_messages_thread_id_messages", "messages", ["thread_id"], ["id"], ondelete="CASCADE"
        )
    few = sa.text("thread_id IS NOT NULL")
    op.create_index(
        "ix_messages_thread_id", "messages", ["thread_id"], sqlite_where=few, postgresql_where=few
    )


def downgrade() -> None:
    op.drop_index("ix_messages_thread_id", "messages")
    with op.batch_alter_table("messages") as messages:
        messages.drop_constraint("fk_messages_thread_id_messages", type_="foreignkey")
        messages.drop_column("in_room")
        messages.drop_column("thread_id")
