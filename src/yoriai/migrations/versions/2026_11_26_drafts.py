"""What is written but not sent yet: the same on all devices of a person."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_26_drafts"
down_revision: str | None = "2026_11_26_threads"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("thread_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.String(26), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("aside", JSON, nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", "place_id", name="pk_drafts"),
        leans_on("accounts", "drafts", "account_id", ondelete="CASCADE"),
        leans_on("rooms", "drafts", "room_id", ondelete="CASCADE"),
        leans_on("messages", "drafts", "thread_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("drafts")
