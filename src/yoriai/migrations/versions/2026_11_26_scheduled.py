"""Messages that are written now and sent at a time of their author's choice."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_26_scheduled"
down_revision: str | None = "2026_11_26_drafts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scheduled",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("send_key", sa.String(26), nullable=False),
        sa.Column("parts", JSON, nullable=False),
        sa.Column("quote_id", sa.Uuid()),
        sa.Column("thread_id", sa.Uuid()),
        sa.Column("in_room", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(16), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("refused", sa.String(60)),
        sa.Column("details", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_scheduled"),
        sa.UniqueConstraint(
            "account_id", "room_id", "send_key", name="uq_scheduled_account_id_room_id_send_key"
        ),
        leans_on("accounts", "scheduled", "account_id", ondelete="CASCADE"),
        leans_on("rooms", "scheduled", "room_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("scheduled")
