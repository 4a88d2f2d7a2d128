"""The words of comings and goings, loaded when they are told, for many at once: cards, rows, and who reads now.

Who reads in a room decides what one may write there, so it is told with every change of members and not left
to the next time that the screen is read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import Person, people_of
from yoriai.platform.facts.fact import Fact
from yoriai.platform.feature import hears_outside
from yoriai.platform.work.edge import clock
from yoriai.talk.receipts.facts import MarkPutBack
from yoriai.talk.rooms.facts import (
    LineFact,
    MemberLeft,
    MemberRoleChanged,
    RoomBodiesChanged,
    RoomChanged,
    RoomLabelled,
    RoomOpens,
    stream_of,
)
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.models import Membership, Role, Room, RoomKind
from yoriai.talk.rooms.padding import padded
from yoriai.talk.rooms.policy import allows_printing, has_reactions, readers_policy, shows_lines, shows_past
from yoriai.talk.rooms.reading_lines import LineOut, told_by
from yoriai.talk.rooms.seats import seats_now
from yoriai.talk.timeline.readers import NOBODY, audiences_of
from yoriai.talk.timeline.rows import abilities_of, people_at, row_of
from yoriai.talk.timeline.seats import Seat, seats_where
from yoriai.talk.timeline.told import (
    ChangedOut,
    EnteredOut,
    LabelledOut,
    LeftOut,
    PutBackOut,
    RoleChangedOut,
)


@dataclass(frozen=True, slots=True)
class As:
    """Anybody who is this in a room."""

    role: Role
    kind: RoomKind
    is_archived: bool


async def render_entered(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """The row of each newcomer; a blank for one who is there no longer."""
    entered = [fact for fact in facts if isinstance(fact, RoomOpens)]
    rooms = {fact.room_id for fact in entered}
    heads = await heads_of(session, [stream_of(room_id) for room_id in rooms])
    seats = await _seats(session, entered)
    audiences = await audiences_of(session, rooms, clock())
    people = await people_of(session, people_at([*seats.values()], klass), klass)

    def body(fact: RoomOpens) -> dict[str, object] | None:
        seat = seats.get((fact.room_id, fact.account_id))
        if seat is None:
            return None
        out = EnteredOut(
            account_id=fact.account_id,
            room=row_of(seat, people, klass, audiences.get(fact.room_id, NOBODY)),
            people=_named_in(seat, people, klass),
            number=heads[stream_of(fact.room_id)],
        )
        return out.model_dump(mode="json")

    return [body(fact) for fact in entered]


async def render_changed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """What each room is set to now."""
    changed = [fact for fact in facts if isinstance(fact, RoomChanged)]
    rooms = select(Room).where(Room.id.in_({fact.room_id for fact in changed}))
    there = {room.id: room for room in await session.scalars(rooms)}
    lines = await lines_of(session, changed, klass)
    return [
        _changed(there[fact.room_id], lines(fact), klass).model_dump() if fact.room_id in there else None
        for fact in changed
    ]


async def render_labelled(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """The label of each room now, and who reads there."""
    labelled = [fact for fact in facts if isinstance(fact, RoomLabelled | RoomBodiesChanged)]
    audiences = await audiences_of(session, {fact.room_id for fact in labelled}, clock())
    lines = await lines_of(session, labelled, klass)

    def body(fact: RoomLabelled | RoomBodiesChanged) -> dict[str, object] | None:
        audience = audiences.get(fact.room_id)
        if audience is None:
            return None
        return LabelledOut(
            room_id=fact.room_id,
            label=audience.label.number,
            label_name=audience.label.level.name,
            level=audience.label.level,
            readers=audience.readers,
            lines=lines(fact),
        ).model_dump()

    return [body(fact) for fact in labelled]


async def render_unsealed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """The row of a room that is on the Internet side again, told there alone."""
    return await render_entered(session, facts, klass) if hears_outside(klass) else [None] * len(facts)


async def render_role_changed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Who manages from now on or no longer, and what that lets them do."""
    changed = [fact for fact in facts if isinstance(fact, MemberRoleChanged)]
    rooms = select(Room.id, Room.kind, Room.archived_at)
    found = await session.execute(rooms.where(Room.id.in_({fact.room_id for fact in changed})))
    there = {room_id: (RoomKind(kind), archived_at is not None) for room_id, kind, archived_at in found}
    lines = await lines_of(session, changed, klass)

    def body(fact: MemberRoleChanged) -> dict[str, object] | None:
        if fact.room_id not in there:
            return None
        seat = As(Role(fact.role), *there[fact.room_id])
        out = RoleChangedOut(
            room_id=fact.room_id,
            account_id=fact.account_id,
            role=fact.role,
            abilities=abilities_of(seat, klass),
            lines=lines(fact),
        )
        return out.model_dump()

    return [body(fact) for fact in changed]


async def render_left(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Who has gone."""
    left = [fact for fact in facts if isinstance(fact, MemberLeft)]
    audiences = await audiences_of(session, {fact.room_id for fact in left}, clock())
    lines = await lines_of(session, left, klass)
    return [
        LeftOut(
            room_id=fact.room_id,
            account_id=fact.account_id,
            readers=audiences.get(fact.room_id, NOBODY).readers,
            lines=lines(fact),
        ).model_dump()
        for fact in left
    ]


async def render_holder_left(
    _: AsyncSession, facts: Sequence[Fact], __: str
) -> list[dict[str, object] | None]:
    """Nothing, to anybody: who sits in a room for a unit is the unit's own matter."""
    return [None] * len(facts)


async def render_put_back(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Where each mark stands now; a blank for who is in the room no longer."""
    put_back = [fact for fact in facts if isinstance(fact, MarkPutBack)]
    seats = await _seats(session, put_back)

    def body(fact: MarkPutBack) -> dict[str, object] | None:
        seat = seats.get((fact.room_id, fact.account_id))
        if seat is None:
            return None
        return PutBackOut(
            room_id=fact.room_id,
            mark=seat.mark,
            read=fact.read,
            blanks=seat.blanks,
            blanks_before=seat.blanks_before,
            mentions=seat.mentions,
            mentioned=seat.mentioned,
            watched=seat.watched,
        ).model_dump()

    return [body(fact) for fact in put_back]


async def _seats(
    session: AsyncSession, told: Sequence[RoomOpens | MarkPutBack]
) -> dict[tuple[UUID, UUID], Seat]:
    """The seats of which these facts tell, of those who are there now."""
    there = await session.execute(seats_now({(fact.room_id, fact.account_id) for fact in told}))
    pairs = padded([(room_id, account_id) for room_id, account_id, _ in there])
    found = await seats_where(session, tuple_(Membership.room_id, Membership.account_id).in_(pairs))
    return {(seat.room_id, seat.account_id): seat for seat in found}


async def lines_of(
    session: AsyncSession, facts: Sequence[LineFact], klass: str
) -> Callable[[LineFact], list[LineOut]]:
    """The quiet lines that these facts tell of."""
    found = await told_by(session, [line_id for fact in facts for line_id in fact.line_ids], klass)
    return lambda fact: [found[line_id] for line_id in fact.line_ids if line_id in found]


def _changed(room: Room, lines: list[LineOut], klass: str) -> ChangedOut:
    kind, is_archived = RoomKind(room.kind), room.archived_at is not None
    return ChangedOut(
        room_id=room.id,
        name=room.name,
        purpose=room.purpose,
        shows_past=shows_past(room.policies),
        readers=readers_policy(room.policies).value,
        reactions=has_reactions(room.policies),
        shows_lines=shows_lines(room.policies),
        printing=allows_printing(room.policies),
        is_archived=is_archived,
        ends_on=room.ends_on,
        managers=abilities_of(As(Role.MANAGER, kind, is_archived), klass),
        members=abilities_of(As(Role.MEMBER, kind, is_archived), klass),
        lines=lines,
    )


def _named_in(seat: Seat, people: dict[UUID, Person], klass: str) -> dict[UUID, Person]:
    return {who: people[who] for who in people_at([seat], klass) if who in people}
