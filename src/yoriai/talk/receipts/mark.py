"""Marking as read: marks that wait together are moved together, by a fixed number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from yoriai.kit.errors import Refused, SignedOut
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.authenticate import still_signed_in
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Batch
from yoriai.talk.receipts.facts import MarkMoved
from yoriai.talk.rooms import marks
from yoriai.talk.rooms.marks import Moved, Place
from yoriai.talk.rooms.standing import Standing, enter_at_once


@dataclass(frozen=True, slots=True)
class Marking:
    """Somebody says how far they have read."""

    actor: Actor
    room_id: UUID
    ordinal: int
    cause: Cause


def mark_all(batch: Batch, markings: Sequence[Marking]) -> Sequence[int | Refused]:
    """Where each of them stands afterwards. Marks move only forward and never beyond what is there to be read.

    Memberships are held, so that no other device of a person moves the mark between the look and the move.
    """
    places = [(marking.actor, marking.room_id) for marking in markings]
    standings = enter_at_once(batch.rows, places, batch.now)
    live = still_signed_in(batch.rows, [marking.actor for marking in markings], batch.now)
    stood = marks.stood(batch.rows, [(marking.room_id, marking.actor.account_id) for marking in markings])
    moves: dict[Place, tuple[Moved, Cause]] = {}
    for_units: dict[Place, int] = {}
    outcomes: list[int | Refused] = []
    for marking, here in zip(markings, standings, strict=True):
        if marking.actor.session_id not in live:
            outcomes.append(SignedOut())
            continue
        if isinstance(here, Refused):
            outcomes.append(here)
            continue
        place = marking.room_id, marking.actor.account_id
        wanted = within(marking.ordinal, here)
        if wanted > stood.get(place, 0):
            stood[place] = wanted
            moves[place] = Moved(*place, wanted, is_held=here.held_for is not None), marking.cause
            if here.held_for:
                # Whoever sits there for a unit reads for it: as one reader, however many they are.
                theirs = marking.room_id, here.held_for
                for_units[theirs] = max(for_units.get(theirs, 0), wanted)
        outcomes.append(stood.get(place, 0))
    units = [Moved(*place, ordinal) for place, ordinal in for_units.items()]
    marks.move(batch.rows, batch, [*(moved for moved, _ in moves.values()), *units])
    for moved, cause in moves.values():
        fact = MarkMoved(account_id=moved.account_id, room_id=moved.room_id, ordinal=moved.ordinal)
        batch.state(fact, by=moved.account_id, cause=cause)
    return outcomes


def within(ordinal: int, here: Standing) -> int:
    """The nearest position that somebody who reads from here on can have."""
    return max(here.sees_from - 1, min(ordinal, here.newest))
