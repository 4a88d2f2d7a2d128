"""The second factor, its recovery codes, and when a session last proved itself."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import cast

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_26_second_factor"
down_revision: str | None = "2026_11_26_audit"
branch_labels = None
depends_on = None

GRACE = timedelta(days=14)
"""Bodies that were there before are asked from this day on, so that no upgrade locks anybody out."""
TENANTS = sa.table("tenants", sa.column("id", sa.Uuid()), sa.column("policies", JSON))


def upgrade() -> None:
    op.add_column("sessions", sa.Column("proved_at", MOMENT))
    op.create_table(
        "second_factors",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("set_up_at", MOMENT, nullable=False),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_second_factors"),
        leans_on("accounts", "second_factors", "account_id", ondelete="CASCADE"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("mac", sa.String(64), nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("account_id", "mac", name="pk_recovery_codes"),
        leans_on("accounts", "recovery_codes", "account_id", ondelete="CASCADE"),
    )
    _put_off()


def downgrade() -> None:
    op.drop_table("recovery_codes")
    op.drop_table("second_factors")
    op.drop_column("sessions", "proved_at")


def _put_off() -> None:
    here = op.get_bind()
    starts_on = (datetime.now(UTC) + timedelta(hours=9) + GRACE).date().isoformat()
    for tenant_id, kept in here.execute(sa.select(TENANTS.c.id, TENANTS.c.policies)).all():
        policies = cast("Mapping[str, Mapping[str, object]]", kept or {})
        rules = {"second": {"starts_on": starts_on}} | dict(policies.get("sign_in", {}))
        changed = dict(policies) | {"sign_in": rules}
        here.execute(sa.update(TENANTS).where(TENANTS.c.id == tenant_id).values(policies=changed))
