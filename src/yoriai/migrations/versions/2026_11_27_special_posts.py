"""特別職: who may write to somebody in a special post."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import JSON, MOMENT, leans_on

revision: str = "2026_11_27_special_posts"
down_revision: str | None = "2026_11_27_delegates"
branch_labels = None
depends_on = None

LIMITS = "SELECT count(*) FROM writing_limits"
STOPS = "書ける人を限った特別職が {count} 人います。前の版はこれを知らず、だれでも書けるようになります。"


def upgrade() -> None:
    op.create_table(
        "writing_limits",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("circle", sa.String(8), nullable=False),
        sa.Column("units", JSON, nullable=False),
        sa.Column("people", JSON, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_writing_limits"),
        leans_on("accounts", "writing_limits", "account_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    count = op.get_bind().scalar(sa.text(LIMITS))
    if count:
        raise RuntimeError(STOPS.format(count=count))
    op.drop_table("writing_limits")
