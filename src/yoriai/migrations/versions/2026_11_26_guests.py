"""Guests: for which firm somebody comes, who answers for them, and the invitations by which they come."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_26_guests"
down_revision: str | None = "2026_11_26_labels"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("firm", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "guests",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("sponsor_id", sa.Uuid(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("consented_to", sa.String(64)),
        sa.Column("consented_at", MOMENT),
        sa.Column("frozen_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("warned", sa.Integer()),
        sa.PrimaryKeyConstraint("account_id", name="pk_guests"),
        leans_on("accounts", "guests", "account_id", ondelete="CASCADE"),
        leans_on("tenants", "guests", "tenant_id", ondelete="CASCADE"),
        leans_on("accounts", "guests", "sponsor_id"),
    )
    op.create_index("ix_guests_tenant_id", "guests", ["tenant_id"])
    op.create_index("ix_guests_sponsor_id", "guests", ["sponsor_id"])
    _invitations()
    _consents()


def _invitations() -> None:
    op.create_table(
        "guest_invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("kana", sa.Text(), nullable=False),
        sa.Column("firm", sa.Text(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("sponsor_id", sa.Uuid(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("code_mac", sa.String(64), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT),
        sa.Column("accepted_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_guest_invitations"),
        sa.UniqueConstraint("code_mac", name="uq_guest_invitations_code_mac"),
        leans_on("tenants", "guest_invitations", "tenant_id", ondelete="CASCADE"),
        leans_on("rooms", "guest_invitations", "room_id", ondelete="CASCADE"),
        leans_on("accounts", "guest_invitations", "sponsor_id"),
        leans_on("accounts", "guest_invitations", "made_by"),
    )
    op.create_index("ix_guest_invitations_tenant_id", "guest_invitations", ["tenant_id"])
    op.create_index("ix_guest_invitations_room_id", "guest_invitations", ["room_id"])
    op.create_index("ix_guest_invitations_sponsor_id", "guest_invitations", ["sponsor_id"])


def _consents() -> None:
    op.create_table(
        "guest_consents",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "digest", name="pk_guest_consents"),
        leans_on("tenants", "guest_consents", "tenant_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("guest_consents")
    op.drop_table("guest_invitations")
    op.drop_table("guests")
    with op.batch_alter_table("accounts") as accounts:
        accounts.drop_column("firm")
