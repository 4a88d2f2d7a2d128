"""A body's part in a room as whoever arranges it finds it, held until the commit. One of others is as none (A4)."""

from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound, Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting
from yoriai.people.orgs.bodies.settings import TAKES_PART
from yoriai.people.orgs.changes import organizations_of
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.federation.facts import PartsChanged
from yoriai.talk.federation.policy import (
    NoHead,
    NotHere,
    OnlyTheHead,
    arranges_all,
    may_arrange_bodies,
    may_bring,
)
from yoriai.talk.rooms import behalf, ordinals
from yoriai.talk.rooms.bodies import Held, name_of
from yoriai.talk.rooms.models import Room, RoomBody, RoomKind
from yoriai.talk.rooms.side import on_this_side
from yoriai.talk.rooms.standing import Standing, enter


def check_may_arrange(here: Standing) -> None:
    """Whether whoever stands here may bring bodies in and take them out at all."""
    if here.kind is not RoomKind.GROUP:
        raise NotHere
    require(may_arrange_bodies(here))


async def room_to_arrange(work: Work, here: Standing) -> Room:
    """The room, held, for somebody of its own body who manages it."""
    room = await held_room(work, here.room_id)
    here = await enter(work, here.actor, here.room_id)
    check_may_arrange(here)
    behalf.attribute(work, here)
    require(room.owner_tenant == here.actor.tenant_id)
    return room


async def part_in(work: Work, room: Room, tenant_id: UUID) -> Held:
    """What there is of a body in a room that is held; one that is not there is nothing."""
    found = await work.session.scalar(
        select(RoomBody).where(
            RoomBody.room_id == room.id, RoomBody.tenant_id == tenant_id, RoomBody.is_open.is_(True)
        )
    )
    if found is None:
        raise NotFound
    return Held(room, found, await name_of(work, found))


async def own_part(work: Work, actor: Actor, part_id: UUID) -> Held:
    """A part of the actor's own body, with its room held: for its administrators and for whom they have named. On the
    Internet side there is none in a room that is not there (ZONE-5)."""
    asked = (
        select(RoomBody)
        .join(Room, Room.id == RoomBody.room_id)
        .where(on_this_side(actor), Room.kind == RoomKind.GROUP)
        .where(RoomBody.id == part_id, RoomBody.tenant_id == actor.tenant_id, RoomBody.is_open.is_(True))
        .execution_options(populate_existing=True)
    )
    if not arranges_all(actor):
        asked = asked.where(RoomBody.manager_id == actor.account_id, is_held(work))
    found = await work.session.scalar(asked)
    if found is None:
        raise NotFound
    room = await held_room(work, found.room_id)
    still = await work.session.scalar(asked)  # again, behind the lock
    if still is None:
        raise NotFound
    return Held(room, still, await name_of(work, still))


def is_held(work: Work) -> ColumnElement[bool]:
    """What must hold of a part so that whoever was named for it is that now: of a department its head serves there, and
    may use Yoriai. Asked anew each time; whoever was moved brings nobody in."""
    today = day_in_japan(work.now)
    serves = (
        select(Posting.id)
        .join(Account, Account.id == Posting.account_id)
        .where(Posting.account_id == RoomBody.manager_id, Posting.department_id == RoomBody.department_id)
        .where(Posting.until.is_(None), Account.kind == AccountKind.MEMBER)
        .where(Account.status == AccountStatus.ACTIVE)
        .where(or_(Account.ends_on.is_(None), Account.ends_on >= today))
    )
    return or_(RoomBody.department_id.is_(None), serves.correlate(RoomBody).exists())


async def check_brings(work: Work, actor: Actor, held: Held) -> None:
    """Whether the actor, who arranges this part, brings people in. For a department its head does, and nobody else."""
    part = held.part
    if part.department_id is None:
        return
    head = (
        select(Account.id, Account.family, Account.given)
        .join(RoomBody, RoomBody.manager_id == Account.id)
        .where(RoomBody.id == part.id, is_held(work))
    )
    row = (await work.session.execute(head)).one_or_none()
    if row is None:
        raise NoHead(department=held.name)
    if not may_bring(actor, part.department_id, row.id):
        raise OnlyTheHead(department=held.name, head=f"{row.family} {row.given}".rstrip())


async def held_room(work: Work, room_id: UUID) -> Room:
    """A room, kept to this work; read behind the lock."""
    await ordinals.hold(work, (room_id,))
    rooms = select(Room).where(Room.id == room_id).execution_options(populate_existing=True)
    return (await work.session.scalars(rooms)).one()


async def tell(work: Work, actor: Actor, tenant_id: UUID) -> None:
    """Let a body know that something of its parts, or of others' in its rooms, is otherwise."""
    for organization_id in await organizations_of(work, tenant_id):
        work.state(PartsChanged(organization_id=organization_id), by=actor.account_id)


async def body_that_takes_part(work: Work, actor: Actor, tenant_id: UUID) -> Tenant:
    """Another body that takes part; any other is answered for as one that is not there."""
    bodies = select(Tenant).where(Tenant.id == tenant_id, Tenant.id != actor.tenant_id, TAKES_PART)
    found = await work.session.scalar(bodies)
    if found is None:
        raise Wrong(field="tenant_id", reason="unknown")
    return found
