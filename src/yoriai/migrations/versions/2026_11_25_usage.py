"""Month ends that are counted once and never again, and who used the product in a month."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_25_usage"
down_revision: str | None = "2026_11_25_rooms"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "month_uses",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("month", "account_id", name="pk_month_uses"),
        leans_on("accounts", "month_uses", "account_id", ondelete="CASCADE"),
    )
    op.create_table(
        "month_ends",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("employment_type", sa.String(16), nullable=False),
        sa.Column("registered", sa.Integer(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("suspended", sa.Integer(), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=False),
        sa.Column("made_up", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "month", "department", "employment_type", name="pk_month_ends"),
        leans_on("tenants", "month_ends", "tenant_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("month_ends")
    op.drop_table("month_uses")
