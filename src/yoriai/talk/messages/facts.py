"""What a room is told about its messages."""

from uuid import UUID

from yoriai.talk.rooms.facts import RoomFact


class MessageFact(RoomFact):
    """About one message of a room; who may not read so far back hears a blank (D17)."""

    message_id: UUID
    ordinal: int

    def about_ordinal(self) -> int:
        return self.ordinal


class MessagePosted(MessageFact):
    name = "messages.posted"
    is_read: bool = True
    """Whether its author's own mark has come to it: not past what they have not read, for who answers in a thread
    need not have seen the end of the room."""


class MessageEdited(MessageFact):
    """It says something else now."""

    name = "messages.edited"


class MessageWithdrawn(MessageFact):
    """Its words are there no longer; whether a line stands in its place is loaded at delivery."""

    name = "messages.withdrawn"
