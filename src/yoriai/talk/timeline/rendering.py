"""The words of comings and goings, loaded when they are told, for many at once: cards, rows, and who reads now.

Who reads in a room decides what one may write there, so it is told with every change of members and not left
to the next time that the screen is read.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import Person, people_of
from yoriai.platform.facts.fact import Fact
from yoriai.platform.work.edge import clock
from yoriai.talk.rooms.facts import MemberJoined, MemberLeft, RoomChanged, RoomEntered, stream_of
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.models import Membership, Role, Room
from yoriai.talk.rooms.padding import padded
from yoriai.talk.timeline.readers import NOBODY, audiences_of
from yoriai.talk.timeline.rows import people_at, row_of
from yoriai.talk.timeline.seats import Seat, seats_where
from yoriai.talk.timeline.wire import ChangedOut, EnteredOut, JoinedOut, LeftOut


async def render_entered(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """The row of each newcomer; a blank for one who has gone again meanwhile."""
    entered = [fact for fact in facts if isinstance(fact, RoomEntered)]
    rooms = {fact.room_id for fact in entered}
    heads = await heads_of(session, [stream_of(room_id) for room_id in rooms])
    pairs = padded([(fact.room_id, fact.account_id) for fact in entered])
    found = await seats_where(session, tuple_(Membership.room_id, Membership.account_id).in_(pairs))
    seats = {(seat.room_id, seat.account_id): seat for seat in found}
    audiences = await audiences_of(session, rooms, clock())
    people = await people_of(session, people_at(found))

    def body(fact: RoomEntered) -> dict[str, object] | None:
        seat = seats.get((fact.room_id, fact.account_id))
        if seat is None:
            return None
        out = EnteredOut(
            account_id=fact.account_id,
            room=row_of(seat, people, audiences.get(fact.room_id, NOBODY)),
            people=_named_in(seat, people),
            number=heads[stream_of(fact.room_id)],
        )
        return out.model_dump(mode="json")

    return [body(fact) for fact in entered]


async def render_changed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """What each room is called now, and whether it is put away."""
    changed = [fact for fact in facts if isinstance(fact, RoomChanged)]
    rooms = select(Room.id, Room.name, Room.purpose, Room.archived_at)
    found = await session.execute(rooms.where(Room.id.in_({fact.room_id for fact in changed})))
    words = {
        room_id: ChangedOut(room_id=room_id, name=name, purpose=purpose, is_archived=archived_at is not None)
        for room_id, name, purpose, archived_at in found
    }
    return [words[fact.room_id].model_dump() if fact.room_id in words else None for fact in changed]


async def render_joined(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Each newcomer with their card."""
    joined = [fact for fact in facts if isinstance(fact, MemberJoined)]
    people = await people_of(session, {fact.account_id for fact in joined})
    audiences = await audiences_of(session, {fact.room_id for fact in joined}, clock())
    return [
        JoinedOut(
            room_id=fact.room_id,
            account_id=fact.account_id,
            role=Role(fact.role).value,
            person=people[fact.account_id],
            readers=audiences.get(fact.room_id, NOBODY).readers,
        ).model_dump()
        for fact in joined
    ]


async def render_left(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Who has gone."""
    left = [fact for fact in facts if isinstance(fact, MemberLeft)]
    audiences = await audiences_of(session, {fact.room_id for fact in left}, clock())
    return [
        LeftOut(
            room_id=fact.room_id,
            account_id=fact.account_id,
            readers=audiences.get(fact.room_id, NOBODY).readers,
        ).model_dump()
        for fact in left
    ]


def _named_in(seat: Seat, people: dict[UUID, Person]) -> dict[UUID, Person]:
    return {who: people[who] for who in people_at([seat]) if who in people}
