"""What a room is told about its pins."""

from uuid import UUID

from yoriai.talk.rooms.facts import RoomFact


class MessagePinned(RoomFact):
    name = "pins.pinned"
    message_id: UUID
    ordinal: int

    def about_ordinal(self) -> int:
        return self.ordinal


class MessageUnpinned(RoomFact):
    name = "pins.unpinned"
    message_id: UUID
    ordinal: int

    def about_ordinal(self) -> int:
        return self.ordinal
