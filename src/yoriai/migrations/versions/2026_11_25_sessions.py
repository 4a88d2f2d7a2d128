"""Sessions that are locked, and tries to sign in that failed."""

revision: str = "2026_11_25_sessions"
down_revision: str | None = "2026_11_25_accounts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
