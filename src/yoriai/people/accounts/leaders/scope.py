"""How far an ITリーダー reaches, asked of the tree at the moment of each act: never kept, so that whoever is moved,
or whose unit is closed, reaches nobody from then on (N19)."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Select, and_, select

from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.access.rights import capabilities_of
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.managing.rights import said_of
from yoriai.people.accounts.models import Account, AccountGroup, Posting
from yoriai.people.orgs.models import Department, Tenant
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

EVERYWHERE = "slips.issue_anywhere"


def within(actor: Actor) -> list[ColumnElement[bool]]:
    """What must hold of an account so that this actor may help it with its password: of administrators nothing, of an
    ITリーダー that its main post is in a unit of theirs or below it."""
    if actor.may(EVERYWHERE):
        return []
    posts = select(Posting.account_id).where(
        Posting.until.is_(None),
        Posting.main.is_(True),
        Posting.department_id.in_(units_of(actor.account_id)),
    )
    return [Account.id.in_(posts)]


def units_of(account_id: UUID) -> Select[UUID]:
    """The units that somebody helps, and all below them."""
    led = led_by(UnitRole.account_id == account_id)
    return select(led.c.unit_id).where(led.c.role_id.in_(at_work(led)))


def led_by(*held: ColumnElement[bool]) -> CTE:
    """Of the roles for which this holds every open unit that they are for: `role_id`, `account_id`, `unit_id`."""
    top = (
        select(
            UnitRole.id.label("role_id"),
            UnitRole.account_id.label("account_id"),
            UnitRole.department_id.label("unit_id"),
        )
        .join(Department, Department.id == UnitRole.department_id)
        .where(UnitRole.role == Role.IT_LEADER, Department.is_open.is_(True), *held)
        .cte("led", recursive=True)
    )
    down = select(top.c.role_id, top.c.account_id, Department.id)
    return top.union_all(down.join(top, Department.parent_id == top.c.unit_id))


def at_work(led: CTE) -> Select[UUID]:
    """Those of the roles whose holder serves in the unit or below it: whoever was moved away helps nobody there."""
    serves = and_(Posting.department_id == led.c.unit_id, Posting.account_id == led.c.account_id)
    return select(led.c.role_id).join(Posting, serves).where(Posting.until.is_(None))


async def above(work: Work, actor: Actor, ids: Collection[UUID]) -> set[UUID]:
    """Those of these people whom an ITリーダー leaves to the administrators: whoever has a role besides that of a
    member, with a seat or without, or may do anything that the ITリーダー may not (N19). Of administrators' choices nobody."""
    if actor.may(EVERYWHERE) or not ids:
        return set()
    found = await work.session.execute(
        select(Account.id, Account.roles, Account.rights, AccountGroup.policies, Tenant.policies)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .where(among(Account.id, ids))
    )
    return {
        account_id
        for account_id, roles, own, of_group, of_body in found
        if roles not in ([Role.MEMBER], [Role.SERVED])
        or not capabilities_of(roles, said_of(of_body, of_group, own)) <= actor.capabilities
    }
