"""What a room is told about reactions to its messages."""

from uuid import UUID

from yoriai.talk.reactions.models import Kind
from yoriai.talk.rooms.facts import RoomFact


class ReactionChanged(RoomFact):
    """Somebody has set a sign, or taken it back."""

    name = "reactions.changed"
    message_id: UUID
    ordinal: int
    kind: Kind
    account_id: UUID
    is_on: bool

    def about_ordinal(self) -> int:
        return self.ordinal
