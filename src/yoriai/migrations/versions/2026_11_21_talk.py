"""Rooms, their members, messages and read marks."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_21_talk"
down_revision: str | None = "2026_11_21_people"
branch_labels = None
depends_on = None

# In the order in which they can go.
TABLES = ("message_versions", "messages", "memberships", "read_marks", "rooms")


def upgrade() -> None:
    _rooms()
    _memberships()
    _messages()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _rooms() -> None:
    op.create_table(
        "rooms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("owner_tenant", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("label", sa.Integer()),
        sa.Column("template", sa.String(40)),
        sa.Column("policies", JSON, nullable=False),
        sa.Column("last_ordinal", sa.BigInteger(), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("archived_at", MOMENT),
        sa.Column("request_key", sa.String(26), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rooms"),
        sa.UniqueConstraint("opened_by", "request_key", name="uq_rooms_opened_by_request_key"),
        leans_on("organizations", "rooms", "organization_id"),
        leans_on("tenants", "rooms", "owner_tenant"),
        leans_on("accounts", "rooms", "opened_by"),
    )
    op.create_index("ix_rooms_organization_id", "rooms", ["organization_id"])
    op.create_table(
        "read_marks",
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("marked_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("room_id", "account_id", name="pk_read_marks"),
        leans_on("rooms", "read_marks", "room_id", ondelete="CASCADE"),
        leans_on("accounts", "read_marks", "account_id"),
    )


def _memberships() -> None:
    op.create_table(
        "memberships",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("is_open", sa.Boolean()),
        sa.Column("since_number", sa.BigInteger(), nullable=False),
        sa.Column("since_ordinal", sa.BigInteger(), nullable=False),
        sa.Column("until_number", sa.BigInteger()),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("left_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_memberships"),
        sa.UniqueConstraint(
            "room_id", "account_id", "is_open", name="uq_memberships_room_id_account_id_is_open"
        ),
        leans_on("rooms", "memberships", "room_id", ondelete="CASCADE"),
        leans_on("accounts", "memberships", "account_id"),
    )
    op.create_index("ix_memberships_account_id_is_open", "memberships", ["account_id", "is_open"])


def _messages() -> None:
    op.create_table(
        "messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("on_behalf_of", sa.Uuid()),
        sa.Column("send_key", sa.String(26), nullable=False),
        sa.Column("parts", JSON, nullable=False),
        sa.Column("zone", sa.String(16)),
        sa.Column("posted_at", MOMENT, nullable=False),
        sa.Column("edited_at", MOMENT),
        sa.Column("withdrawn_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.UniqueConstraint("room_id", "ordinal", name="uq_messages_room_id_ordinal"),
        sa.UniqueConstraint(
            "room_id", "author_id", "send_key", name="uq_messages_room_id_author_id_send_key"
        ),
        leans_on("rooms", "messages", "room_id", ondelete="CASCADE"),
        leans_on("accounts", "messages", "author_id"),
        leans_on("accounts", "messages", "on_behalf_of"),
    )
    op.create_table(
        "message_versions",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("parts", JSON, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("message_id", "version", name="pk_message_versions"),
        leans_on("messages", "message_versions", "message_id", ondelete="CASCADE"),
        leans_on("accounts", "message_versions", "by"),
    )
