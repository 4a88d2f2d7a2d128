"""Inspections: rooms that two administrators read together, why, and until when."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_inspections"
down_revision: str | None = "2026_11_27_absences"
branch_labels = None
depends_on = None

UNTOLD = "SELECT count(*) FROM inspections WHERE state = 'approved'"
STOPS = "終わっていないルームの閲覧が {count} 件あります。前の版では、終わったことがルームの人に知らされません。先に閲覧を終えてください。"


def upgrade() -> None:
    op.create_table(
        "inspections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("answerer_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("asker_read_at", MOMENT, nullable=True),
        sa.Column("answerer_read_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inspections"),
        leans_on("tenants", "inspections", "tenant_id", ondelete="CASCADE"),
        leans_on("rooms", "inspections", "room_id", ondelete="CASCADE"),
        leans_on("accounts", "inspections", "asker_id"),
        leans_on("accounts", "inspections", "answerer_id"),
        leans_on("accounts", "inspections", "ended_by"),
    )
    columns = ["tenant_id", "asked_at", "id"]
    op.create_index("ix_inspections_tenant_id_asked_at_id", "inspections", columns)
    op.create_index("ix_inspections_state_due_at", "inspections", ["state", "due_at"])


def downgrade() -> None:
    count = op.get_bind().scalar(sa.text(UNTOLD))
    if count:
        raise RuntimeError(STOPS.format(count=count))
    op.drop_table("inspections")
