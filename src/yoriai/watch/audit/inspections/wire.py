"""Inspections as they go over the wire."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person
from yoriai.talk.messages.wire import MessageOut
from yoriai.talk.rooms.models import Room
from yoriai.talk.timeline.wire import People
from yoriai.watch.audit.inspections.door import said_of
from yoriai.watch.audit.inspections.models import Inspection, State
from yoriai.watch.audit.inspections.policy import HOURS, MOST_HOURS, may_answer, may_read, may_withdraw

StateName = Literal["asked", "approved", "refused", "withdrawn", "lapsed", "ended"]
RoomKindName = Literal["group", "department", "direct", "open"]


class InspectionIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    room_id: UUID
    reason: str
    first: date
    last: date
    hours: Annotated[int, Field(ge=1, le=MOST_HOURS)] = HOURS


class RefusalIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: str


class InspectionIdOut(BaseModel):
    inspection_id: UUID


class InspectableRoom(BaseModel):
    """A room as it is found: what it is called, and nothing of what is in it."""

    room_id: UUID
    name: str
    """Empty of a talk between two."""
    kind: RoomKindName
    opened_at: datetime
    is_archived: bool

    @classmethod
    def of(cls, room: Room) -> "InspectableRoom":
        return cls(
            room_id=room.id,
            name=room.name,
            kind=room.kind,  # pyright: ignore[reportArgumentType] one of those that may be asked for
            opened_at=room.opened_at,
            is_archived=room.archived_at is not None,
        )


class InspectableRoomsOut(BaseModel):
    rooms: list[InspectableRoom]
    next: str | None


class InspectionOut(BaseModel):
    """One asking, what became of it, and what the asker of this list may do about it."""

    inspection_id: UUID
    room: InspectableRoom
    asker: Person | None
    asked_at: datetime
    reason: str
    first: date
    last: date
    hours: int
    state: StateName
    due_at: datetime
    """When it lapses, or when it is over."""
    answerer: Person | None
    answered_at: datetime | None
    answer: str
    readers: list[UUID]
    """Who has read."""
    ended_at: datetime | None
    ended_by: Person | None
    may_answer: bool
    may_withdraw: bool
    may_read: bool

    @classmethod
    def of(
        cls, asked: Inspection, room: Room, people: Mapping[UUID, Person], *, actor: Actor, now: datetime
    ) -> "InspectionOut":
        said, me = said_of(asked), actor.account_id
        may = actor.may("inspections.ask") and asked.due_at > now
        read = ((asked.asker_id, asked.asker_read_at), (asked.answerer_id, asked.answerer_read_at))
        return cls(
            inspection_id=asked.id,
            room=InspectableRoom.of(room),
            asker=people.get(asked.asker_id),
            asked_at=asked.asked_at,
            reason=asked.reason,
            first=asked.first,
            last=asked.last,
            hours=asked.hours,
            state=_state_at(asked, now),
            due_at=asked.due_at,
            answerer=people.get(asked.answerer_id) if asked.answerer_id else None,
            answered_at=asked.answered_at,
            answer=asked.answer,
            readers=[who for who, at in read if who is not None and at is not None],
            ended_at=asked.ended_at,
            ended_by=people.get(asked.ended_by) if asked.ended_by else None,
            may_answer=may and may_answer(said, me),
            may_withdraw=may and may_withdraw(said, me),
            may_read=may and may_read(said, me),
        )


class InspectionsOut(BaseModel):
    inspections: list[InspectionOut]
    may_ask: bool
    next: str | None


class InspectedPageOut(BaseModel):
    """Messages in ascending order; what was taken back among them, without its words."""

    messages: list[MessageOut]
    people: People
    ends_at: datetime
    next: int | None
    """The ordinal after which it goes on."""


def _state_at(asked: Inspection, now: datetime) -> StateName:
    """What is out of its time is over, whether the job has come by or not."""
    if asked.due_at <= now and asked.state in (State.ASKED, State.APPROVED):
        return "lapsed" if asked.state == State.ASKED else "ended"
    return asked.state  # pyright: ignore[reportReturnType] a `State`
