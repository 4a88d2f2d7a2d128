"""How each person keeps their rooms: favourites, folders, and what is to be read again."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_26_shelf"
down_revision: str | None = "2026_11_26_answers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("read_marks") as marks:
        marks.add_column(sa.Column("put_back_to", sa.BigInteger()))
    _shelf()
    # What goes with a room, a message or a folder is found from there.
    for table, column in (
        ("shelved_rooms", "room_id"),
        ("shelved_rooms", "folder_id"),
        ("shelved_messages", "message_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    for table in ("shelved_messages", "shelved_rooms", "folders"):
        op.drop_table(table)
    with op.batch_alter_table("read_marks") as marks:
        marks.drop_column("put_back_to")


def _shelf() -> None:
    op.create_table(
        "folders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_shut", sa.Boolean(), nullable=False),
        sa.Column("request_key", sa.String(26), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_folders"),
        sa.UniqueConstraint("account_id", "request_key", name="uq_folders_account_id_request_key"),
        leans_on("accounts", "folders", "account_id"),
    )
    op.create_table(
        "shelved_rooms",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("is_favourite", sa.Boolean(), nullable=False),
        sa.Column("folder_id", sa.Uuid()),
        sa.PrimaryKeyConstraint("account_id", "room_id", name="pk_shelved_rooms"),
        leans_on("accounts", "shelved_rooms", "account_id"),
        leans_on("rooms", "shelved_rooms", "room_id", ondelete="CASCADE"),
        leans_on("folders", "shelved_rooms", "folder_id", ondelete="SET NULL"),
    )
    op.create_table(
        "shelved_messages",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", "message_id", name="pk_shelved_messages"),
        leans_on("accounts", "shelved_messages", "account_id"),
        leans_on("messages", "shelved_messages", "message_id", ondelete="CASCADE"),
    )
