"""Who is absent for days, and who acts for them."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import leans_on

revision: str = "2026_11_27_absences"
down_revision: str | None = "2026_11_27_unit_roles"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("deputy_id", sa.Uuid()),
        sa.PrimaryKeyConstraint("account_id", name="pk_absences"),
        leans_on("accounts", "absences", "account_id", ondelete="CASCADE"),
        leans_on("accounts", "absences", "deputy_id", ondelete="SET NULL"),
    )
    op.create_index("ix_absences_deputy_id", "absences", ["deputy_id"])


def downgrade() -> None:
    op.drop_table("absences")
