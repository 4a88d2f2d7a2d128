"""A body answers an invitation, and leaves again. What it does not let its people be part of holds in the room, too."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Wrong
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.orgs.changes import organizations_of
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.federation.facts import PartsChanged
from yoriai.talk.federation.parts import own_part
from yoriai.talk.federation.policy import (
    MOST_CONTACT,
    WAITING,
    GuestsAreHere,
    KindBarred,
    NeedsLgwan,
    NotAtThisLabel,
    OwnRulesForbid,
)
from yoriai.talk.rooms.bodies import Held, become, name_of
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.models import BodyState, Membership, Room, RoomBody
from yoriai.talk.rooms.policy import RoomArchived


@dataclass(frozen=True, slots=True)
class Terms:
    """How a body is in a room: as which of its departments, who brings its people, and whom the others ask."""

    department_id: UUID | None = None
    manager_id: UUID | None = None
    contact: str = ""


async def accept(work: Work, actor: Actor, part_id: UUID, terms: Terms) -> None:
    """Come in. Accepting again changes the terms and tells nobody."""
    held = await own_part(work, actor, part_id)
    await _set(work, actor, held.part, terms)
    if held.part.state != BodyState.INVITED:
        return
    await check_may_join(work, held)
    held = Held(held.room, held.part, await name_of(work, held.part))
    await become(work, held, BodyState.JOINED, by=actor.account_id)
    await _tell_own(work, actor)


async def leave(work: Work, actor: Actor, part_id: UUID) -> None:
    """Decline, or leave with all of one's people. What they have said stays under their names."""
    held = await own_part(work, actor, part_id)
    over = BodyState.DECLINED if held.part.state in WAITING else BodyState.LEFT
    await become(work, held, over, by=actor.account_id)
    await _tell_own(work, actor)


async def check_may_join(work: Work, held: Held) -> None:
    """Whether both bodies' rules let this one into the room now, whatever they did when it was invited."""
    room, part = held.room, held.part
    if room.archived_at is not None:
        raise RoomArchived
    host = await work.session.get_one(Tenant, room.owner_tenant)
    kind = (await work.session.get_one(Tenant, part.tenant_id)).kind
    if kind in settings.read(host.policies, FederationRules).barred:
        raise KindBarred
    label = (await labels_of(work, room.owner_tenant)).of(room)
    if not label.level.bodies:
        raise NotAtThisLabel(label=label.level.name)
    level = (await labels_of(work, part.tenant_id)).outward
    if level is None:
        raise OwnRulesForbid
    if not (level.internet or room.lgwan_only):
        raise NeedsLgwan
    if not level.guests and await _guests_in(work, room):
        raise GuestsAreHere


async def _set(work: Work, actor: Actor, part: RoomBody, terms: Terms) -> None:
    if terms.manager_id is not None:
        await _check_manager(work, actor, terms.manager_id)
    if part.state == BodyState.INVITED:
        # Its people are of that department from the beginning, so it is chosen once.
        await _check_department(work, actor, terms.department_id)
        part.department_id = terms.department_id
    part.manager_id = terms.manager_id
    part.contact = clean_line(terms.contact, field="contact", most=MOST_CONTACT, least=0)


async def _check_manager(work: Work, actor: Actor, account_id: UUID) -> None:
    found = await work.session.execute(
        select(Account.status, Account.ends_on).where(
            Account.id == account_id, Account.tenant_id == actor.tenant_id, Account.kind == AccountKind.MEMBER
        )
    )
    row = found.one_or_none()
    if row is None or not may_sign_in(row.status, row.ends_on, day_in_japan(work.now)):
        raise Wrong(field="manager_id", reason="unknown")


async def _check_department(work: Work, actor: Actor, department_id: UUID | None) -> None:
    if department_id is None:
        return
    own = (
        select(Department.id)
        .join(Organization, Organization.id == Department.organization_id)
        .where(Department.id == department_id, Department.is_open.is_(True))
        .where(Organization.tenant_id == actor.tenant_id)
    )
    if await work.session.scalar(own) is None:
        raise Wrong(field="department_id", reason="unknown")


async def _guests_in(work: Work, room: Room) -> int:
    seats = (
        select(func.count())
        .select_from(Membership)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.room_id == room.id, Membership.is_open.is_(True))
        .where(Account.kind == AccountKind.GUEST)
    )
    return await work.session.scalar(seats) or 0


async def _tell_own(work: Work, actor: Actor) -> None:
    for organization_id in await organizations_of(work, actor.tenant_id):
        work.state(PartsChanged(organization_id=organization_id), by=actor.account_id)
