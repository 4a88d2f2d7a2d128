"""Messages that somebody keeps for later, with a time to be reminded of them or without."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_26_later"
down_revision: str | None = "2026_11_26_scheduled"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "laters",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("remind_at", MOMENT, nullable=True),
        sa.Column("rung_at", MOMENT, nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("account_id", "message_id", name="pk_laters"),
        leans_on("accounts", "laters", "account_id", ondelete="CASCADE"),
        leans_on("messages", "laters", "message_id", ondelete="CASCADE"),
        leans_on("rooms", "laters", "room_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("laters")
