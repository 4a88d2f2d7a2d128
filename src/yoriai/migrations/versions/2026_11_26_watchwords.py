"""Words that somebody watches for, and the messages that have called them by one."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_26_watchwords"
down_revision: str | None = "2026_11_26_later"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "watchwords",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_watchwords"),
        sa.UniqueConstraint("account_id", "folded", name="uq_watchwords_account_id_folded"),
        leans_on("accounts", "watchwords", "account_id", ondelete="CASCADE"),
    )
    op.create_table(
        "word_calls",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("words", JSON, nullable=False),
        sa.PrimaryKeyConstraint("message_id", "account_id", name="pk_word_calls"),
        leans_on("accounts", "word_calls", "account_id", ondelete="CASCADE"),
        leans_on("messages", "word_calls", "message_id", ondelete="CASCADE"),
        leans_on("rooms", "word_calls", "room_id", ondelete="CASCADE"),
    )
    op.create_index(
        "ix_word_calls_room_id_account_id_ordinal", "word_calls", ["room_id", "account_id", "ordinal"]
    )


def downgrade() -> None:
    op.drop_table("word_calls")
    op.drop_table("watchwords")
