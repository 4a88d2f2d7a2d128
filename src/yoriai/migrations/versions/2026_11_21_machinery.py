"""The journal with its streams and durable readers, and the jobs."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import COUNTER, JSON, MOMENT

revision: str = "2026_11_21_machinery"
down_revision: str | None = None
branch_labels = None
depends_on = None

# In the order in which they can go.
TABLES = ("jobs", "durable_cursors", "journal", "streams")


def upgrade() -> None:
    _journal()
    _jobs()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _journal() -> None:
    op.create_table(
        "streams",
        sa.Column("stream", sa.String(60), nullable=False),
        sa.Column("tenant_id", sa.Uuid()),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.Column("oldest", sa.BigInteger(), nullable=False),
        sa.Column("xid", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("stream", name="pk_streams"),
    )
    op.create_table(
        "journal",
        sa.Column("position", COUNTER, autoincrement=True, nullable=False),
        sa.Column("xid", sa.BigInteger(), nullable=False),
        sa.Column("tenant_id", sa.Uuid()),
        sa.Column("stream", sa.String(60), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("by", sa.Uuid()),
        sa.Column("on_behalf_of", sa.Uuid()),
        sa.Column("session_id", sa.Uuid()),
        sa.Column("zone", sa.String(16)),
        sa.Column("address", sa.String(64)),
        sa.Column("request_id", sa.String(40)),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_journal"),
        sa.UniqueConstraint("stream", "number", name="uq_journal_stream_number"),
    )
    op.create_index("ix_journal_at", "journal", ["at"])
    op.create_index("ix_journal_xid_position", "journal", ["xid", "position"])
    op.create_table(
        "durable_cursors",
        sa.Column("reader", sa.String(40), nullable=False),
        sa.Column("xid", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("reader", name="pk_durable_cursors"),
    )


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("unique_key", sa.String(200)),
        sa.Column("run_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", MOMENT),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("done_at", MOMENT),
        sa.Column("error", sa.String(200)),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("unique_key", name="uq_jobs_unique_key"),
    )
    op.create_index("ix_jobs_done_at_run_at", "jobs", ["done_at", "run_at"])
