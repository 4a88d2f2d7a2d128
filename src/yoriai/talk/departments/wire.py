"""What follows from moves, as clients are given it: where one still reads, one such room, and who else reads in it."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from yoriai.people.accounts.cards import Person
from yoriai.talk.messages.wire import MessageOut


class HandoverOut(BaseModel):
    """A room in which somebody still reads, until the end of a day."""

    room_id: UUID
    organization_id: UUID
    last_day: date


class FormerRoomOut(HandoverOut):
    """The same with what it was called while they were in it."""

    name: str


class FormerRoomsOut(BaseModel):
    """All of somebody, those that end soonest first."""

    rooms: list[FormerRoomOut]


class FormerPageOut(FormerRoomOut):
    """Such a room to read: some of its messages, ascending, and where older ones are."""

    purpose: str
    newest_ordinal: int
    """The last message that they may read, however much was said since."""
    messages: list[MessageOut]
    people: dict[UUID, Person]
    older: str | None


class PredecessorOut(BaseModel):
    """Somebody who still reads in a room that they were moved from."""

    handover_id: UUID
    account_id: UUID
    room_id: UUID
    room_name: str
    last_day: date


class PredecessorsOut(BaseModel):
    """Some of them, the newest first."""

    predecessors: list[PredecessorOut]
    people: dict[UUID, Person]
    next: str | None
