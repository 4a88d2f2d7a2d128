"""Rooms of departments, the room to practise in, and who changed what of a body."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_25_rooms"
down_revision: str | None = "2026_11_25_self"
branch_labels = None
depends_on = None

OF_NOBODYS = (
    "DELETE FROM message_versions WHERE message_id IN"
    " (SELECT m.id FROM messages m JOIN rooms r ON r.id = m.room_id WHERE r.opened_by IS NULL)",
    "DELETE FROM messages WHERE room_id IN (SELECT id FROM rooms WHERE opened_by IS NULL)",
    "DELETE FROM read_marks WHERE room_id IN (SELECT id FROM rooms WHERE opened_by IS NULL)",
    "DELETE FROM memberships WHERE room_id IN (SELECT id FROM rooms WHERE opened_by IS NULL)",
    "DELETE FROM rooms WHERE opened_by IS NULL",
)
"""A room that nobody has opened cannot be held any more, nor what was said in it."""
OF_DEPARTMENT = "fk_rooms_department_id_departments"


def upgrade() -> None:
    with op.batch_alter_table("rooms") as rooms:
        rooms.add_column(sa.Column("department_id", sa.Uuid()))
        rooms.create_foreign_key(OF_DEPARTMENT, "departments", ["department_id"], ["id"], ondelete="SET NULL")
        rooms.alter_column("opened_by", existing_type=sa.Uuid(), nullable=True)
        rooms.create_unique_constraint("uq_rooms_department_id", ["department_id"])
    op.create_table(
        "body_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.Uuid()),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("before", JSON, nullable=False),
        sa.Column("after", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_body_changes"),
        leans_on("tenants", "body_changes", "tenant_id", ondelete="CASCADE"),
    )
    op.create_index(
        "ix_body_changes_tenant_id_kind_name_id", "body_changes", ["tenant_id", "kind", "name", "id"]
    )

    op.create_table(
        "practices",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("helper_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_practices"),
        sa.UniqueConstraint("room_id", name="uq_practices_room_id"),
        leans_on("accounts", "practices", "account_id", ondelete="CASCADE"),
        leans_on("rooms", "practices", "room_id", ondelete="CASCADE"),
        leans_on("accounts", "practices", "helper_id"),
    )


def downgrade() -> None:
    op.drop_table("practices")
    op.drop_table("body_changes")
    for statement in OF_NOBODYS:
        op.execute(statement)
    with op.batch_alter_table("rooms") as rooms:
        rooms.alter_column("opened_by", existing_type=sa.Uuid(), nullable=False)
        rooms.drop_constraint("uq_rooms_department_id", type_="unique")
        rooms.drop_constraint(OF_DEPARTMENT, type_="foreignkey")
        rooms.drop_column("department_id")
