"""Askings of people for a talk with somebody of another body, and whom somebody has blocked."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_talk_asks"
down_revision: str | None = "2026_11_27_findable"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "talk_asks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=False),
        sa.Column("asked_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("lapses_at", MOMENT, nullable=False),
        sa.Column("answer", sa.String(16), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_talk_asks"),
        sa.UniqueConstraint("asker_id", "asked_id", name="uq_talk_asks_asker_id_asked_id"),
        leans_on("accounts", "talk_asks", "asker_id", ondelete="CASCADE"),
        leans_on("accounts", "talk_asks", "asked_id", ondelete="CASCADE"),
    )
    op.create_index("ix_talk_asks_asked_id_lapses_at", "talk_asks", ["asked_id", "lapses_at"])
    op.create_index("ix_talk_asks_made_at", "talk_asks", ["made_at"])
    op.create_table(
        "blocked_neighbours",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", "person_id", name="pk_blocked_neighbours"),
        leans_on("accounts", "blocked_neighbours", "account_id", ondelete="CASCADE"),
        leans_on("accounts", "blocked_neighbours", "person_id", ondelete="CASCADE"),
    )
    op.create_index("ix_blocked_neighbours_person_id", "blocked_neighbours", ["person_id"])


def downgrade() -> None:
    op.drop_table("blocked_neighbours")
    op.drop_table("talk_asks")
