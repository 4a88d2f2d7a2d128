"""What waits beyond somebody's mark in a room: the newest of it as columns of their seat, and how much it is in all.

Somebody may be away for a year, or be called ten thousand times. Of each kind no more than the newest few are listed,
read backwards in an index, so that their screen opens as fast as everybody's; only where a list is full is anything
counted.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, and_, case, func, select, tuple_, union
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from yoriai.platform.db.gathered import gathered
from yoriai.talk.messages.models import Blank, Mention, Message
from yoriai.talk.rooms.models import Membership, ReadMark
from yoriai.talk.rooms.padding import padded
from yoriai.talk.watchwords.models import WordCall

MOST_LISTED: Final = 100
AT_SEAT: Final = and_(ReadMark.room_id == Membership.room_id, ReadMark.account_id == Membership.account_id)

# The first ordinal that they have not read and may read.
_MARK: Final = func.coalesce(ReadMark.own, 0)
_FIRST: Final = case((_MARK >= Membership.since_ordinal, _MARK + 1), else_=Membership.since_ordinal)
_said: Final = aliased(Message)

_BLANKS: Final = select(Blank.ordinal).where(Blank.room_id == Membership.room_id, Blank.ordinal >= _FIRST)
_NAMED: Final = select(Mention.ordinal).where(
    Mention.room_id == Membership.room_id,
    Mention.account_id == Membership.account_id,
    Mention.target != Mention.room_id,
    Mention.ordinal >= _FIRST,
)
# What names everybody lies there as of its author, whom it does not call; nor has it called who came only afterwards.
_EVERYBODY: Final = (
    select(Mention.ordinal)
    .join(_said, _said.id == Mention.message_id)
    .where(
        Mention.target == Membership.room_id,
        Mention.account_id != Membership.account_id,
        Mention.ordinal >= _FIRST,
        _said.posted_at >= Membership.joined_at,
    )
)
# What was taken back calls nobody, also before the reader of words has heard of it.
_WATCHED: Final = (
    select(WordCall.ordinal)
    .join(_said, _said.id == WordCall.message_id)
    .where(
        WordCall.room_id == Membership.room_id,
        WordCall.account_id == Membership.account_id,
        WordCall.ordinal >= _FIRST,
        _said.withdrawn_at.is_(None),
    )
)


def _of_seat(asked: Select[int]) -> Select[int]:
    return asked.correlate(Membership, ReadMark)


def _newest(asked: Select[int]) -> ScalarSelect[list[int]]:
    (ordinal,) = asked.selected_columns
    return gathered(_of_seat(asked).order_by(ordinal.desc()).limit(MOST_LISTED))


# A message that names somebody twice is one.
LISTED: Final = (
    _newest(_BLANKS),
    _newest(_NAMED.group_by(Mention.ordinal)),
    _newest(_EVERYBODY),
    _newest(_WATCHED),
)
Place = tuple[UUID, UUID]
"""A room and a person in it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much waits in all: ordinals at which there is nothing to read, and messages that call."""

    blanks: int
    calls: int


async def counted(session: AsyncSession, places: Collection[Place]) -> dict[Place, Counts]:
    """How much waits at these seats: one query, and none where there are none."""
    if not places:
        return {}
    calls = union(*map(_of_seat, (_NAMED, _EVERYBODY, _WATCHED))).subquery()
    blanks = _of_seat(_BLANKS).subquery()
    asked = (
        select(
            Membership.room_id,
            Membership.account_id,
            select(func.count()).select_from(blanks).scalar_subquery(),
            select(func.count()).select_from(calls).scalar_subquery(),
        )
        .outerjoin(ReadMark, AT_SEAT)
        .where(
            Membership.is_open.is_(True),
            tuple_(Membership.room_id, Membership.account_id).in_(padded(list(places))),
        )
    )
    return {
        (room_id, account_id): Counts(blanks or 0, calls or 0)
        for room_id, account_id, blanks, calls in await session.execute(asked)
    }
