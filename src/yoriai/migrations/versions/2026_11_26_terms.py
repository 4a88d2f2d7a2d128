"""When a room ends, and what a template has made of it."""

revision: str = "2026_11_26_terms"
down_revision: str | None = "2026_11_26_shelf"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
