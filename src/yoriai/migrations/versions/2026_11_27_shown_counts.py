"""代行者: whether the principal lets them see how much is unread."""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_27_shown_counts"
down_revision: str | None = "2026_11_27_special_posts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "delegates", sa.Column("sees_unread", sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    with op.batch_alter_table("delegates") as delegates:
        delegates.drop_column("sees_unread")
