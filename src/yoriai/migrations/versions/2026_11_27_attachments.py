"""Attachments: which file belongs to which message."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import leans_on

revision: str = "2026_11_27_attachments"
down_revision: str | None = "2026_11_27_files"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("file_id", name="pk_attachments"),
        leans_on("files", "attachments", "file_id", ondelete="CASCADE"),
        leans_on("messages", "attachments", "message_id", ondelete="CASCADE"),
        leans_on("rooms", "attachments", "room_id", ondelete="CASCADE"),
    )
    op.create_index("ix_attachments_message_id", "attachments", ["message_id"])
    op.create_index("ix_attachments_room_id_ordinal", "attachments", ["room_id", "ordinal"])


def downgrade() -> None:
    op.drop_table("attachments")
