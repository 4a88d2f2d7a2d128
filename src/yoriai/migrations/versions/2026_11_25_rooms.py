"""Rooms of departments, and the room to practise in."""

revision: str = "2026_11_25_rooms"
down_revision: str | None = "2026_11_25_self"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
