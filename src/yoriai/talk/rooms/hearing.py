"""Which rooms' streams people may hear: another place that asks the rule of `standing`."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Final
from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Rows, as_id, statement
from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.feature import Hearer
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.facts import room_of, stream_of
from yoriai.talk.rooms.standing import Place, places_at_once

SEALED: Final = statement(
    "SELECT r.id FROM {asked} JOIN rooms r ON r.id = asked.room WHERE r.lgwan_only", asked={"room": "uuid"}
)


def sealed_among(rows: Rows, streams: Collection[str]) -> frozenset[str]:
    """Those of these streams whose rooms are not there on the Internet side; one statement, none for none."""
    asked = [(room_id,) for room_id in map(room_of, streams) if room_id is not None]
    if not asked:
        return frozenset()
    return frozenset(stream_of(as_id(room_id)) for (room_id,) in rows.all(SEALED, asked=asked))


async def hears(work: Work, hearers: Sequence[Hearer]) -> Sequence[Mapping[str, Sight]]:
    """The rooms in which each of them is, or those among the named streams. Anything else is not heard."""
    asked = [(each.who, _rooms(each)) for each in hearers if isinstance(each.who, Actor)]
    places = await plainly(work.session, lambda rows: iter(places_at_once(rows, asked)))
    called = cache(stream_of)  # many of them are in the same rooms
    return [
        {called(place.room_id): _sight(place) for place in next(places)}
        if isinstance(each.who, Actor)
        else {}
        for each in hearers
    ]


def _rooms(hearer: Hearer) -> frozenset[UUID] | None:
    """The rooms that are named; None: all."""
    if hearer.named is None:
        return None
    return frozenset(room for room in map(room_of, hearer.named) if room is not None)


def _sight(place: Place) -> Sight:
    """Whoever reads from the first message on hears everything, whenever they came."""
    return WHOLE if place.sees_from == 1 else Sight(place.since_number, place.sees_from)
