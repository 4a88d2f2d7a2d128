"""Reads about municipalities and their organizations."""

from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.orgs.models import Organization, Tenant
from yoriai.platform.work.work import Work


class UnknownBody(Refused):
    """Said to operators only, who may know which bodies there are."""

    code = "orgs.unknown"
    status = 404


async def tenant_of_code(work: Work, code: str) -> Tenant | None:
    """The tenant with this code, if there is one."""
    return await work.session.scalar(select(Tenant).where(Tenant.code == code))


async def only_tenant(work: Work) -> Tenant | None:
    """The tenant, where an installation has exactly one."""
    two = (await work.session.scalars(select(Tenant).limit(2))).all()
    return two[0] if len(two) == 1 else None


async def first_organization(work: Work, tenant_id: UUID) -> Organization | None:
    """The organization that stands first: the office itself (役所)."""
    organizations = select(Organization).where(Organization.tenant_id == tenant_id)
    return await work.session.scalar(
        organizations.order_by(Organization.display_order, Organization.id).limit(1)
    )


async def queue_up(work: Work, organization_id: UUID) -> None:
    """Wait until nobody else rearranges this organization; until the end of the work it is ours."""
    await work.session.execute(
        select(Organization.id).where(Organization.id == organization_id).with_for_update()
    )
