"""Departments over time: codes, places, former names, and what was done to them by whom."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_25_orgs"
down_revision: str | None = "2026_11_21_talk"
branch_labels = None
depends_on = None

BEFORE = "uq_departments_organization_id_path"
NOW = "uq_departments_organization_id_path_is_open"
CODES = "uq_departments_organization_id_code_is_open"


def upgrade() -> None:
    with op.batch_alter_table("organizations") as table:
        table.add_column(sa.Column("request_key", sa.String(26)))
    _departments()
    _names()
    _changes()


def downgrade() -> None:
    op.drop_table("department_changes")
    op.drop_table("department_names")
    # Without a time there can be no closed ones: what leaned on them leans on nothing.
    op.execute(
        "UPDATE postings SET department_id = NULL WHERE department_id IN (SELECT id FROM departments WHERE is_open IS NULL)"
    )
    op.execute(
        "UPDATE departments SET parent_id = NULL WHERE parent_id IN (SELECT id FROM departments WHERE is_open IS NULL)"
    )
    op.execute("UPDATE departments SET successor_id = NULL")
    op.execute("DELETE FROM departments WHERE is_open IS NULL")
    with op.batch_alter_table("departments") as table:
        table.drop_constraint(CODES, type_="unique")
        table.drop_constraint(NOW, type_="unique")
        table.drop_constraint("fk_departments_successor_id_departments", type_="foreignkey")
        for column in (
            "successor_id",
            "closed_at",
            "opened_at",
            "is_open",
            "extension",
            "floor",
            "place",
            "code",
        ):
            table.drop_column(column)
        table.create_unique_constraint(BEFORE, ["organization_id", "path"])
    with op.batch_alter_table("organizations") as table:
        table.drop_column("request_key")


def _departments() -> None:
    with op.batch_alter_table("departments") as table:
        table.add_column(sa.Column("code", sa.String(40)))
        for column in ("place", "floor", "extension"):
            table.add_column(sa.Column(column, sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("is_open", sa.Boolean()))
        table.add_column(sa.Column("opened_at", MOMENT))
        table.add_column(sa.Column("closed_at", MOMENT))
        table.add_column(sa.Column("successor_id", sa.Uuid()))
        table.drop_constraint(BEFORE, type_="unique")
    # Units that are there have been there as long as their organization, as far as anybody knows.
    op.execute(
        "UPDATE departments SET is_open = true, opened_at ="
        " (SELECT created_at FROM organizations WHERE organizations.id = departments.organization_id)"
    )
    with op.batch_alter_table("departments") as table:
        table.alter_column("opened_at", nullable=False)
        table.create_unique_constraint(NOW, ["organization_id", "path", "is_open"])
        table.create_unique_constraint(CODES, ["organization_id", "code", "is_open"])
        table.create_foreign_key(
            "fk_departments_successor_id_departments",
            "departments",
            ["successor_id"],
            ["id"],
            ondelete="SET NULL",
        )


def _names() -> None:
    op.create_table(
        "department_names",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_department_names"),
        leans_on("departments", "department_names", "department_id", ondelete="CASCADE"),
    )
    op.create_index("ix_department_names_department_id_until", "department_names", ["department_id", "until"])


def _changes() -> None:
    op.create_table(
        "department_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.Uuid()),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("before", JSON, nullable=False),
        sa.Column("after", JSON, nullable=False),
        sa.Column("import_id", sa.Uuid()),
        sa.Column("request_key", sa.String(26)),
        sa.PrimaryKeyConstraint("id", name="pk_department_changes"),
        leans_on("organizations", "department_changes", "organization_id", ondelete="CASCADE"),
        leans_on("departments", "department_changes", "department_id", ondelete="CASCADE"),
    )
    op.create_index("ix_department_changes_department_id_id", "department_changes", ["department_id", "id"])
    op.create_index("ix_department_changes_by_request_key", "department_changes", ["by", "request_key"])
