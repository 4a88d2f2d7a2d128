"""What somebody's own devices are told about their shelf. Nobody else hears it."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.people.access.facts import PersonFact


class MessageAt(BaseModel):
    """A message and the room it is in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    room_id: UUID
    message_id: UUID


class ShelfChanged(PersonFact):
    """Something stands elsewhere: these rooms, this message, or the folders themselves."""

    name = "shelf.changed"
    rooms: tuple[UUID, ...] = ()
    message: MessageAt | None = None
