"""Handovers keep what the room was called on the day of the move: what it is called later is not for whoever was moved.

Of handovers that run already nobody has put that down: they keep what the room is called now.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_27_handover_words"
down_revision: str | None = "2026_11_27_account_requests"
branch_labels = None
depends_on = None

WORDS = ("name", "purpose")


def upgrade() -> None:
    with op.batch_alter_table("handovers") as handovers:
        for word in WORDS:
            handovers.add_column(sa.Column(word, sa.Text()))
    op.execute(
        "UPDATE handovers SET name = (SELECT r.name FROM rooms r WHERE r.id = handovers.room_id),"
        " purpose = (SELECT r.purpose FROM rooms r WHERE r.id = handovers.room_id)"
    )
    with op.batch_alter_table("handovers") as handovers:
        for word in WORDS:
            handovers.alter_column(word, existing_type=sa.Text(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("handovers") as handovers:
        for word in WORDS:
            handovers.drop_column(word)
