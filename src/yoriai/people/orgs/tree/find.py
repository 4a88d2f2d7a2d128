"""Finding a unit or an organization of one's own body; those of others are answered like none (A4)."""

from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.orgs.models import Department, Organization
from yoriai.people.orgs.queries import queue_up
from yoriai.platform.work.work import Work


class UnitClosed(Refused):
    """The unit is closed: it is looked at, and nothing in it changes."""

    code = "orgs.unit_closed"


async def organization(work: Work, actor: Actor, organization_id: UUID) -> Organization:
    """An organization of the actor's body."""
    found = await work.session.scalar(
        select(Organization).where(
            Organization.id == organization_id, Organization.tenant_id == actor.tenant_id
        )
    )
    if found is None:
        raise NotFound
    return found


async def unit(work: Work, actor: Actor, unit_id: UUID) -> Department:
    """A unit of the actor's body, open or closed."""
    units = select(Department).join(Organization, Organization.id == Department.organization_id)
    found = await work.session.scalar(
        units.where(Department.id == unit_id, Organization.tenant_id == actor.tenant_id)
    )
    if found is None:
        raise NotFound
    return found


async def held(work: Work, actor: Actor, unit_id: UUID) -> Department:
    """The same, after waiting until nobody else rearranges its organization."""
    await queue_up(work, (await unit(work, actor, unit_id)).organization_id)
    return await unit(work, actor, unit_id)


async def held_open(work: Work, actor: Actor, unit_id: UUID) -> Department:
    """The same, if it is not closed."""
    found = await held(work, actor, unit_id)
    if not found.is_open:
        raise UnitClosed
    return found


async def open_parent(work: Work, organization_id: UUID, parent_id: UUID | None) -> Department | None:
    """The unit above, open and of the same organization; none for the top."""
    if parent_id is None:
        return None
    parent = await work.session.scalar(
        select(Department).where(Department.id == parent_id, Department.organization_id == organization_id)
    )
    if parent is None:
        raise NotFound
    if not parent.is_open:
        raise UnitClosed
    return parent
