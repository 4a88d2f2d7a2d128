"""ITリーダー: roles that hold in one unit and below it."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_unit_roles"
down_revision: str | None = "2026_11_27_whereabouts"
branch_labels = None
depends_on = None

LEADERS = "SELECT count(*) FROM unit_roles"
STOPS = "ITリーダーが {count} 人います。前の版はこれを知りません。先に「管理 › ITリーダー」で全員を解いてください。"


def upgrade() -> None:
    op.create_table(
        "unit_roles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("by", sa.Uuid()),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unit_roles"),
        sa.UniqueConstraint(
            "account_id", "department_id", "role", name="uq_unit_roles_account_id_department_id_role"
        ),
        leans_on("accounts", "unit_roles", "account_id", ondelete="CASCADE"),
        leans_on("departments", "unit_roles", "department_id", ondelete="CASCADE"),
    )
    op.create_index("ix_unit_roles_department_id", "unit_roles", ["department_id"])


def downgrade() -> None:
    count = op.get_bind().scalar(sa.text(LEADERS))
    if count:
        raise RuntimeError(STOPS.format(count=count))
    op.drop_table("unit_roles")
