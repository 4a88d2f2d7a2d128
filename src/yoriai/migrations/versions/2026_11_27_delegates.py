"""代行者: who acts on behalf of whom; rooms, seats and lines that came about so."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_delegates"
down_revision: str | None = "2026_11_27_taken_out"
branch_labels = None
depends_on = None

SEATS = "SELECT count(*) FROM memberships WHERE on_behalf_of IS NOT NULL AND is_open"
STOPS = "代行者としての参加が {count} 件あります。前の版はこれを知らず、代行が終わっても参加が残ります。"


def upgrade() -> None:
    op.create_table(
        "delegates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("principal_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("by", sa.Uuid()),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_delegates"),
        sa.UniqueConstraint("principal_id", "person_id", name="uq_delegates_principal_id_person_id"),
        leans_on("accounts", "delegates", "principal_id", ondelete="CASCADE"),
        leans_on("accounts", "delegates", "person_id", ondelete="CASCADE"),
    )
    op.create_index("ix_delegates_person_id", "delegates", ["person_id"])
    for table in ("rooms", "memberships", "room_lines"):
        op.add_column(table, sa.Column("on_behalf_of", sa.Uuid()))
    op.create_index(
        "ix_memberships_on_behalf_of",
        "memberships",
        ["on_behalf_of"],
        sqlite_where=sa.text("on_behalf_of IS NOT NULL"),
        postgresql_where=sa.text("on_behalf_of IS NOT NULL"),
    )


def downgrade() -> None:
    count = op.get_bind().scalar(sa.text(SEATS))
    if count:
        raise RuntimeError(STOPS.format(count=count))
    op.drop_index("ix_memberships_on_behalf_of", "memberships")
    for table in ("room_lines", "memberships", "rooms"):
        with op.batch_alter_table(table) as altered:
            altered.drop_column("on_behalf_of")
    op.drop_table("delegates")
