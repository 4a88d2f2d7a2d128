"""With which kind of client a file came in, and what sort its content is: the rules about files ask for both."""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_27_file_policies"
down_revision: str | None = "2026_11_27_attachments"
branch_labels = None
depends_on = None

COLUMNS = (("files", "client"), ("files", "sort"), ("uploads", "client"))


def upgrade() -> None:
    for table, column in COLUMNS:
        op.add_column(table, sa.Column(column, sa.String(16), nullable=False, server_default=""))


def downgrade() -> None:
    for table, column in reversed(COLUMNS):
        op.drop_column(table, column)
