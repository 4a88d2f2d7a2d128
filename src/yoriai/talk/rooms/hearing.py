"""Which rooms' streams somebody may hear: the third place that asks the rule of `standing`."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from yoriai.people.access.actor import Actor
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Who
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.facts import room_of, stream_of
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.standing import rule

MOST_NAMED = 500
"""Above this, reading all rooms of a person costs less than naming some."""


async def hears(work: Work, who: Who, named: Collection[str] | None) -> Mapping[str, Sight]:
    """The rooms this person is in, or those among the named streams. Anything else is not heard."""
    if not isinstance(who, Actor):
        return {}
    asked = None if named is None else {room for room in map(room_of, named) if room is not None}
    if asked is not None and not asked:
        return {}
    statement = (
        select(Membership.room_id, Membership.since_number, Membership.since_ordinal)
        .join(Room, Room.id == Membership.room_id)
        .where(*rule(who))
    )
    if asked is not None and len(asked) <= MOST_NAMED:
        statement = statement.where(Membership.room_id.in_(asked))
    found = await work.session.execute(statement)
    return {
        stream_of(room_id): Sight(since_number, sees_from)
        for room_id, since_number, sees_from in found
        if asked is None or room_id in asked
    }
