"""How many seats a body takes: one for everybody who works in Yoriai, and one for each 所属アカウント (ADMIN-4, EFFECT-7)."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, not_, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.department_accounts.models import DepartmentAccount
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.accounts.served import is_served
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class Taken:
    """Whoever is stopped, has gone or is a guest takes no seat, nor does the account of a unit that is closed."""

    people: int
    units: int
    without: int
    """People who work through the account of a unit alone."""

    @property
    def seats(self) -> int:
        return self.people + self.units


async def taken(work: Work, actor: Actor) -> Taken:
    """Of the actor's body, today; two queries."""
    today = day_in_japan(work.now)
    person = (
        Account.kind == AccountKind.MEMBER,
        or_(Account.ends_on.is_(None), Account.ends_on >= today),
    )
    of_body = Account.tenant_id == actor.tenant_id, Account.status == AccountStatus.ACTIVE
    people, without = (
        await work.session.execute(
            select(_count(not_(is_served())), _count(is_served())).where(*of_body, *person)
        )
    ).one()
    units = (
        select(func.count())
        .select_from(DepartmentAccount)
        .join(Account, Account.id == DepartmentAccount.account_id)
        .join(Department, Department.id == DepartmentAccount.department_id)
        .where(*of_body, Department.is_open.is_(True))
    )
    return Taken(people=people, units=await work.session.scalar(units) or 0, without=without)


def _count(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(which)
