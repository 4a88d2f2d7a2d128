"""Requests about accounts: what a unit asks for, who passed it on, and what became of it."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_account_requests"
down_revision: str | None = "2026_11_27_told_of_outside"
branch_labels = None
depends_on = None
HERE = "account_requests"


def upgrade() -> None:
    op.create_table(
        HERE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("lapses_at", MOMENT, nullable=False),
        sa.Column("request_key", sa.String(26), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("login_id", sa.String(64), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("kana", sa.Text(), nullable=False),
        sa.Column("employment_type", sa.String(16), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("leader_id", sa.Uuid(), nullable=True),
        sa.Column("passed_at", MOMENT, nullable=True),
        sa.Column("answerer_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account_requests"),
        sa.UniqueConstraint("asker_id", "request_key", name="uq_account_requests_asker_id_request_key"),
        leans_on("tenants", HERE, "tenant_id", ondelete="CASCADE"),
        leans_on("departments", HERE, "department_id", ondelete="CASCADE"),
        leans_on("accounts", HERE, "asker_id"),
        leans_on("accounts", HERE, "account_id"),
        leans_on("accounts", HERE, "leader_id"),
        leans_on("accounts", HERE, "answerer_id"),
    )
    op.create_index("ix_account_requests_tenant_id_id", HERE, ["tenant_id", "id"])
    op.create_index("ix_account_requests_department_id_id", HERE, ["department_id", "id"])


def downgrade() -> None:
    op.drop_table(HERE)
