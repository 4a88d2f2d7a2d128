"""Whether a room has been told that it is read from Internet devices (ZONE-4). What is so already is told to nobody."""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_27_told_of_outside"
down_revision: str | None = "2026_11_27_held_seats"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("rooms") as rooms:
        rooms.add_column(sa.Column("outside_told", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(
        "UPDATE rooms SET outside_told = true WHERE EXISTS (SELECT 1 FROM memberships m"
        " JOIN sessions s ON s.account_id = m.account_id WHERE m.room_id = rooms.id AND m.is_open"
        " AND s.zone = 'internet')"
    )


def downgrade() -> None:
    with op.batch_alter_table("rooms") as rooms:
        rooms.drop_column("outside_told")
