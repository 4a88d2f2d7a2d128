"""Where somebody works today, with the day for which they said so."""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_27_whereabouts"
down_revision: str | None = "2026_11_27_federation"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("presences") as presences:
        presences.add_column(sa.Column("place", sa.String(8)))
        presences.add_column(sa.Column("place_on", sa.Date()))


def downgrade() -> None:
    with op.batch_alter_table("presences") as presences:
        presences.drop_column("place_on")
        presences.drop_column("place")
