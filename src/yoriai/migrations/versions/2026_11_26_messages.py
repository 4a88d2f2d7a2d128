"""Messages that answer others, and what becomes of those that were edited or taken back."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import leans_on

revision: str = "2026_11_26_messages"
down_revision: str | None = "2026_11_26_rooms"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("messages") as messages:
        messages.add_column(sa.Column("quote_id", sa.Uuid()))
        messages.add_column(sa.Column("withdrawal", sa.String(16)))
        messages.add_column(sa.Column("withdrawn_by", sa.Uuid()))
        messages.create_foreign_key(
            "fk_messages_quote_id_messages", "messages", ["quote_id"], ["id"], ondelete="SET NULL"
        )
        messages.create_foreign_key("fk_messages_withdrawn_by_accounts", "accounts", ["withdrawn_by"], ["id"])
    few = sa.text("quote_id IS NOT NULL")
    op.create_index("ix_messages_quote_id", "messages", ["quote_id"], sqlite_where=few, postgresql_where=few)
    with op.batch_alter_table("message_versions") as versions:
        versions.add_column(sa.Column("reason", sa.Text()))
    op.create_table(
        "blanks",
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("room_id", "ordinal", name="pk_blanks"),
        leans_on("rooms", "blanks", "room_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("blanks")
    with op.batch_alter_table("message_versions") as versions:
        versions.drop_column("reason")
    op.drop_index("ix_messages_quote_id", "messages")
    with op.batch_alter_table("messages") as messages:
        messages.drop_constraint("fk_messages_withdrawn_by_accounts", type_="foreignkey")
        messages.drop_constraint("fk_messages_quote_id_messages", type_="foreignkey")
        for column in ("withdrawn_by", "withdrawal", "quote_id"):
            messages.drop_column(column)
