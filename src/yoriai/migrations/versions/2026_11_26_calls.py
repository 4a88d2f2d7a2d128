"""What calls one person in one room is found without walking past what calls others."""

from alembic import op

revision: str = "2026_11_26_calls"
down_revision: str | None = "2026_11_26_following"
branch_labels = None
depends_on = None

BY_ROOM = "ix_mentions_room_id_ordinal"
BY_PERSON = "ix_mentions_room_id_account_id_ordinal"
BY_TARGET = "ix_mentions_target_ordinal"


def upgrade() -> None:
    op.create_index(BY_PERSON, "mentions", ["room_id", "account_id", "ordinal"])
    op.create_index(BY_TARGET, "mentions", ["target", "ordinal"])
    op.drop_index(BY_ROOM, "mentions")


def downgrade() -> None:
    op.create_index(BY_ROOM, "mentions", ["room_id", "ordinal"])
    op.drop_index(BY_TARGET, "mentions")
    op.drop_index(BY_PERSON, "mentions")
