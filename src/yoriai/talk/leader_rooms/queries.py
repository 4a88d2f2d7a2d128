"""Whether an organization has such a room, who belongs into it, and who is in it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.leaders.scope import at_work, led_by
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.leader_rooms.policy import There
from yoriai.talk.leader_rooms.settings import LeaderRooms
from yoriai.talk.rooms.keys import leaders_key
from yoriai.talk.rooms.models import Membership, Room


@dataclass(frozen=True, slots=True)
class House:
    """An organization, of whom it is, and whether its ITリーダー shall have a room."""

    organization_id: UUID
    tenant_id: UUID
    is_open: bool


async def house_of(work: Work, organization_id: UUID) -> House | None:
    """The organization; None where there is none."""
    body = (
        select(Tenant.id, Tenant.policies)
        .join(Organization, Organization.tenant_id == Tenant.id)
        .where(Organization.id == organization_id)
    )
    found = (await work.session.execute(body)).one_or_none()
    if found is None:
        return None
    return House(organization_id, found.id, settings.read(found.policies, LeaderRooms).is_open)


async def leaders_in(work: Work, house: House) -> frozenset[UUID]:
    """Who is the ITリーダー of an open unit of the organization, serves there, and may use their account today."""
    units = select(Department.id).where(Department.organization_id == house.organization_id)
    led = led_by(UnitRole.department_id.in_(units))
    found = (
        select(Account.id)
        .join(UnitRole, UnitRole.account_id == Account.id)
        .where(UnitRole.id.in_(at_work(led)))
        .where(Account.kind == AccountKind.MEMBER, Account.status == AccountStatus.ACTIVE)
        .where(Account.ends_on.is_(None) | (Account.ends_on >= day_in_japan(work.now)))
    )
    return frozenset(await work.session.scalars(found))


async def room_of(work: Work, house: House) -> There | None:
    """Their room, whether it is put away or not; None before it was opened."""
    key = leaders_key(house.organization_id)
    found = (
        await work.session.execute(select(Room.id, Room.archived_at).where(Room.members_key == key))
    ).one_or_none()
    if found is None:
        return None
    seats = select(Membership.account_id).where(Membership.room_id == found.id, Membership.is_open.is_(True))
    members = frozenset(await work.session.scalars(seats))
    return There(found.id, found.archived_at is not None, members)
