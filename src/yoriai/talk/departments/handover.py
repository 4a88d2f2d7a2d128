"""The time in which whoever was moved still reads in the room of their former unit (ORG-3): it begins and ends here.

Only somebody who goes on serving in the organization has it. Who retires, is stopped or leaves the organization has
none, and who comes back needs none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting
from yoriai.platform.db.among import among
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.departments.facts import HandoverBegun, HandoverEnded
from yoriai.talk.departments.policy import There
from yoriai.talk.rooms.admission import PLAINLY
from yoriai.talk.rooms.models import Handover, Membership, Room
from yoriai.talk.rooms.side import on_this_side

MOST_AT_ONCE: Final = 100
Place = tuple[UUID, UUID]
"""A room and a person."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody who leaves a room because they serve elsewhere now, and what they may read of it."""

    room_id: UUID
    account_id: UUID
    since_ordinal: int
    until_ordinal: int


async def find_moved(work: Work, organization_id: UUID, leaving: Collection[Place]) -> Sequence[Moved]:
    """Of those who are about to leave these rooms, which are held, the ones who go on serving: one query."""
    if not leaving:
        return ()
    asked = (
        select(Membership.room_id, Membership.account_id, Membership.since_ordinal, Room.last_ordinal)
        .join(Room, Room.id == Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.is_open.is_(True), serves(work, organization_id))
        .where(among(Membership.room_id, {room_id for room_id, _ in leaving}))
        .where(among(Membership.account_id, {account_id for _, account_id in leaving}))
        .order_by(Membership.room_id, Membership.account_id)
    )
    found = [Moved(*row) for row in await work.session.execute(asked)]
    return [each for each in found if (each.room_id, each.account_id) in leaving]


def serves(work: Work, organization_id: UUID | InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """What must hold of an `Account`: one of the staff, in use today, with a post in a unit of the organization."""
    post = select(Posting.id).where(
        Posting.account_id == Account.id,
        Posting.organization_id == organization_id,
        Posting.department_id.is_not(None),
        Posting.until.is_(None),
    )
    return and_(
        Account.kind == AccountKind.MEMBER,
        Account.status == AccountStatus.ACTIVE,
        or_(Account.ends_on.is_(None), Account.ends_on >= day_in_japan(work.now)),
        post.exists(),
    )


async def begin(
    work: Work,
    organization_id: UUID,
    moved: Sequence[Moved],
    *,
    days: int,
    rooms: Mapping[UUID, There],
) -> None:
    """They have left these rooms, which are as they were before, and read on for so many days after this one; nobody
    where there are none."""
    if not moved or days == 0:
        return
    # What is there of an earlier time has passed, and waits for its night.
    await _forget(work, {(each.room_id, each.account_id) for each in moved})
    last_day = day_in_japan(work.now) + timedelta(days=days)
    for each in moved:
        begun = Handover(
            id=uuid7(work.now),
            account_id=each.account_id,
            room_id=each.room_id,
            since_ordinal=each.since_ordinal,
            until_ordinal=each.until_ordinal,
            last_day=last_day,
            begun_at=work.now,
            name=rooms[each.room_id].name,
            purpose=rooms[each.room_id].purpose,
        )
        work.session.add(begun)
        fact = HandoverBegun(
            account_id=each.account_id,
            room_id=each.room_id,
            organization_id=organization_id,
            last_day=last_day,
        )
        work.state(fact, by=None)
    await work.session.flush()


async def come_back(work: Work, places: Collection[Place]) -> None:
    """Whoever is in the room again needs no such time."""
    for room_id, account_id in await _forget(work, places):
        work.state(HandoverEnded(account_id=account_id, room_id=room_id), by=None)


async def _forget(work: Work, places: Collection[Place]) -> Sequence[Place]:
    if not places:
        return ()
    asked = select(Handover.id, Handover.room_id, Handover.account_id).where(
        among(Handover.room_id, {room_id for room_id, _ in places}),
        among(Handover.account_id, {account_id for _, account_id in places}),
    )
    found = {
        each_id: (room_id, account_id)
        for each_id, room_id, account_id in await work.session.execute(asked)
        if (room_id, account_id) in places
    }
    if found:
        await work.session.execute(
            delete(Handover).where(among(Handover.id, found)), execution_options=PLAINLY
        )
    return sorted(found.values())


async def end(work: Work, actor: Actor, handover_id: UUID) -> None:
    """An administrator ends it before its day. One of another body, or that is over, is not there (A4)."""
    here = select(Room.id).where(
        Room.id == Handover.room_id, Room.owner_tenant == actor.tenant_id, on_this_side(actor)
    )
    ended = (
        delete(Handover)
        .where(Handover.id == handover_id, here.exists())
        .returning(Handover.account_id, Handover.room_id)
    )
    row = (await work.session.execute(ended, execution_options=PLAINLY)).one_or_none()
    if row is None:
        raise NotFound
    account_id, room_id = row
    work.state(HandoverEnded(account_id=account_id, room_id=room_id), by=actor.account_id)


async def end_all(works: Works, _: Mapping[str, object]) -> None:
    """Those whose day has passed, some at a time: screens that still stand open learn of it. Twice is once."""
    more = True
    while more:
        async with works.reading() as work:
            more = bool((await work.session.scalars(_passed(work, 1))).all())
        if more:
            async with works.writing() as work:
                await _end_some(work)


async def _end_some(work: Work) -> None:
    ids = (await work.session.scalars(_passed(work, MOST_AT_ONCE))).all()
    ended = delete(Handover).where(among(Handover.id, ids))
    gone = await work.session.execute(
        ended.returning(Handover.room_id, Handover.account_id), execution_options=PLAINLY
    )
    places = sorted((room_id, account_id) for room_id, account_id in gone)
    owners = select(Room.id, Room.owner_tenant).where(among(Room.id, {room_id for room_id, _ in places}))
    tenants = {room_id: tenant_id for room_id, tenant_id in await work.session.execute(owners)}  # noqa: C416 rows are no pairs to a type checker
    for room_id, account_id in places:
        fact = HandoverEnded(account_id=account_id, room_id=room_id)
        work.state(fact, by=None, cause=Cause(tenant_id=tenants[room_id]))


def _passed(work: Work, most: int) -> Select[UUID]:
    return (
        select(Handover.id)
        .where(Handover.last_day < day_in_japan(work.now))
        .order_by(Handover.id)
        .limit(most)
    )
