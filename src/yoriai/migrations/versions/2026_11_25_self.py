"""What a person sets for themselves, and presence."""

revision: str = "2026_11_25_self"
down_revision: str | None = "2026_11_25_sessions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
