"""Rooms of more kinds: direct talks, one's own notes, open rooms, and what each room is set to."""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_26_rooms"
down_revision: str | None = "2026_11_25_usage"
branch_labels = None
depends_on = None

OF_UNKNOWN = (
    "DELETE FROM message_versions WHERE message_id IN"
    " (SELECT m.id FROM messages m JOIN rooms r ON r.id = m.room_id WHERE r.kind IN ('direct', 'self', 'open'))",
    "DELETE FROM messages WHERE room_id IN (SELECT id FROM rooms WHERE kind IN ('direct', 'self', 'open'))",
    "DELETE FROM read_marks WHERE room_id IN (SELECT id FROM rooms WHERE kind IN ('direct', 'self', 'open'))",
    "DELETE FROM memberships WHERE room_id IN (SELECT id FROM rooms WHERE kind IN ('direct', 'self', 'open'))",
    "DELETE FROM rooms WHERE kind IN ('direct', 'self', 'open')",
)
"""Rooms of these kinds would be open to what an older server does with every room."""


def upgrade() -> None:
    with op.batch_alter_table("rooms") as rooms:
        rooms.add_column(sa.Column("members_key", sa.String(100)))
        rooms.add_column(sa.Column("folded", sa.Text(), server_default="", nullable=False))
        rooms.create_unique_constraint("uq_rooms_members_key", ["members_key"])


def downgrade() -> None:
    for statement in OF_UNKNOWN:
        op.execute(statement)
    with op.batch_alter_table("rooms") as rooms:
        rooms.drop_constraint("uq_rooms_members_key", type_="unique")
        rooms.drop_column("folded")
        rooms.drop_column("members_key")
