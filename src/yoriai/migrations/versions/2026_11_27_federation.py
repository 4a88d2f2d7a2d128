"""Other bodies: what is known of each, which of them are in a room, and who sits in a room through their own body."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_27_federation"
down_revision: str | None = "2026_11_26_second_factor"
branch_labels = None
depends_on = None

BODIES = "SELECT count(*) FROM memberships WHERE body_id IS NOT NULL AND is_open"
STOPS = "ほかの団体を通してルームにいる人が {count} 人います。前の版はこれを知りません。先にその団体にルームから出てもらってください。"


def upgrade() -> None:
    with op.batch_alter_table("tenants") as tenants:
        tenants.add_column(sa.Column("prefecture", sa.Integer()))
        tenants.add_column(sa.Column("population", sa.Integer()))
    with op.batch_alter_table("rooms") as rooms:
        rooms.add_column(sa.Column("withheld", JSON, server_default="[]", nullable=False))
    with op.batch_alter_table("memberships") as memberships:
        memberships.add_column(sa.Column("body_id", sa.Uuid()))
    op.create_table(
        "room_bodies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid()),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("is_open", sa.Boolean()),
        sa.Column("manager_id", sa.Uuid()),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("joined_at", MOMENT),
        sa.Column("since_ordinal", sa.BigInteger()),
        sa.Column("ended_by", sa.Uuid()),
        sa.Column("ended_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_room_bodies"),
        sa.UniqueConstraint(
            "room_id", "tenant_id", "is_open", name="uq_room_bodies_room_id_tenant_id_is_open"
        ),
        leans_on("rooms", "room_bodies", "room_id", ondelete="CASCADE"),
        leans_on("tenants", "room_bodies", "tenant_id", ondelete="CASCADE"),
        leans_on("departments", "room_bodies", "department_id", ondelete="SET NULL"),
        leans_on("accounts", "room_bodies", "manager_id"),
        leans_on("accounts", "room_bodies", "made_by"),
        leans_on("accounts", "room_bodies", "ended_by"),
    )
    op.create_index("ix_room_bodies_tenant_id_is_open", "room_bodies", ["tenant_id", "is_open"])


def downgrade() -> None:
    count = op.get_bind().scalar(sa.text(BODIES))
    if count:
        raise RuntimeError(STOPS.format(count=count))
    op.drop_table("room_bodies")
    with op.batch_alter_table("memberships") as memberships:
        memberships.drop_column("body_id")
    with op.batch_alter_table("rooms") as rooms:
        rooms.drop_column("withheld")
    with op.batch_alter_table("tenants") as tenants:
        tenants.drop_column("population")
        tenants.drop_column("prefecture")
