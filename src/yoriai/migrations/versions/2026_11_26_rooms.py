"""Rooms of more kinds: direct talks, one's own notes, open rooms, and what each room is set to."""

revision: str = "2026_11_26_rooms"
down_revision: str | None = "2026_11_25_usage"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
