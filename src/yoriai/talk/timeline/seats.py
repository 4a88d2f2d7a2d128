"""A person's seat in a room with everything a row of their list needs, for any number of seats in one query."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from yoriai.talk.messages.models import Blank, Mention, Message
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.queries import newest_shown
from yoriai.talk.rooms.keys import other_in
from yoriai.talk.rooms.models import Membership, Notify, ReadMark, Role, Room, RoomKind
from yoriai.talk.shelf.models import ShelvedRoom
from yoriai.talk.watchwords.models import WordCall

SeatRow = tuple[
    UUID, str, str, UUID, UUID, str, str | None, str, str, int | None, datetime, datetime | None, date | None, int, int, int | None,  # person, room
    bool | None, UUID | None,  # their shelf
    UUID | None, int | None, UUID | None, list[Part] | None, datetime | None, datetime | None, UUID | None,  # its newest message
]  # fmt: skip

SEATS: Final[Select[*SeatRow]] = (
    select(
        Membership.account_id,
        Membership.role,
        Membership.notify,
        Room.id,
        Room.organization_id,
        Room.kind,
        Room.members_key,
        Room.name,
        Room.purpose,
        Room.label,
        Room.opened_at,
        Room.archived_at,
        Room.ends_on,
        Room.last_ordinal,
        Membership.since_ordinal,
        ReadMark.own,
        ShelvedRoom.is_favourite,
        ShelvedRoom.folder_id,
        Message.id,
        Message.ordinal,
        Message.author_id,
        Message.parts,
        Message.posted_at,
        Message.withdrawn_at,
        Message.withdrawn_by,
    )
    .select_from(Membership)
    .join(Room, Room.id == Membership.room_id)
    .outerjoin(
        ReadMark, and_(ReadMark.room_id == Membership.room_id, ReadMark.account_id == Membership.account_id)
    )
    .outerjoin(
        ShelvedRoom,
        and_(ShelvedRoom.room_id == Membership.room_id, ShelvedRoom.account_id == Membership.account_id),
    )
    .outerjoin(Message, and_(Message.room_id == Room.id, Message.ordinal == newest_shown(Room.id)))
)


@dataclass(frozen=True, slots=True)
class Seat:
    """One open membership, in the order of the columns above."""

    account_id: UUID
    role_name: str
    notify_name: str
    room_id: UUID
    organization_id: UUID
    kind_name: str
    members_key: str | None
    name: str
    purpose: str
    label: int | None
    opened_at: datetime
    archived_at: datetime | None
    ends_on: date | None
    newest: int
    sees_from: int
    marked: int | None
    favoured: bool | None
    folder_id: UUID | None
    last_id: UUID | None
    last_ordinal: int | None
    last_author: UUID | None
    last_parts: list[Part] | None
    last_at: datetime | None
    last_withdrawn_at: datetime | None
    last_withdrawn_by: UUID | None
    blanks: list[int] = field(default_factory=list[int])
    """Ordinals beyond the mark at which there is nothing to read any more."""
    mentioned: list[int] = field(default_factory=list[int])
    """Ordinals beyond the mark of messages that name this person."""
    watched: list[int] = field(default_factory=list[int])
    """Those of messages in which a word is said that this person watches for."""

    @property
    def role(self) -> Role:
        return Role(self.role_name)

    @property
    def notify(self) -> Notify:
        return Notify(self.notify_name)

    @property
    def kind(self) -> RoomKind:
        return RoomKind(self.kind_name)

    @property
    def other(self) -> UUID | None:
        """With whom one talks here, where there are just two."""
        return other_in(self.kind_name, self.members_key, self.account_id)

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    @property
    def mark(self) -> int:
        """How far this person has read. What was said before their time does not wait for them."""
        return max(self.marked or 0, self.sees_from - 1)

    @property
    def mentions(self) -> int:
        """How many of the unread messages call this person, by name or by a word."""
        return len({*self.mentioned, *self.watched})

    @property
    def unread(self) -> int:
        return max(self.newest - self.mark - len(self.blanks), 0)


async def seats_where(session: AsyncSession, *conditions: ColumnElement[bool]) -> list[Seat]:
    """The open seats of which these conditions hold: four queries."""
    among = Membership.is_open.is_(True), *conditions
    seats = [Seat(*row) for row in await session.execute(SEATS.where(*among))]
    blanks = await _beyond_marks(session, BLANKS.where(*among))
    mentioned = await _beyond_marks(session, MENTIONED.where(*among))
    watched = await _beyond_marks(session, WATCHED.where(*among))

    def filled(seat: Seat) -> Seat:
        place = seat.room_id, seat.account_id
        behind = [each.get(place, []) for each in (blanks, mentioned, watched)]
        return replace(seat, blanks=behind[0], mentioned=behind[1], watched=behind[2])

    return [filled(seat) for seat in seats]


Ordinals = Select[UUID, UUID, int]
_MARKED: Final[Select[UUID, UUID]] = (
    select(Membership.room_id, Membership.account_id)
    .select_from(Membership)
    .join(Room, Room.id == Membership.room_id)
    .outerjoin(
        ReadMark,
        and_(ReadMark.room_id == Membership.room_id, ReadMark.account_id == Membership.account_id),
    )
)


def _beyond_mark(at: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    return and_(at > func.coalesce(ReadMark.own, 0), at >= Membership.since_ordinal)


BLANKS: Final[Ordinals] = (
    _MARKED.add_columns(Blank.ordinal)
    .join(Blank, and_(Blank.room_id == Membership.room_id, _beyond_mark(Blank.ordinal)))
    .order_by(Blank.ordinal)
)
# What names everybody lies there as of its author, whom it does not call; nor has it called who came only afterwards.
IS_MEANT: Final = or_(
    and_(
        Mention.target == Mention.room_id,
        Mention.account_id != Membership.account_id,
        Message.posted_at >= Membership.joined_at,
    ),
    and_(Mention.target != Mention.room_id, Mention.account_id == Membership.account_id),
)
MENTIONED: Final[Ordinals] = (
    _MARKED.add_columns(Mention.ordinal)
    .join(Mention, and_(Mention.room_id == Membership.room_id, _beyond_mark(Mention.ordinal)))
    .join(Message, and_(Message.id == Mention.message_id, IS_MEANT))
    .distinct()
    .order_by(Mention.ordinal)
)

# What was taken back calls nobody, also before the reader of words has heard of it.
WATCHED: Final[Ordinals] = (
    _MARKED.add_columns(WordCall.ordinal)
    .join(
        WordCall,
        and_(
            WordCall.room_id == Membership.room_id,
            WordCall.account_id == Membership.account_id,
            _beyond_mark(WordCall.ordinal),
        ),
    )
    .join(Message, and_(Message.id == WordCall.message_id, Message.withdrawn_at.is_(None)))
    .order_by(WordCall.ordinal)
)


async def _beyond_marks(session: AsyncSession, asked: Ordinals) -> dict[tuple[UUID, UUID], list[int]]:
    found: dict[tuple[UUID, UUID], list[int]] = {}
    for room_id, account_id, ordinal in await session.execute(asked):
        found.setdefault((room_id, account_id), []).append(ordinal)
    return found
