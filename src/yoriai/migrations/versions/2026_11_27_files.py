"""Files: what came in, what lies in the store, what is still coming, and how much room a body's files take."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_27_files"
down_revision: str | None = "2026_11_27_handover_words"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _files()
    op.create_table(
        "stored_blobs",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("zone", sa.String(16), nullable=False),
        sa.Column("is_made", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("loose_since", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "zone", "is_made", "sha256", name="pk_stored_blobs"),
        leans_on("tenants", "stored_blobs", "tenant_id", ondelete="CASCADE"),
    )
    op.create_index(
        "ix_stored_blobs_loose_since",
        "stored_blobs",
        ["loose_since"],
        sqlite_where=sa.text("loose_since IS NOT NULL"),
        postgresql_where=sa.text("loose_since IS NOT NULL"),
    )
    _uploads()
    op.create_table(
        "file_usages",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name="pk_file_usages"),
        leans_on("tenants", "file_usages", "tenant_id", ondelete="CASCADE"),
    )


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("on_behalf_of", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("zone", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("method", sa.String(16), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("sha256_made", sa.String(64), nullable=False),
        sa.Column("size_made", sa.BigInteger(), nullable=False),
        sa.Column("sha256_small", sa.String(64), nullable=False),
        sa.Column("kind_small", sa.String(16), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("proof", JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("judged_at", MOMENT, nullable=True),
        sa.Column("attached_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
        leans_on("tenants", "files", "tenant_id", ondelete="CASCADE"),
    )
    for columns in (("attached_at", "created_at"), ("state", "created_at")):
        op.create_index(f"ix_files_{'_'.join(columns)}", "files", list(columns))
    for column in ("sha256", "sha256_made", "sha256_small"):
        op.create_index(f"ix_files_tenant_id_{column}", "files", ["tenant_id", column])


def _uploads() -> None:
    op.create_table(
        "uploads",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("zone", sa.String(16), nullable=False),
        sa.Column("request_key", sa.String(26), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_uploads"),
        sa.UniqueConstraint("account_id", "request_key", name="uq_uploads_account_id_request_key"),
        leans_on("tenants", "uploads", "tenant_id", ondelete="CASCADE"),
    )
    op.create_index("ix_uploads_expires_at", "uploads", ["expires_at"])
    op.create_table(
        "upload_parts",
        sa.Column("upload_id", sa.Uuid(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("upload_id", "offset", name="pk_upload_parts"),
        leans_on("uploads", "upload_parts", "upload_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    for table in ("file_usages", "upload_parts", "uploads", "stored_blobs", "files"):
        op.drop_table(table)
