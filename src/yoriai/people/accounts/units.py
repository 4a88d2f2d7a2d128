"""The tree of units as the directory shows it: every unit in 建制順, with how many people are in it and below."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Row, distinct, func, select

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.listing import in_organization, listed
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department, Organization
from yoriai.people.orgs.order import in_order
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, and how many find themselves in it or below it; whoever serves twice below counts once in each unit."""

    unit_id: UUID
    parent_id: UUID | None
    organization: str
    """The name of the organization (役所, 消防団) in whose tree it stands."""
    name: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The units from the top down, and how many people there are in all."""

    units: Sequence[Unit]
    count: int


async def tree(work: Work, actor: Actor, organization: UUID | None = None) -> Tree:
    """The tree of the actor's body, or of one of their organizations: three queries, however large it is."""
    order = in_order(actor.tenant_id)
    units = select(
        Department.id, Department.parent_id, Organization.name, Department.name, Department.path
    ).join(Organization, Organization.id == Department.organization_id)
    there = listed(actor, day_in_japan(work.now))
    if organization is not None:
        units = units.where(Department.organization_id == organization)
        there = (*there, in_organization(actor, organization))
    found = await work.session.execute(units.join(order, order.c.id == Department.id).order_by(order.c.key))
    rows = found.all()
    seats = await work.session.execute(
        select(Posting.department_id, Account.id)
        .join(Account, Account.id == Posting.account_id)
        .where(Posting.until.is_(None), Posting.department_id.is_not(None), *there)
    )
    inside = _inside({unit_id: parent_id for unit_id, parent_id, *_ in rows}, seats.all())
    everybody = await work.session.scalar(select(func.count(distinct(Account.id))).where(*there))
    told = [
        Unit(unit_id, parent_id, hall, name, path, len(inside.get(unit_id, ())))
        for unit_id, parent_id, hall, name, path in rows
    ]
    return Tree(told, everybody or 0)


def _inside(
    parents: Mapping[UUID, UUID | None], seats: Sequence[Row[UUID | None, UUID]]
) -> Mapping[UUID, set[UUID]]:
    """Who is in each unit or below it."""
    inside: dict[UUID, set[UUID]] = defaultdict(set)
    for unit_id, account_id in seats:
        above = unit_id
        while above is not None:
            inside[above].add(account_id)
            above = parents.get(above)
    return inside
