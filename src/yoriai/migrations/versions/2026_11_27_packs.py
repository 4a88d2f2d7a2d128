"""Packs for an audit: who asked for one and why, and the pieces of the file as long as it is there."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_27_packs"
down_revision: str | None = "2026_11_27_talk_asks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_packs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("installation", JSON, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_packs"),
        leans_on("tenants", "audit_packs", "tenant_id", ondelete="CASCADE"),
        leans_on("accounts", "audit_packs", "asker_id"),
    )
    columns = ["tenant_id", "asker_id", "id"]
    op.create_index("ix_audit_packs_tenant_id_asker_id_id", "audit_packs", columns)
    op.create_index("ix_audit_packs_state_ends_at", "audit_packs", ["state", "ends_at"])
    op.create_table(
        "audit_pack_pieces",
        sa.Column("pack_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pack_id", "number", name="pk_audit_pack_pieces"),
        leans_on("audit_packs", "audit_pack_pieces", "pack_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("audit_pack_pieces")
    op.drop_table("audit_packs")
