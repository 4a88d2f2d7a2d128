"""People over time: what was changed, by whom; account groups and profile fields; rosters on their way."""

revision: str = "2026_11_25_accounts"
down_revision: str | None = "2026_11_25_orgs"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
