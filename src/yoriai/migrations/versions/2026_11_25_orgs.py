"""Departments over time: codes, places, former names; settings of a body."""

revision: str = "2026_11_25_orgs"
down_revision: str | None = "2026_11_21_talk"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
