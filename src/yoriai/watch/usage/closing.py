"""Closing a month: counted once, stored, and never counted again (STAT-1). A missed one is made up, and says so."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.days import JST, day_in_japan
from yoriai.people.accounts.models import Account, EmploymentType
from yoriai.people.orgs.models import Tenant
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.watch.usage.census import Group, census
from yoriai.watch.usage.models import MonthEnd, MonthUse
from yoriai.watch.usage.noting import note_sessions
from yoriai.watch.usage.policy import month_of, months, next_month

IN_TIME: Final = timedelta(days=1)
NOBODY: Final[Group] = ("", EmploymentType.OTHER)


async def close(works: Works, _: Mapping[str, object]) -> None:
    """Close every month that is over, of every body, one in a work. Doing it again changes nothing."""
    await note_sessions(works, {})
    async with works.reading() as work:
        bodies = (await work.session.scalars(select(Tenant.id).order_by(Tenant.id))).all()
    for tenant_id in bodies:
        async with works.reading() as work:
            missing = list(months(await _first(work, tenant_id), day_in_japan(work.now)))
        for month in missing:
            async with works.writing() as work:
                await close_month(work, tenant_id, month)


async def close_month(work: Work, tenant_id: UUID, month: date) -> None:
    """Count one month, unless it has been counted."""
    await held_tenant(work, tenant_id)
    closed = select(MonthEnd.month).where(MonthEnd.tenant_id == tenant_id, MonthEnd.month == month).limit(1)
    if await work.session.scalar(closed) is not None:
        return
    end = datetime.combine(next_month(month), time.min, JST)
    counted = await census(work, tenant_id, month, end)
    # A body without people has a row, too: it was counted, and there was nobody.
    for group in sorted(counted.registered or {NOBODY}):
        department, employment_type = group
        work.session.add(
            MonthEnd(
                tenant_id=tenant_id,
                month=month,
                department=department,
                employment_type=employment_type,
                registered=counted.registered[group],
                opened=counted.opened[group],
                sent=counted.sent[group],
                suspended=counted.suspended[group],
                closed_at=work.now,
                made_up=work.now - end > IN_TIME,
            )
        )


async def _first(work: Work, tenant_id: UUID) -> date:
    """The first month that is not closed: after the last one that is; else the first in which anybody was noted."""
    closed = select(func.max(MonthEnd.month)).where(MonthEnd.tenant_id == tenant_id)
    last = await work.session.scalar(closed)
    if last is not None:
        return next_month(last)
    noted = (
        select(func.min(MonthUse.month))
        .join(Account, Account.id == MonthUse.account_id)
        .where(Account.tenant_id == tenant_id)
    )
    this_month = month_of(day_in_japan(work.now))
    first = await work.session.scalar(noted) or this_month - timedelta(days=1)
    founded = await work.session.scalar(select(Tenant.created_at).where(Tenant.id == tenant_id))
    return max(first, month_of(day_in_japan(founded))) if founded else first
