"""Findable people: who lets people of other bodies find them, and since when."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_findable"
down_revision: str | None = "2026_11_27_handovers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "findable_people",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_findable_people"),
        leans_on("accounts", "findable_people", "account_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("findable_people")
