"""What was taken out as a file about many people, by whom and why."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_taken_out"
down_revision: str | None = "2026_11_27_packs"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "taken_out",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("act", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_taken_out"),
        leans_on("tenants", "taken_out", "tenant_id", ondelete="CASCADE"),
        leans_on("accounts", "taken_out", "account_id", ondelete="CASCADE"),
    )
    op.create_index("ix_taken_out_tenant_id_id", "taken_out", ["tenant_id", "id"])


def downgrade() -> None:
    op.drop_table("taken_out")
