"""Talks of two in which one is in a special post and does not let the other one write (ORG-8), or has no seat any more
and would not read it (ORG-6).

What was said there stays, and both read it. Where the one in the special post has written since they said so, the
other one answers. It is asked where somebody speaks in a talk of two, and costs one statement there.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused
from yoriai.people.accounts.served import NoSeat
from yoriai.people.accounts.special_posts.limits import Pair, closed_at_once, refusals_at_once
from yoriai.platform.db.statement import Rows, as_id, statement
from yoriai.talk.rooms.models import RoomKind
from yoriai.talk.rooms.standing import Standing

Place = tuple[UUID, UUID]
"""A room, and who speaks there."""

OTHERS: Final = statement(
    "SELECT asked.room, asked.who, m.account_id, w.account_id, a.family, a.given,"
    " CAST(a.roles AS TEXT) LIKE '%\"served\"%' FROM {asked}"
    " JOIN memberships m ON m.room_id = asked.room AND m.account_id <> asked.who AND m.is_open AND m.held_for IS NULL"
    " JOIN accounts a ON a.id = m.account_id LEFT JOIN writing_limits w ON w.account_id = m.account_id"
    " WHERE w.account_id IS NOT NULL OR CAST(a.roles AS TEXT) LIKE '%\"served\"%'",
    asked={"room": "uuid", "who": "uuid"},
)
SPOKEN: Final = statement(
    "SELECT DISTINCT asked.room, asked.target FROM {asked} JOIN writing_limits w ON w.account_id = asked.target"
    " JOIN messages m ON m.room_id = asked.room AND m.author_id = asked.target AND m.posted_at >= w.since",
    asked={"room": "uuid", "target": "uuid"},
)


def closed_in(rows: Rows, standings: Sequence[Standing | Refused], now: datetime) -> Mapping[Place, Refused]:
    """Those of these who may not speak where they stand, and whom they are told to ask."""
    places = {
        (here.room_id, here.actor.account_id)
        for here in standings
        if not isinstance(here, Refused) and here.kind is RoomKind.DIRECT
    }
    if not places:
        return {}
    found = rows.all(OTHERS, asked=list(places))
    if not found:
        return {}
    others = {
        (as_id(room), as_id(who)): as_id(target)
        for room, who, target, limit, *_ in found
        if limit is not None
    }
    unread = {
        (as_id(room), as_id(who)): NoSeat(names=f"{family} {given}".rstrip(), count=1)
        for room, who, _, _, family, given, is_served in found
        if is_served
    }
    today = day_in_japan(now)
    closed = closed_at_once(rows, {(who, target) for (_, who), target in others.items()}, today)
    shut = {place: target for place, target in others.items() if (place[1], target) in closed}
    pairs = {(who, target) for (_, who), target in shut.items()}
    limited = _unless_spoken(rows, shut, refusals_at_once(rows, pairs, today))
    return {**limited, **unread}


def _unless_spoken(
    rows: Rows, shut: Mapping[Place, UUID], refusals: Mapping[Pair, Refused]
) -> Mapping[Place, Refused]:
    asked: Collection[tuple[UUID, UUID]] = {(room, target) for (room, _), target in shut.items()}
    found = rows.all(SPOKEN, asked=list(asked)) if asked else ()
    spoken = {(as_id(room), as_id(target)) for room, target in found}
    return {
        place: refusals[place[1], target]
        for place, target in shut.items()
        if (place[0], target) not in spoken
    }
