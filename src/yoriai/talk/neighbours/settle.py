"""Whether anything may be said in a talk of two people of two bodies: while both bodies and both people say yes, and
neither has blocked the other. It is kept with the room, so that no door needs to ask for all of that."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from yoriai.people.accounts.models import Account
from yoriai.platform.db.among import among
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.bodies import Known, said_yes
from yoriai.talk.neighbours.find import is_there
from yoriai.talk.neighbours.models import BlockedNeighbour, Findable
from yoriai.talk.neighbours.policy import find_each_other
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.across import terms_of
from yoriai.talk.rooms.facts import RoomChanged
from yoriai.talk.rooms.keys import IS_ACROSS, key_across, other_in
from yoriai.talk.rooms.models import Membership, Room, RoomBody, RoomKind


class Talk(NamedTuple):
    """A talk, between whom it is, and whether it is read only."""

    room_id: UUID
    home: UUID
    body_id: UUID
    members_key: str
    is_shut: bool

    @property
    def people(self) -> tuple[UUID, UUID]:
        one = UUID(self.members_key[-32:])
        return one, other_in(RoomKind.DIRECT, self.members_key, one) or one


async def settle_of_person(work: Work, account_id: UUID) -> None:
    """The talks of somebody who has said yes or no a moment ago, and who is held."""
    seats = select(Membership.room_id).where(
        Membership.account_id == account_id, Membership.is_open.is_(True)
    )
    await _settle(work, await _talks(work, Room.id.in_(seats)))


async def settle_of_two(work: Work, one: UUID, other: UUID) -> None:
    """The talk of two people who are held, if they have one."""
    await _settle(work, await _talks(work, Room.members_key == key_across(one, other)))


async def settle_of_bodies(work: Work, bodies: Collection[UUID]) -> None:
    """The talks of these bodies' people: looked at first, so that those of which nothing changes are not held up."""
    found = await _talks(work, or_(among(Room.owner_tenant, bodies), among(RoomBody.tenant_id, bodies)))
    open_ones = await _open(work, found)
    await _settle(work, [talk for talk in found if talk.is_shut is (talk.room_id in open_ones)])


async def _settle(work: Work, talks: Sequence[Talk]) -> None:
    """Look at these behind their locks: whoever changes one of the two people holds the talk after it, and looks
    again, so that the last look has seen everything."""
    if not talks:
        return
    ids = [talk.room_id for talk in talks]
    await ordinals.hold(work, ids)
    held = await _talks(work, among(Room.id, ids))
    open_ones = await _open(work, held)
    rooms = select(Room).where(among(Room.id, ids)).order_by(Room.id)
    for room in await work.session.scalars(rooms.execution_options(populate_existing=True)):
        shut_at = None if room.id in open_ones else room.archived_at or work.now
        if shut_at != room.archived_at:
            room.archived_at = shut_at
            # By nobody: the other one shall not read from it who has taken a yes back, or has blocked them.
            fact = RoomChanged(room_id=room.id, changed=("archived",))
            work.state(fact, by=None, cause=Cause(tenant_id=room.owner_tenant))


async def _talks(work: Work, which: ColumnElement[bool]) -> Sequence[Talk]:
    found = await work.session.execute(
        select(
            Room.id,
            Room.owner_tenant,
            RoomBody.tenant_id,
            Room.members_key,
            Room.archived_at.is_not(None),
        )
        .join(RoomBody, RoomBody.room_id == Room.id)
        .where(IS_ACROSS, RoomBody.is_open.is_(True), which)
        .order_by(Room.id)
    )
    return [Talk(room, home, body, key or "", bool(shut)) for room, home, body, key, shut in found]


async def _open(work: Work, talks: Sequence[Talk]) -> set[UUID]:
    """Those of these in which something may be said now; three queries."""
    if not talks:
        return set()
    bodies = await said_yes(work)
    people = {person for talk in talks for person in talk.people}
    there = set(
        await work.session.scalars(
            select(Account.id)
            .join(Findable, Findable.account_id == Account.id)
            .where(among(Account.id, people), *is_there(work))
        )
    )
    blocked = select(BlockedNeighbour.account_id, BlockedNeighbour.person_id).where(
        among(BlockedNeighbour.account_id, people)
    )
    apart = {frozenset(pair) for pair in (await work.session.execute(blocked)).all()}
    return {
        talk.room_id
        for talk in talks
        if _meet(bodies, talk.home, talk.body_id)
        and there.issuperset(talk.people)
        and frozenset(talk.people) not in apart
    }


def _meet(bodies: Mapping[UUID, Known], one: UUID, other: UUID) -> bool:
    mine, theirs = bodies.get(one), bodies.get(other)
    if mine is None or theirs is None:
        return False
    return find_each_other(mine[:2], theirs[:2]) and terms_of(mine[2], theirs[2]) is not None
