"""Faces of people and rooms, and the square form of a file that stands for somebody."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_faces"
down_revision: str | None = "2026_11_27_file_policies"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("files") as files:
        files.add_column(sa.Column("sha256_face", sa.String(length=64), nullable=False, server_default=""))
    op.create_index("ix_files_tenant_id_sha256_face", "files", ["tenant_id", "sha256_face"])
    op.create_table(
        "faces",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("room_id", sa.Uuid(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("coming_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("brought_by", sa.Uuid(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_faces"),
        leans_on("accounts", "faces", "account_id", ondelete="CASCADE"),
        leans_on("rooms", "faces", "room_id", ondelete="CASCADE"),
        leans_on("files", "faces", "file_id", ondelete="SET NULL"),
        leans_on("files", "faces", "coming_id", ondelete="SET NULL"),
        sa.UniqueConstraint("account_id", name="uq_faces_account_id"),
        sa.UniqueConstraint("room_id", name="uq_faces_room_id"),
    )
    op.create_index("ix_faces_file_id", "faces", ["file_id"])
    op.create_index("ix_faces_coming_id", "faces", ["coming_id"])


def downgrade() -> None:
    op.drop_table("faces")
    op.drop_index("ix_files_tenant_id_sha256_face", "files")
    with op.batch_alter_table("files") as files:
        files.drop_column("sha256_face")
