"""The tree, who serves where, and the rooms that are there: read together, in four queries for a whole city."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, not_, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.models import Account, AccountKind, Posting
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.accounts.served import is_served
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.departments.policy import Step, There, Unit, steps
from yoriai.talk.departments.settings import DepartmentRooms, HandoverPeriod
from yoriai.talk.rooms.labels import Label, Labels
from yoriai.talk.rooms.models import Membership, Room, RoomKind
from yoriai.talk.rooms.padding import padded

MODULE = "department_rooms"


@dataclass(frozen=True, slots=True)
class House:
    """An organization whose rooms follow its tree, and of whom it is."""

    organization_id: UUID
    tenant_id: UUID
    kinds: frozenset[str]
    label: Label
    """With which its rooms begin."""
    handover_days: int
    """For how long whoever is moved still reads in their former room."""


async def house_of(work: Work, organization_id: UUID) -> House | None:
    """The organization; None where there is none, or where its body lives without such rooms."""
    statement = (
        select(Tenant.id, Tenant.policies, Tenant.switched_off)
        .join(Organization, Organization.tenant_id == Tenant.id)
        .where(Organization.id == organization_id)
    )
    found = (await work.session.execute(statement)).one_or_none()
    if found is None or MODULE in found.switched_off:
        return None
    chosen = settings.read(found.policies, DepartmentRooms)
    label = settings.read(found.policies, Labels).given_by(RoomKind.DEPARTMENT)
    days = settings.read(found.policies, HandoverPeriod).days
    return House(organization_id, found.id, frozenset(chosen.kinds), label, days)


async def lacking(work: Work, house: House) -> Sequence[Step]:
    """What the rooms of this organization lack of following its tree. It takes a while, so it is no work for a lock."""
    units, posts, rooms = await _units(work, house), await _posts(work, house), await _rooms(work, house)
    return await asyncio.to_thread(lambda: list(steps(units, posts, rooms)))


async def lacking_of(work: Work, house: House, piece: Sequence[Step]) -> Sequence[Step]:
    """The same as far as these steps go: few rows of a city, for whoever holds a lock. What else is said counts for
    nothing, for other rooms and other people are not looked at."""
    people = padded(sorted({who for step in piece for who in (*step.joining, *step.leaving)}))
    units = padded(sorted({step.unit_id for step in piece if step.unit_id}))
    there = padded(sorted({step.room.room_id for step in piece if step.room}))
    rooms = or_(Room.department_id.in_(units), Room.id.in_(there))
    return list(
        steps(
            await _units(work, house),
            await _posts(work, house, Posting.account_id.in_(people)),
            await _rooms(work, house, rooms, Membership.account_id.in_(people)),
        )
    )


async def _units(work: Work, house: House) -> Sequence[Unit]:
    columns = (
        Department.id, Department.parent_id, Department.name, Department.path, Department.kind, Department.is_open
    )  # fmt: skip
    found = await work.session.execute(
        select(*columns)
        .where(Department.organization_id == house.organization_id)
        .order_by(Department.display_order, Department.id)
    )
    return [
        Unit(unit_id, parent_id, name, path, has_room=bool(is_open) and kind in house.kinds)
        for unit_id, parent_id, name, path, kind, is_open in found
    ]


async def _posts(work: Work, house: House, *only: ColumnElement[bool]) -> Mapping[UUID, Sequence[UUID]]:
    """Who serves in which unit, as a main or a concurrent post, has a seat, and may use their account today."""
    found = await work.session.execute(
        select(Posting.department_id, Account.id, Account.status, Account.ends_on)
        .join(Account, Account.id == Posting.account_id)
        .where(Posting.organization_id == house.organization_id, Posting.until.is_(None))
        .where(Posting.department_id.is_not(None), Account.kind == AccountKind.MEMBER, *only)
        .where(not_(is_served()))
    )
    today = day_in_japan(work.now)
    posts: dict[UUID, list[UUID]] = defaultdict(list)
    for unit_id, account_id, status, ends_on in found:
        if unit_id is not None and may_sign_in(status, ends_on, today):
            posts[unit_id].append(account_id)
    return posts


async def _rooms(
    work: Work, house: House, some: ColumnElement[bool] | None = None, *only: ColumnElement[bool]
) -> Sequence[There]:
    of_units = [Room.organization_id == house.organization_id, Room.kind == RoomKind.DEPARTMENT]
    rooms = await work.session.execute(
        select(Room.id, Room.department_id, Room.name, Room.purpose, Room.archived_at).where(
            *of_units, *(() if some is None else (some,))
        )
    )
    found = rooms.all()
    seats = select(Membership.room_id, Membership.account_id)
    if some is None:
        seats = seats.join(Room, Room.id == Membership.room_id).where(*of_units)
    else:
        seats = seats.where(Membership.room_id.in_(padded(sorted(room.id for room in found))))
    members: dict[UUID, set[UUID]] = defaultdict(set)
    for room_id, account_id in await work.session.execute(seats.where(Membership.is_open.is_(True), *only)):
        members[room_id].add(account_id)
    return [
        There(room_id, unit_id, name, purpose, archived_at is not None, frozenset(members[room_id]))
        for room_id, unit_id, name, purpose, archived_at in found
    ]
