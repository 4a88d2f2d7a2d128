"""What a person sets for themselves, and presence."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_25_self"
down_revision: str | None = "2026_11_25_sessions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preferences",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("chosen", JSON, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_preferences"),
        leans_on("accounts", "preferences", "account_id", ondelete="CASCADE"),
    )
    op.create_table(
        "presences",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("until", MOMENT),
        sa.Column("band", sa.String(8), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_presences"),
        leans_on("accounts", "presences", "account_id", ondelete="CASCADE"),
    )
    op.create_index("ix_presences_changed_at", "presences", ["changed_at"])


def downgrade() -> None:
    op.drop_table("presences")
    op.drop_table("preferences")
