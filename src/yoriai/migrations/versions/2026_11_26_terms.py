"""When a room ends, and the quiet lines in it that say who came and went and what was set otherwise."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_26_terms"
down_revision: str | None = "2026_11_26_shelf"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rooms", sa.Column("ends_on", sa.Date()))
    op.add_column("rooms", sa.Column("end_told", sa.Date()))
    few = sa.text("ends_on IS NOT NULL")
    op.create_index("ix_rooms_ends_on", "rooms", ["ends_on"], sqlite_where=few, postgresql_where=few)
    op.create_table(
        "room_lines",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("after_ordinal", sa.BigInteger(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("by", sa.Uuid()),
        sa.Column("who", JSON, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_room_lines"),
        leans_on("rooms", "room_lines", "room_id", ondelete="CASCADE"),
        leans_on("accounts", "room_lines", "by"),
    )
    op.create_index("ix_room_lines_room_id_after_ordinal", "room_lines", ["room_id", "after_ordinal"])


def downgrade() -> None:
    op.drop_table("room_lines")
    op.drop_index("ix_rooms_ends_on", "rooms")
    with op.batch_alter_table("rooms") as rooms:
        rooms.drop_column("end_told")
        rooms.drop_column("ends_on")
