"""How much waits for somebody, for whoever acts for them and is shown it: one number, and nothing of where (ORG-8).

Talks of two and one's own notes are not counted: from a number that moves with one of them somebody could tell who
writes. It is made anew each time it is asked for, and pushed to nobody, so that a word taken back is taken back at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.delegates import mandates
from yoriai.people.sessions.stand_in import stand_in
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Notify, Room, RoomKind
from yoriai.talk.rooms.standing import rule
from yoriai.talk.timeline.seats import Seat, seats_where

COUNTED: Final = (RoomKind.GROUP, RoomKind.OPEN, RoomKind.DEPARTMENT, RoomKind.LEADERS)


@dataclass(frozen=True, slots=True)
class ShownCount:
    """How much waits for a principal, in rooms of several."""

    principal_id: UUID
    unread: int


async def shown_counts(work: Work, actor: Actor) -> Sequence[ShownCount]:
    """Of everybody who lets the actor see it. On the Internet side rooms that are not there do not count."""
    shown = [each.principal_id for each in await mandates.named(work, actor) if each.sees_unread]
    return [ShownCount(who, await _unread_of(work, who, actor.zone)) for who in shown]


async def _unread_of(work: Work, account_id: UUID, zone: str) -> int:
    principal = await stand_in(work, account_id, zone)
    if principal is None:
        return 0
    rooms = Room.kind.in_(COUNTED), Room.archived_at.is_(None)
    return sum(map(_calling, await seats_where(work.session, *rule(principal.actor), *rooms)))


def _calling(seat: Seat) -> int:
    """As the principal's own badge: of rooms in which only what names them calls, only that."""
    if seat.notify is Notify.NONE:
        return 0
    return seat.unread if seat.notify is Notify.ALL else seat.mentions
