"""Labels of rooms: every room has one from now on, and a label may keep its room from the Internet side."""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_26_labels"
down_revision: str | None = "2026_11_26_rights"
branch_labels = None
depends_on = None

USUAL = 2
"""Of the three levels with which every body begins, the one that all templates give: nobody loses a room by it."""
SEALED = "SELECT count(*) FROM rooms WHERE lgwan_only"
STOPS = "LGWAN だけのルームが {count} あります。前の版はこれを知らず、インターネット側にも出します。先にラベルを下げてください。"


def upgrade() -> None:
    with op.batch_alter_table("rooms") as rooms:
        rooms.add_column(sa.Column("lgwan_only", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(sa.text("UPDATE rooms SET label = :usual WHERE label IS NULL").bindparams(usual=USUAL))


def downgrade() -> None:
    count = op.get_bind().scalar(sa.text(SEALED))
    if count:
        raise RuntimeError(STOPS.format(count=count))
    op.execute("UPDATE rooms SET label = NULL")
    with op.batch_alter_table("rooms") as rooms:
        rooms.drop_column("lgwan_only")
