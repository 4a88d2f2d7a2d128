"""What facts about rooms bring to a screen: their bodies, with the words that were loaded when they were told."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from yoriai.people.accounts.cards import Person
from yoriai.talk.messages.wire import MessageOut, ThreadOut
from yoriai.talk.rooms.labels import Level
from yoriai.talk.rooms.reading_lines import LineOut
from yoriai.talk.timeline.wire import Abilities, LastMessage, People, Readers, RoomRow, ZoneName


class PutBackOut(BaseModel):
    """The body of `receipts.put_back`: where the mark stands now, how far they had read until then, and what is behind it."""

    room_id: UUID
    mark: int
    read: int
    blanks: list[int]
    blanks_before: int
    mentions: int
    mentioned: list[int]
    watched: list[int]


class JoinedOut(BaseModel):
    """Somebody is new in a room: the body of `rooms.joined`, with who reads there now."""

    room_id: UUID
    account_id: UUID
    role: Literal["manager", "member"]
    zones: list[ZoneName]
    speakers: list[str]
    person: Person
    readers: Readers
    lines: list[LineOut]


class SeatedOut(BaseModel):
    """Others sit in a room for a unit: the body of `rooms.unit_seated`, with who reads there now."""

    room_id: UUID
    account_id: UUID
    zones: list[ZoneName]
    speakers: list[str]
    readers: Readers


class ChangedOut(BaseModel):
    """A room is set otherwise: the body of `rooms.changed`, with what that lets its managers and its members do."""

    room_id: UUID
    name: str
    purpose: str
    shows_past: bool
    readers: Literal["everyone", "author", "count", "none"]
    reactions: bool
    shows_lines: bool
    printing: bool
    is_archived: bool
    ends_on: date | None
    managers: Abilities
    members: Abilities
    lines: list[LineOut]


class LabelledOut(BaseModel):
    """A room has another label, or other bodies in it by which the label allows less: the body of `rooms.labelled` and of
    `rooms.bodies_changed`, with who reads there now."""

    room_id: UUID
    label: int
    label_name: str
    level: Level
    readers: Readers
    lines: list[LineOut]


class RoleChangedOut(BaseModel):
    """Somebody manages a room or no longer: the body of `rooms.role_changed`, with what they may do there now."""

    room_id: UUID
    account_id: UUID
    role: Literal["manager", "member"]
    abilities: Abilities
    lines: list[LineOut]


class WithdrawnFactOut(BaseModel):
    """A message is gone: the body of `messages.withdrawn`. Without a message nothing stands in its place."""

    room_id: UUID
    message_id: UUID
    ordinal: int
    message: MessageOut | None
    thread_id: UUID | None
    """The message under which it stood."""
    thread: ThreadOut | None
    """What still stands there."""
    last: LastMessage | None
    """The newest message of the room that everybody in it may read; none where that differs among them."""
    people: People


class LeftOut(BaseModel):
    """Somebody is no longer in a room: the body of `rooms.left`, with who reads there now."""

    room_id: UUID
    account_id: UUID
    readers: Readers
    lines: list[LineOut]


class EnteredOut(BaseModel):
    """A room that has come into somebody's list: the body of `rooms.entered`."""

    account_id: UUID
    room: RoomRow
    people: People
    number: int
