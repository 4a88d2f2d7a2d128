"""What follows from following, as clients are given it: the rooms, what is new in them, and one of them to read."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.accounts.cards import Person
from yoriai.talk.messages.wire import MessageOut

MOST_ORDINAL = 1 << 62


class SeenIn(BaseModel):
    """How far somebody has looked."""

    model_config = ConfigDict(extra="forbid")

    ordinal: int = Field(ge=0, le=MOST_ORDINAL)


class FollowedOut(BaseModel):
    """A room that somebody follows."""

    room_id: UUID
    organization_id: UUID


class SaidOut(BaseModel):
    """A message in one line."""

    message_id: UUID
    author_id: UUID
    """Who said it, or the unit in whose name."""
    text: str
    posted_at: datetime


class DigestRoomOut(BaseModel):
    """What is new in one room since its follower looked."""

    room_id: UUID
    name: str
    purpose: str
    member_count: int
    new: int
    lines: list[SaidOut]
    """The newest few of what is new, in their order."""


class DigestOut(BaseModel):
    """All that somebody follows; what is new comes first."""

    rooms: list[DigestRoomOut]
    people: dict[UUID, Person]


class FollowedRoomOut(BaseModel):
    """A room as whoever follows it reads it: some of its messages, ascending, and where older ones are."""

    room_id: UUID
    name: str
    purpose: str
    member_count: int
    newest_ordinal: int
    seen: int
    messages: list[MessageOut]
    people: dict[UUID, Person]
    older: str | None
