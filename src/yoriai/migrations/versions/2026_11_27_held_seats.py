"""Seats that are held for the account of a unit: whoever may speak in its name sits there as the unit (ORG-6)."""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_27_held_seats"
down_revision: str | None = "2026_11_27_shown_counts"
branch_labels = None
depends_on = None

UNITS = (
    "SELECT count(DISTINCT m.room_id) FROM memberships m JOIN accounts a ON a.id = m.account_id"
    " WHERE a.kind = 'department'"
)
STOPS = "所属アカウントがいるルームが {count} 室あります。前の版では、その担当の人が自分の名前でいる人になってしまいます。"


def upgrade() -> None:
    few = sa.text("held_for IS NOT NULL")
    with op.batch_alter_table("memberships") as memberships:
        memberships.add_column(sa.Column("held_for", sa.Uuid()))
    op.create_index(
        "ix_memberships_room_id", "memberships", ["room_id"], postgresql_where=few, sqlite_where=few
    )


def downgrade() -> None:
    count = op.get_bind().scalar(sa.text(UNITS))
    if count:
        raise RuntimeError(STOPS.format(count=count))
    op.drop_index("ix_memberships_room_id", "memberships")
    with op.batch_alter_table("memberships") as memberships:
        memberships.drop_column("held_for")
