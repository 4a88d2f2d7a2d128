"""Rooms of departments, the room to practise in, and who changed what of a body."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_25_rooms"
down_revision: str | None = "2026_11_25_self"
branch_labels = None
depends_on = None

OF_DEPARTMENT = "fk_rooms_department_id_departments"


def upgrade() -> None:
    with op.batch_alter_table("rooms") as rooms:
        rooms.add_column(sa.Column("department_id", sa.Uuid()))
        rooms.create_foreign_key(OF_DEPARTMENT, "departments", ["department_id"], ["id"], ondelete="SET NULL")
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


def downgrade() -> None:
    op.drop_table("body_changes")
    with op.batch_alter_table("rooms") as rooms:
        rooms.drop_constraint("uq_rooms_department_id", type_="unique")
        rooms.drop_constraint(OF_DEPARTMENT, type_="foreignkey")
        rooms.drop_column("department_id")
