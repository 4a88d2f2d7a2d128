"""所属アカウント: which account is that of which unit, and who speaks in its name."""

import sqlalchemy as sa
from alembic import op

from yoriai.migrations.columns import MOMENT, leans_on

revision: str = "2026_11_27_department_accounts"
down_revision: str | None = "2026_11_27_inspections"
branch_labels = None
depends_on = None

OPEN = "SELECT count(*) FROM department_accounts"
STOPS = "所属アカウントが {count} 件あります。前の版はこれを知らず、その名前で書かれたメッセージを正しく示せません。"


def upgrade() -> None:
    op.create_table(
        "department_accounts",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_department_accounts"),
        sa.UniqueConstraint("department_id", name="uq_department_accounts_department_id"),
        leans_on("accounts", "department_accounts", "account_id", ondelete="CASCADE"),
        leans_on("departments", "department_accounts", "department_id", ondelete="CASCADE"),
    )
    op.create_table(
        "department_speakers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid()),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_department_speakers"),
        sa.UniqueConstraint("account_id", "person_id", name="uq_department_speakers_account_id_person_id"),
        leans_on("accounts", "department_speakers", "account_id", ondelete="CASCADE"),
        leans_on("accounts", "department_speakers", "person_id", ondelete="CASCADE"),
    )
    op.create_index("ix_department_speakers_person_id", "department_speakers", ["person_id"])


def downgrade() -> None:
    count = op.get_bind().scalar(sa.text(OPEN))
    if count:
        raise RuntimeError(STOPS.format(count=count))
    op.drop_table("department_speakers")
    op.drop_table("department_accounts")
