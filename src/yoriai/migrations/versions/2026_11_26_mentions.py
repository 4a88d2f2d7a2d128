"""Who is named in a message, and which rooms speak up only then."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import leans_on

revision: str = "2026_11_26_mentions"
down_revision: str | None = "2026_11_26_terms"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mentions",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("target", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("message_id", "target", "account_id", name="pk_mentions"),
        leans_on("messages", "mentions", "message_id", ondelete="CASCADE"),
        leans_on("accounts", "mentions", "account_id"),
        leans_on("rooms", "mentions", "room_id", ondelete="CASCADE"),
    )
    op.create_index("ix_mentions_room_id_ordinal", "mentions", ["room_id", "ordinal"])
    with op.batch_alter_table("memberships") as memberships:
        memberships.add_column(sa.Column("notify", sa.String(16), server_default="all", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("memberships") as memberships:
        memberships.drop_column("notify")
    op.drop_index("ix_mentions_room_id_ordinal", "mentions")
    op.drop_table("mentions")
