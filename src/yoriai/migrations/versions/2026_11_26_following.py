"""Open rooms that somebody follows without being in them, and how far they have looked."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_26_following"
down_revision: str | None = "2026_11_26_watchwords"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "followings",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("since_ordinal", sa.BigInteger(), nullable=False),
        sa.Column("seen_ordinal", sa.BigInteger(), nullable=False),
        sa.Column("followed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", "room_id", name="pk_followings"),
        leans_on("accounts", "followings", "account_id"),
        leans_on("rooms", "followings", "room_id", ondelete="CASCADE"),
    )
    op.create_index("ix_followings_room_id", "followings", ["room_id"])


def downgrade() -> None:
    op.drop_table("followings")
