"""What a locked session goes on showing to whoever stands before it."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON

revision: str = "2026_11_27_gallery"
down_revision: str | None = "2026_11_27_faces"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("showing", JSON))


def downgrade() -> None:
    op.drop_column("sessions", "showing")
