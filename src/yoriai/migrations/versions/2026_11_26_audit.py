"""The audit log: a chain of rows for each body, its heads, and what stands around it."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT

revision: str = "2026_11_26_audit"
down_revision: str | None = "2026_11_26_guests"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _entries()
    _heads()
    _around()


def _entries() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("kind", sa.String(80), nullable=False),
        sa.Column("outcome", sa.String(8), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("account_name", sa.Text(), nullable=False),
        sa.Column("account_kind", sa.String(16), nullable=False),
        sa.Column("on_behalf_of", sa.Uuid(), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("zone", sa.String(16), nullable=True),
        sa.Column("address", sa.String(64), nullable=True),
        sa.Column("request_id", sa.String(40), nullable=True),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "number", name="pk_audit_entries"),
    )
    of_a_request = sa.text("request_id IS NOT NULL")
    op.create_index(
        "ix_audit_entries_request_id",
        "audit_entries",
        ["request_id"],
        sqlite_where=of_a_request,
        postgresql_where=of_a_request,
    )
    op.create_index("ix_audit_entries_tenant_id_at_number", "audit_entries", ["tenant_id", "at", "number"])
    op.create_index(
        "ix_audit_entries_tenant_id_account_id_at", "audit_entries", ["tenant_id", "account_id", "at"]
    )


def _heads() -> None:
    op.create_table(
        "audit_heads",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name="pk_audit_heads"),
    )


def _around() -> None:
    op.create_table(
        "audit_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("trouble", sa.String(24), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit_checks"),
    )
    op.create_index("ix_audit_checks_tenant_id_at", "audit_checks", ["tenant_id", "at"])
    op.create_table(
        "audit_exports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_exports"),
    )
    op.create_table(
        "audit_archives",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("first_at", MOMENT, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("file", sa.String(120), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("archived_at", MOMENT, nullable=False),
        sa.Column("dropped_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "last", name="pk_audit_archives"),
    )


def downgrade() -> None:
    op.drop_table("audit_archives")
    op.drop_table("audit_exports")
    op.drop_table("audit_checks")
    op.drop_table("audit_heads")
    op.drop_table("audit_entries")
