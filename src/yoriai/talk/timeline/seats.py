"""A person's seat in a room with everything a row of their list needs, for any number of seats in one query."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.talk.messages import said_by
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.queries import newest_shown
from yoriai.talk.messages.said_by import SaidBy
from yoriai.talk.rooms.keys import other_in
from yoriai.talk.rooms.models import Membership, Notify, ReadMark, Role, Room, RoomKind
from yoriai.talk.shelf.models import ShelvedRoom
from yoriai.talk.timeline.waiting import AT_SEAT, LISTED, MOST_LISTED, Counts, counted

Ordinals = list[int]
SeatRow = tuple[
    UUID, str, str, datetime, UUID | None, UUID, UUID, str, str | None, str, str, datetime, datetime | None, date | None, int, int, int | None,  # person, room
    bool | None, UUID | None,  # their shelf
    UUID | None, int | None, list[Part] | None, datetime | None, datetime | None,  # its newest message
    UUID | None, UUID | None, UUID | None, UUID | None,  # who said it
    Ordinals, Ordinals, Ordinals, Ordinals,  # what waits there
]  # fmt: skip

SEATS: Final[Select[*SeatRow]] = (
    select(
        Membership.account_id,
        Membership.role,
        Membership.notify,
        Membership.joined_at,
        Membership.held_for,
        Room.id,
        Room.organization_id,
        Room.kind,
        Room.members_key,
        Room.name,
        Room.purpose,
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
        Message.parts,
        Message.posted_at,
        Message.withdrawn_at,
        *said_by.COLUMNS,
        *LISTED,
    )
    .select_from(Membership)
    .join(Room, Room.id == Membership.room_id)
    .outerjoin(ReadMark, AT_SEAT)
    .outerjoin(
        ShelvedRoom,
        and_(ShelvedRoom.room_id == Membership.room_id, ShelvedRoom.account_id == Membership.account_id),
    )
    .outerjoin(Message, and_(Message.room_id == Room.id, Message.ordinal == newest_shown(Room.id)))
    .outerjoin(said_by.UNIT, said_by.IS_UNIT)
)


@dataclass(frozen=True, slots=True)
class Seat:
    """One open membership, in the order of the columns above."""

    account_id: UUID
    role_name: str
    notify_name: str
    joined_at: datetime
    held_for: UUID | None
    room_id: UUID
    organization_id: UUID
    kind_name: str
    members_key: str | None
    name: str
    purpose: str
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
    last_parts: list[Part] | None
    last_at: datetime | None
    last_withdrawn_at: datetime | None
    last_author: UUID | None
    last_for: UUID | None
    last_of_body: UUID | None
    last_withdrawn_by: UUID | None
    nothing: Ordinals
    """The newest ordinals beyond the mark at which there is nothing to read any more, in no order."""
    named: Ordinals
    everybody: Ordinals
    said: Ordinals
    """The newest of those that call: by name, as one of everybody, and by a word."""
    counts: Counts | None = None
    """How much there is in all, where that is more than is listed."""

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
        """With whom one talks here, where there are just two: for oneself, or for a unit."""
        return other_in(self.kind_name, self.members_key, self.held_for or self.account_id)

    @property
    def last_said(self) -> SaidBy | None:
        """Who said its newest message."""
        if self.last_author is None:
            return None
        return SaidBy(self.last_author, self.last_for, self.last_of_body, self.last_withdrawn_by)

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    @property
    def mark(self) -> int:
        """How far this person has read. What was said before their time does not wait for them."""
        return max(self.marked or 0, self.sees_from - 1)

    @property
    def blanks(self) -> list[int]:
        """The newest ordinals beyond the mark at which there is nothing to read any more."""
        return sorted(self.nothing)

    @property
    def blanks_before(self) -> int:
        """How many there are before those."""
        return self.counts.blanks - len(self.blanks) if self.counts else 0

    @property
    def mentioned(self) -> list[int]:
        """Ordinals beyond the mark of messages that name this person, of the newest that call."""
        return sorted({*self.named, *self.everybody} & self._calling)

    @property
    def watched(self) -> list[int]:
        """Those of messages in which a word is said that this person watches for."""
        return sorted(self._calling.intersection(self.said))

    @property
    def mentions(self) -> int:
        """How many of the unread messages call this person, by name or by a word."""
        return self.counts.calls if self.counts else len(self._calling)

    @property
    def unread(self) -> int:
        return max(self.newest - self.mark - len(self.blanks) - self.blanks_before, 0)

    @property
    def is_full(self) -> bool:
        """Whether more may wait than is listed."""
        return max(len(self.nothing), len(self._calling)) >= MOST_LISTED

    @property
    def _calling(self) -> set[int]:
        both = {*self.named, *self.everybody, *self.said}
        return set(sorted(both)[-MOST_LISTED:])


async def seats_where(session: AsyncSession, *conditions: ColumnElement[bool]) -> list[Seat]:
    """The open seats of which these conditions hold: one query, and another one where more waits than is listed."""
    asked = SEATS.where(Membership.is_open.is_(True), *conditions)
    seats = [Seat(*row) for row in await session.execute(asked)]
    full = await counted(session, [(seat.room_id, seat.account_id) for seat in seats if seat.is_full])
    if not full:
        return seats
    return [replace(seat, counts=full.get((seat.room_id, seat.account_id))) for seat in seats]
