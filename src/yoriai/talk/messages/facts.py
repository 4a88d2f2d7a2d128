"""What a room is told about its messages."""

from uuid import UUID

from yoriai.talk.rooms.facts import RoomFact


class MessagePosted(RoomFact):
    name = "messages.posted"
    message_id: UUID
    ordinal: int

    def about_ordinal(self) -> int:
        return self.ordinal
