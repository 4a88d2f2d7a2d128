"""Sessions that are locked, tries to sign in that failed, and the first day of a person."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_25_sessions"
down_revision: str | None = "2026_11_25_accounts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("locked_at", MOMENT))
    op.add_column("accounts", sa.Column("welcomed_at", MOMENT))
    # Whoever has chosen a password has had their first day.
    op.execute(
        "UPDATE accounts SET welcomed_at = coalesce(password_changed_at, created_at) WHERE password_hash IS NOT NULL"
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("last_address", sa.String(64), nullable=False),
        sa.Column("last_zone", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "day", name="pk_sign_in_failures"),
        leans_on("accounts", "sign_in_failures", "account_id", ondelete="CASCADE"),
    )
    op.create_index("ix_sign_in_failures_day", "sign_in_failures", ["day"])
    op.create_table(
        "corrections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("settled_at", MOMENT),
        sa.Column("settled_by", sa.Uuid()),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        leans_on("tenants", "corrections", "tenant_id", ondelete="CASCADE"),
        leans_on("accounts", "corrections", "account_id", ondelete="CASCADE"),
    )
    op.create_index("ix_corrections_tenant_id_settled_at", "corrections", ["tenant_id", "settled_at"])
    op.create_index("ix_corrections_account_id", "corrections", ["account_id"])


def downgrade() -> None:
    op.drop_table("corrections")
    op.drop_table("sign_in_failures")
    op.drop_column("accounts", "welcomed_at")
    op.drop_column("sessions", "locked_at")
