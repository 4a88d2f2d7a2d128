"""Handovers: who was moved out of a unit's room and still reads there, and until when."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_handovers"
down_revision: str | None = "2026_11_27_department_accounts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("since_ordinal", sa.BigInteger(), nullable=False),
        sa.Column("until_ordinal", sa.BigInteger(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_handovers"),
        sa.UniqueConstraint("account_id", "room_id", name="uq_handovers_account_id_room_id"),
        leans_on("accounts", "handovers", "account_id"),
        leans_on("rooms", "handovers", "room_id", ondelete="CASCADE"),
    )
    op.create_index("ix_handovers_room_id", "handovers", ["room_id"])
    op.create_index("ix_handovers_last_day", "handovers", ["last_day"])


def downgrade() -> None:
    op.drop_table("handovers")
