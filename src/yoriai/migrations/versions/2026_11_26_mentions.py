"""Who is named in a message, and which rooms speak up only then."""

revision: str = "2026_11_26_mentions"
down_revision: str | None = "2026_11_26_terms"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
