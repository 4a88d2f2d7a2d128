"""Marking as read: marks that wait together are moved together, by a fixed number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, select, tuple_

from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.receipts.facts import MarkMoved
from yoriai.talk.rooms import marks
from yoriai.talk.rooms.marks import Moved
from yoriai.talk.rooms.models import ReadMark
from yoriai.talk.rooms.padding import padded
from yoriai.talk.rooms.standing import Standing, enter_many

Place = tuple[UUID, UUID]
"""A room and a person in it."""

_marks: Final = cast("Table", ReadMark.__table__).c


@dataclass(frozen=True, slots=True)
class Marking:
    """Somebody says how far they have read."""

    actor: Actor
    room_id: UUID
    ordinal: int
    cause: Cause


async def mark_all(work: Work, markings: Sequence[Marking]) -> Sequence[int | Refused]:
    """Where each of them stands afterwards. Marks move only forward and never beyond what is there to be read."""
    asked = [(marking.actor, marking.room_id) for marking in markings]
    # Held, so that no other device of the same person moves the mark between the look and the move.
    standings = await enter_many(work, asked, held=True)
    stood = await _stood(work, [(marking.room_id, marking.actor.account_id) for marking in markings])
    moves: dict[Place, tuple[Moved, Cause]] = {}
    outcomes: list[int | Refused] = []
    for marking, here in zip(markings, standings, strict=True):
        if here is None:
            outcomes.append(NotFound())
            continue
        place = marking.room_id, marking.actor.account_id
        wanted = within(marking.ordinal, here)
        if wanted > stood.get(place, 0):
            stood[place] = wanted
            moves[place] = Moved(*place, wanted), marking.cause
        outcomes.append(stood.get(place, 0))
    await marks.move(work, [moved for moved, _ in moves.values()])
    for moved, cause in moves.values():
        fact = MarkMoved(account_id=moved.account_id, room_id=moved.room_id, ordinal=moved.ordinal)
        work.state(fact, by=moved.account_id, cause=cause)
    return outcomes


def within(ordinal: int, here: Standing) -> int:
    """The nearest position that somebody who reads from here on can have."""
    return max(here.sees_from - 1, min(ordinal, here.newest))


async def _stood(work: Work, places: Sequence[Place]) -> dict[Place, int]:
    statement = select(_marks.room_id, _marks.account_id, _marks.ordinal).where(
        tuple_(_marks.room_id, _marks.account_id).in_(padded(places))
    )
    found = await work.session.execute(statement)
    return {(room_id, account_id): ordinal for room_id, account_id, ordinal in found}
