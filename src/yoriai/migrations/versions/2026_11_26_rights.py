"""What was given to a person, or withheld from them, by name."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON

revision: str = "2026_11_26_rights"
down_revision: str | None = "2026_11_26_calls"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("rights", JSON, nullable=False, server_default="{}"))


def downgrade() -> None:
    with op.batch_alter_table("accounts") as accounts:
        accounts.drop_column("rights")
