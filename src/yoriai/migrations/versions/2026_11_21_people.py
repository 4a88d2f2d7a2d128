"""Municipalities, their departments and people, and sessions."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_21_people"
down_revision: str | None = "2026_11_21_machinery"
branch_labels = None
depends_on = None

# In the order in which they can go.
TABLES = ("sessions", "postings", "accounts", "departments", "organizations", "tenants")


def upgrade() -> None:
    _bodies()
    _departments()
    _accounts()
    _postings()
    _sessions()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _bodies() -> None:
    op.create_table(
        "tenants",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("switched_off", JSON, nullable=False),
        sa.Column("policies", JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tenants"),
        sa.UniqueConstraint("code", name="uq_tenants_code"),
    )
    op.create_table(
        "organizations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("display_order", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organizations"),
        leans_on("tenants", "organizations", "tenant_id", ondelete="CASCADE"),
    )
    op.create_index("ix_organizations_tenant_id", "organizations", ["tenant_id"])


def _departments() -> None:
    op.create_table(
        "departments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid()),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("display_order", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_departments"),
        sa.UniqueConstraint("organization_id", "path", name="uq_departments_organization_id_path"),
        leans_on("organizations", "departments", "organization_id", ondelete="CASCADE"),
        leans_on("departments", "departments", "parent_id", ondelete="RESTRICT"),
    )
    op.create_index("ix_departments_parent_id", "departments", ["parent_id"])


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("login_id", sa.String(64), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("kana", sa.Text(), nullable=False),
        sa.Column("kana_order", sa.LargeBinary(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("email", sa.String(254)),
        sa.Column("employment_type", sa.String(16), nullable=False),
        sa.Column("job_title", sa.Text(), nullable=False),
        sa.Column("extension", sa.Text(), nullable=False),
        sa.Column("display_order", sa.Integer()),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("ends_on", sa.Date()),
        sa.Column("roles", JSON, nullable=False),
        sa.Column("password_hash", sa.Text()),
        sa.Column("password_changed_at", MOMENT),
        sa.Column("first_password_mac", sa.String(64)),
        sa.Column("first_password_expires_at", MOMENT),
        sa.Column("signed_out_at", MOMENT),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("tenant_id", "email", name="uq_accounts_tenant_id_email"),
        sa.UniqueConstraint("tenant_id", "login_id", name="uq_accounts_tenant_id_login_id"),
        leans_on("tenants", "accounts", "tenant_id", ondelete="CASCADE"),
    )
    op.create_index("ix_accounts_tenant_id_kana_order_id", "accounts", ["tenant_id", "kana_order", "id"])


def _postings() -> None:
    op.create_table(
        "postings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid()),
        sa.Column("main", sa.Boolean()),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_postings"),
        sa.UniqueConstraint("account_id", "main", name="uq_postings_account_id_main"),
        leans_on("accounts", "postings", "account_id", ondelete="CASCADE"),
        leans_on("organizations", "postings", "organization_id", ondelete="CASCADE"),
        leans_on("departments", "postings", "department_id", ondelete="RESTRICT"),
    )
    op.create_index("ix_postings_organization_id", "postings", ["organization_id"])
    op.create_index("ix_postings_department_id", "postings", ["department_id"])


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("zone", sa.String(16), nullable=False),
        sa.Column("device_id", sa.Uuid()),
        sa.Column("client_kind", sa.String(16), nullable=False),
        sa.Column("address", sa.String(64), nullable=False),
        sa.Column("user_agent", sa.Text(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("last_used_at", MOMENT, nullable=False),
        sa.Column("idle_until", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("token_hash", name="uq_sessions_token_hash"),
        leans_on("accounts", "sessions", "account_id", ondelete="CASCADE"),
    )
    op.create_index("ix_sessions_account_id_ended_at", "sessions", ["account_id", "ended_at"])
    for column in ("ended_at", "expires_at", "idle_until"):
        op.create_index(f"ix_sessions_{column}", "sessions", [column])
