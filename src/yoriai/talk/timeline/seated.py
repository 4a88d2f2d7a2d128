"""Members as a list of them says it: from which sides they read, and of a unit who sits there for it (ORG-6)."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.access.actor import is_of_staff
from yoriai.people.accounts.cards import people_of
from yoriai.people.accounts.models import Account
from yoriai.platform.db.among import among
from yoriai.platform.facts.fact import Fact
from yoriai.platform.work.edge import clock
from yoriai.talk.rooms.facts import MemberJoined, UnitSeated
from yoriai.talk.rooms.models import Membership, Role, Room
from yoriai.talk.timeline.readers import NOBODY, audiences_of, zone_names, zones_read_from
from yoriai.talk.timeline.rendering import lines_of
from yoriai.talk.timeline.told import JoinedOut, SeatedOut
from yoriai.talk.timeline.wire import ZoneName

Place = tuple[UUID, UUID]
"""A room, and a member of it."""


class MemberSeat(NamedTuple):
    """Somebody who sits in a room, as a member or for a unit that is one."""

    room_id: UUID
    account_id: UUID
    role: str
    on_behalf_of: UUID | None
    held_for: UUID | None
    tenant_id: UUID
    family: str
    given: str
    lgwan: bool
    internet: bool

    @property
    def place(self) -> Place:
        """The member whom others see there."""
        return self.room_id, self.held_for or self.account_id


@dataclass(slots=True)
class Behind:
    """Who reads behind a member: themselves, or all who sit there for a unit."""

    lgwan: bool = False
    internet: bool = False
    names: tuple[str, ...] = ()
    """Of those who sit there for a unit, where the reader may know."""

    @property
    def zones(self) -> list[ZoneName]:
        return zone_names(self.lgwan, self.internet)


NOBODY_BEHIND: Final = Behind()


async def seats_in(
    session: AsyncSession, now: datetime, *conditions: ColumnElement[bool]
) -> Sequence[MemberSeat]:
    """The open seats of which these conditions hold: members as they came, and by their names those who sit there for a
    unit. One query."""
    found = await session.execute(_seats(now).where(Membership.is_open.is_(True), *conditions))
    return [MemberSeat(*row) for row in found]


def behind(seats: Sequence[MemberSeat], klass: str) -> Mapping[Place, Behind]:
    """By member, as readers of this class may know it."""
    found = defaultdict[Place, Behind](Behind)
    for seat in seats:
        each = found[seat.place]
        each.lgwan, each.internet = each.lgwan or seat.lgwan, each.internet or seat.internet
        if seat.held_for is not None and is_of_staff(klass, seat.tenant_id):
            each.names = (*each.names, f"{seat.family} {seat.given}".rstrip())
    return found


async def render_joined(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Each newcomer with their card."""
    joined = [fact for fact in facts if isinstance(fact, MemberJoined)]
    people = await people_of(session, {fact.account_id for fact in joined}, klass)
    audiences = await audiences_of(session, {fact.room_id for fact in joined}, clock())
    there = await _behind_of(session, klass, {(fact.room_id, fact.account_id) for fact in joined})
    lines = await lines_of(session, joined, klass)

    def body(fact: MemberJoined) -> dict[str, object]:
        mine = there.get((fact.room_id, fact.account_id), NOBODY_BEHIND)
        return JoinedOut(
            room_id=fact.room_id,
            account_id=fact.account_id,
            role=Role(fact.role).value,
            zones=mine.zones,
            speakers=list(mine.names),
            person=people[fact.account_id],
            readers=audiences.get(fact.room_id, NOBODY).readers,
            lines=lines(fact),
        ).model_dump()

    return [body(fact) for fact in joined]


async def render_unit_seated(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Who sits there for the unit now, to those who may know, and to everybody who reads there."""
    told = [fact for fact in facts if isinstance(fact, UnitSeated)]
    audiences = await audiences_of(session, {fact.room_id for fact in told}, clock())
    there = await _behind_of(session, klass, {(fact.room_id, fact.account_id) for fact in told})

    def body(fact: UnitSeated) -> dict[str, object]:
        mine = there.get((fact.room_id, fact.account_id), NOBODY_BEHIND)
        return SeatedOut(
            room_id=fact.room_id,
            account_id=fact.account_id,
            zones=mine.zones,
            speakers=list(mine.names),
            readers=audiences.get(fact.room_id, NOBODY).readers,
        ).model_dump()

    return [body(fact) for fact in told]


async def _behind_of(session: AsyncSession, klass: str, places: Collection[Place]) -> Mapping[Place, Behind]:
    """Rooms and members are asked for apart, each list as one parameter however many come at once: what is found beside
    the places is of no harm."""
    members = {account_id for _, account_id in places}
    is_theirs = or_(
        and_(Membership.held_for.is_(None), among(Membership.account_id, members)),
        among(Membership.held_for, members),
    )
    in_rooms = among(Membership.room_id, {room_id for room_id, _ in places})
    return behind(await seats_in(session, clock(), in_rooms, is_theirs), klass)


def _seats(now: datetime) -> Select[UUID, UUID, str, UUID | None, UUID | None, UUID, str, str, bool, bool]:
    of_a_unit = case((Membership.held_for.is_not(None), Account.kana_order))
    return (
        select(
            Membership.room_id,
            Membership.account_id,
            Membership.role,
            Membership.on_behalf_of,
            Membership.held_for,
            Account.tenant_id,
            Account.family,
            Account.given,
            *zones_read_from(now),
        )
        .join(Room, Room.id == Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .order_by(of_a_unit, Membership.joined_at, Membership.id)
    )
