"""What a screen is given: rooms as rows of a list, the room itself, a page of it, and the first screen."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from yoriai.people.accounts.cards import Person
from yoriai.talk.departments.wire import HandoverOut
from yoriai.talk.following.wire import FollowedOut
from yoriai.talk.guests.wire import EndingOut
from yoriai.talk.messages.wire import MessageOut, ThreadOut
from yoriai.talk.pins.wire import PinOut
from yoriai.talk.reactions.wire import ReactionOut
from yoriai.talk.receipts.counting import Marks
from yoriai.talk.rooms.labels import Level
from yoriai.talk.rooms.reading_lines import LineOut
from yoriai.talk.shelf.wire import FolderOut

People = dict[UUID, Person]


class Readers(BaseModel):
    """Who else reads here than colleagues at the office: shown before anything is written (庁内のみ, ゲスト 3)."""

    lgwan_only: bool
    """Whether the room's label keeps it from the Internet side altogether."""
    internet_devices: bool
    other_bodies: int
    guests: int


class LastMessage(BaseModel):
    """The newest message of a room, in one line."""

    message_id: UUID
    author_id: UUID
    on_behalf_of: UUID | None
    """The account of a unit in whose name it was said: its name stands there."""
    text: str
    posted_at: datetime
    is_withdrawn: bool
    """It was taken back: then there is no text."""
    withdrawn_by: UUID | None


class Abilities(BaseModel):
    """What somebody may do in a room, by what they are in it and what it is."""

    may_post: bool
    may_arrange_members: bool
    may_set: bool
    may_leave: bool
    may_pin: bool


class RoomRow(BaseModel):
    """A room as one person sees it in their list."""

    room_id: UUID
    organization_id: UUID
    name: str
    kind: Literal["group", "department", "leaders", "practice", "direct", "self", "open"]
    other: UUID | None
    """With whom one talks here, in a direct talk; the name of the room is theirs."""
    held_for: UUID | None
    """The account of a unit for which whoever asks reads and writes here (ORG-6)."""
    readers: Readers
    label: int
    label_name: str
    """Its confidentiality, as the body of the room calls it."""
    member_count: int
    newest_ordinal: int
    mark: int
    unread: int
    blanks: list[int]
    """The newest ordinals beyond the mark at which there is nothing to read any more: they are not unread."""
    blanks_before: int
    """How many there are beyond the mark before those that are listed."""
    mentions: int
    """How many of the unread messages call whoever asks: also those that are not listed below."""
    mentioned: list[int]
    """Of the newest messages that call, the ordinals of those that name them, alone, with their unit, or with
    everybody; ascending."""
    watched: list[int]
    """The ordinals of those in which a word is said that they watch for; ascending."""
    notify: Literal["all", "mentions", "none"]
    """What of this room calls them."""
    is_favourite: bool
    """It stands at the head of their list."""
    folder_id: UUID | None
    last: LastMessage | None
    role: Literal["manager", "member"]
    may_post: bool
    may_arrange_members: bool
    may_set: bool
    may_leave: bool
    may_pin: bool
    is_archived: bool
    opened_at: datetime
    ends_on: date | None
    """The last day for which it was made."""


class Rules(BaseModel):
    """How long messages of a room may be taken back or put right, by the body whose room it is; and everything that
    the room is set to."""

    withdraw_minutes: int
    edit_minutes: int
    outside_delay_seconds: int
    """What a message waits at least on the device, while people from outside read here (MSG-6)."""
    shows_past: bool
    readers: Literal["everyone", "author", "count", "none"]
    """Who is shown who has read a message (MSG-10)."""
    reactions: bool
    """Whether one may react here (ROOM-11)."""
    shows_lines: bool
    """Whether comings and goings stand among the messages (ROOM-10)."""
    printing: bool
    """Whether what is said here may be put on paper, as far as the room itself says; its label may forbid it."""


ZoneName = Literal["lgwan", "internet"]


class MemberOut(BaseModel):
    account_id: UUID
    role: Literal["manager", "member"]
    on_behalf_of: UUID | None
    """For whom they sit here, where it is not for themselves; shown to the colleagues of both."""
    zones: list[ZoneName]
    """From which sides they have lately used Yoriai, of those on which the room is there (ZONE-2); of a unit, those who sit
    there for it."""
    speakers: list[str]
    """Of a unit, the names of those who sit there for it; shown to its colleagues."""


class MadeOut(BaseModel):
    """Who really made a room, and in whose name."""

    by: UUID
    on_behalf_of: UUID


class RoomOut(BaseModel):
    """One room with its members, and how far its stream and that of whoever asks had come when this was read."""

    room: RoomRow
    purpose: str
    made: MadeOut | None
    """Of a room that was made in the name of somebody else; shown to the colleagues of both."""
    label: Level
    rules: Rules
    members: list[MemberOut]
    pins: list[PinOut]
    """What stands at its top, the newest first."""
    favourites: list[UUID]
    """Its messages that whoever asks wants to find again."""
    watched: dict[UUID, list[str]]
    """Its newest messages in which words are said that whoever asks watches for, each with these words."""
    people: People
    heads: dict[str, int]


class PageOut(BaseModel):
    """A page of messages, ascending, and cursors to its neighbours."""

    root: MessageOut | None
    """In a thread: the message under which all of these stand; None where the reader came later than that."""
    messages: list[MessageOut]
    people: People
    marks: Marks
    reactions: dict[UUID, list[ReactionOut]]
    """By message, in the order in which they stand there; messages without any are left out."""
    lines: list[LineOut]
    """What stands quietly below these messages, in its order."""
    threads: dict[UUID, ThreadOut]
    """What stands under which of them; messages without any are left out."""
    older: str | None
    newer: str | None
    number: int


class BodyOut(BaseModel):
    """The public body somebody belongs to."""

    code: str
    name: str


class OrganizationOut(BaseModel):
    """One of the organizations in which somebody serves (役所, 議会, 消防団)."""

    organization_id: UUID
    name: str


class MeOut(BaseModel):
    """Who is signed in here, and what they may do."""

    account_id: UUID
    family: str
    given: str
    kana: str
    department: str
    department_path: str
    job_title: str
    tenant: BodyOut
    organization_id: UUID | None
    """Where they mainly serve."""
    organizations: list[OrganizationOut]
    """All in which they serve, in the order of the body. Rooms of different ones are never shown together (ORG-7)."""
    units: list[UUID]
    """The units in which they serve, and those above them: who names one of these names them."""
    contact: str
    capabilities: list[str]
    switched_off: list[str]
    """The modules that their body lives without: no menu and no screen names them."""
    meets_neighbours: bool
    """Whether their body lets its staff meet people of other bodies. Elsewhere nobody asks them for a talk, and nothing
    has to be looked for."""
    zone: str


class ScreenOut(BaseModel):
    """Everything the first screen shows, and the numbers after which facts go on from it."""

    me: MeOut
    rooms: list[RoomRow]
    folders: list[FolderOut]
    """Those of their list, as they stand."""
    followed: list[FollowedOut]
    """The open rooms that they follow without being in them."""
    handovers: list[HandoverOut]
    """The rooms of their former units in which they still read, those that end soonest first."""
    people: People
    ending: list[EndingOut]
    """Guests for whom they answer and whose time is over soon, the soonest first."""
    due: dict[UUID, int]
    """How many messages kept for later one was reminded of and has not done, by organization; those without any are
    left out."""
    heads: dict[str, int]
