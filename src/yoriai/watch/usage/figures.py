"""The months of a 年度 as a screen and a file show them: whole, or by unit and 任用形態."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.fiscal import FiscalYear
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.platform.work.work import Work
from yoriai.watch.usage.models import MonthEnd


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """What a month end counted, of the whole body or of one group."""

    month: date
    department: str
    employment_type: str
    registered: int
    opened: int
    sent: int
    suspended: int
    made_up: bool


async def by_month(work: Work, tenant_id: UUID, year: FiscalYear) -> Sequence[MonthFigures]:
    """The closed months of a 年度, 4 to 3, each as one sum."""
    found = await work.session.execute(
        select(
            MonthEnd.month,
            func.sum(MonthEnd.registered),
            func.sum(MonthEnd.opened),
            func.sum(MonthEnd.sent),
            func.sum(MonthEnd.suspended),
            MonthEnd.made_up,
        )
        .where(MonthEnd.tenant_id == tenant_id, MonthEnd.month.between(year.first, year.last))
        .group_by(MonthEnd.month, MonthEnd.made_up)
        .order_by(MonthEnd.month)
    )
    return [
        MonthFigures(month, "", "", int(registered), int(opened), int(sent), int(suspended), made_up)
        for month, registered, opened, sent, suspended, made_up in found
    ]


async def by_group(work: Work, tenant_id: UUID, year: FiscalYear) -> Sequence[MonthFigures]:
    """The same by unit and 任用形態, as they were called then."""
    found = await work.session.scalars(
        select(MonthEnd)
        .where(MonthEnd.tenant_id == tenant_id, MonthEnd.month.between(year.first, year.last))
        .order_by(MonthEnd.month, MonthEnd.department, MonthEnd.employment_type)
    )
    return [
        MonthFigures(
            row.month,
            row.department,
            row.employment_type,
            row.registered,
            row.opened,
            row.sent,
            row.suspended,
            row.made_up,
        )
        for row in found
    ]


async def guests_now(work: Work, tenant_id: UUID) -> int:
    """People from outside who may sign in today."""
    today = day_in_japan(work.now)
    asked = (
        select(func.count())
        .select_from(Account)
        .where(Account.tenant_id == tenant_id, Account.kind == AccountKind.GUEST)
        .where(Account.status == AccountStatus.ACTIVE)
        .where(func.coalesce(Account.ends_on, today) >= today)
    )
    return await work.session.scalar(asked) or 0


async def years(work: Work, tenant_id: UUID) -> Sequence[FiscalYear]:
    """The 年度 of which at least one month is closed, the newest first."""
    closed = select(MonthEnd.month).where(MonthEnd.tenant_id == tenant_id).distinct()
    found = {FiscalYear.of(month) for month in await work.session.scalars(closed)}
    return sorted(found, reverse=True)
