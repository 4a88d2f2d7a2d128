"""How many have read how far: a histogram of a room's marks, from which 既読 of every message follows."""

from collections import Counter
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.talk.receipts.policy import shows_count
from yoriai.talk.rooms.models import Membership, ReadMark, Room
from yoriai.talk.rooms.policy import ReadersPolicy

MOST_STEPS: Final = 200

Marks = list[tuple[int, int]]
"""Pairs of an ordinal and how many stand exactly there, ascending. 既読 of a message is the sum from its ordinal on."""


async def marks_of(session: AsyncSession, room_id: UUID) -> Marks:
    """The marks of everybody who has read in this room, also of those who have left: 既読 never shrinks (MSG-9).

    Where newcomers are not shown the past, a pair may be negative: it takes those who came later out of the
    messages before their time, which they cannot have read. In a room that says of nobody whether they have read
    there are none.
    """
    # The first interval decides: whoever was there before a break has read what was said before it.
    began = func.min(Membership.since_ordinal)
    later = (
        select(Membership.account_id, began.label("since"))
        .where(Membership.room_id == room_id)
        .group_by(Membership.account_id)
        .having(began > 1)
        .subquery()
    )
    statement = (
        select(ReadMark.ordinal, later.c.since, func.count())
        .outerjoin(later, later.c.account_id == ReadMark.account_id)
        .where(ReadMark.room_id == room_id, ReadMark.ordinal > 0, _are_shown(room_id))
        .group_by(ReadMark.ordinal, later.c.since)
    )
    counts = Counter[int]()
    for ordinal, since, readers in await session.execute(statement):
        counts[ordinal] += readers
        if since is not None:
            counts[since - 1] -= readers
    return shortened(sorted((ordinal, readers) for ordinal, readers in counts.items() if readers and ordinal))


def _are_shown(room_id: UUID) -> ColumnElement[bool]:
    """The rule of `policy.shows_count`, asked where the marks are: no query of its own for every page."""
    chosen = Room.policies["readers"].as_string()
    shown = [policy.value for policy in ReadersPolicy if shows_count(policy)]
    return select(Room.id).where(Room.id == room_id, or_(chosen.is_(None), chosen.in_(shown))).exists()


def shortened(marks: Marks) -> Marks:
    """At most 200 steps. Who is further back is counted with the last of all: of nobody is more said than is true."""
    if len(marks) <= MOST_STEPS:
        return marks
    behind, kept = marks[: -MOST_STEPS + 1], marks[-MOST_STEPS + 1 :]
    return [(behind[0][0], sum(readers for _, readers in behind)), *kept]
