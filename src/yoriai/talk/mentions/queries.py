"""What can be named in a room beside its members: the units that have anybody there, in 建制順."""

from uuid import UUID

from sqlalchemy import distinct, func, select

from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.people.orgs.order import in_order
from yoriai.platform.work.work import Work
from yoriai.talk.mentions.wire import NameableOut, NameableUnit
from yoriai.talk.rooms.models import Membership
from yoriai.talk.rooms.standing import Standing


async def nameable(work: Work, here: Standing) -> NameableOut:
    """The open units in which, or below which, somebody of the room serves, with how many: one query.

    Those of the asker's own body stand in its order, then those of other bodies by their paths.
    """
    serving = (
        select(Posting.department_id.label("unit"), Posting.account_id.label("who"))
        .join(Membership, Membership.account_id == Posting.account_id)
        .where(
            Membership.room_id == here.room_id, Membership.is_open.is_(True), Membership.held_for.is_(None)
        )
        .where(Posting.until.is_(None), Posting.department_id.is_not(None))
        .cte("serving", recursive=True)
    )
    above = select(Department.parent_id, serving.c.who).where(
        Department.id == serving.c.unit, Department.parent_id.is_not(None)
    )
    inside = serving.union(above)
    order = in_order(here.actor.tenant_id)
    statement = (
        select(
            Department.id,
            Department.name,
            Department.path,
            Tenant.id,
            Tenant.name,
            order.c.key,
            func.count(distinct(inside.c.who)),
        )
        .join(inside, inside.c.unit == Department.id)
        .join(Organization, Organization.id == Department.organization_id)
        .join(Tenant, Tenant.id == Organization.tenant_id)
        .outerjoin(order, order.c.id == Department.id)
        .where(Department.is_open.is_(True))
        .group_by(Department.id, Department.name, Department.path, Tenant.id, Tenant.name, order.c.key)
    )
    found = (await work.session.execute(statement)).all()
    home = here.actor.tenant_id
    rows = sorted(found, key=lambda row: (row[3] != home, row[4], row[5] or "", row[2]))
    return NameableOut(units=[_unit(*row[:5], row[6], home) for row in rows])


def _unit(  # noqa: PLR0913, PLR0917 the columns of one row
    unit_id: UUID, name: str, path: str, tenant_id: UUID, body: str, count: int, home: UUID
) -> NameableUnit:
    return NameableUnit(
        unit_id=unit_id, name=name, path=path, body="" if tenant_id == home else body, count=count
    )
