"""How each person keeps their rooms: favourites, folders, and what is to be read again."""

revision: str = "2026_11_26_shelf"
down_revision: str | None = "2026_11_26_answers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
