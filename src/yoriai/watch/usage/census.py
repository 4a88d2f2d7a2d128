"""A body's people at one moment of the past, unit by unit: what a month end counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.models import (
    Account,
    AccountChange,
    AccountKind,
    AccountStatus,
    ChangeKind,
    Posting,
)
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work
from yoriai.watch.usage.models import MonthUse

BEFORE = {ChangeKind.SUSPENDED: AccountStatus.ACTIVE, ChangeKind.RESTORED: AccountStatus.SUSPENDED}
"""What somebody was, of whom this is the first thing that happened afterwards."""

Group = tuple[str, str]
"""The path of a unit, and a 任用形態."""


@dataclass(slots=True)
class Census:
    """Figures of each group."""

    registered: Counter[Group] = field(default_factory=Counter[Group])
    opened: Counter[Group] = field(default_factory=Counter[Group])
    sent: Counter[Group] = field(default_factory=Counter[Group])
    suspended: Counter[Group] = field(default_factory=Counter[Group])


async def census(work: Work, tenant_id: UUID, month: date, end: datetime) -> Census:
    """The people of this body at the end of a month, and who of them used it meanwhile.

    Today's rows are read back to that moment: who came later was not there, and the first thing that was done to
    somebody afterwards says what they were before it.
    """
    counted = Census()
    later = await _status_before(work, tenant_id, end)
    uses = await _uses(work, tenant_id, month)
    people = await work.session.execute(
        select(Account.id, Account.status, Account.ends_on, Account.employment_type, Department.path)
        .outerjoin(Posting, and_(Posting.account_id == Account.id, *_was_main(end)))
        .outerjoin(Department, Department.id == Posting.department_id)
        .where(Account.tenant_id == tenant_id, Account.kind == AccountKind.MEMBER, Account.created_at < end)
    )
    seen: set[UUID] = set()
    last_day = day_in_japan(end) - timedelta(days=1)
    for account_id, status, ends_on, employment_type, path in people:
        was = later.get(account_id, status)
        is_gone = was == AccountStatus.REMOVED or (ends_on is not None and ends_on < last_day)
        if is_gone or account_id in seen:
            continue
        seen.add(account_id)
        group = (path or "", employment_type)
        counted.registered[group] += 1
        counted.suspended[group] += was == AccountStatus.SUSPENDED
        counted.opened[group] += account_id in uses
        counted.sent[group] += uses.get(account_id, False)
    return counted


def _was_main(end: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Posting.was_main.is_(True),
        Posting.since < end,
        or_(Posting.until.is_(None), Posting.until >= end),
    )


async def _status_before(work: Work, tenant_id: UUID, end: datetime) -> dict[UUID, str]:
    """What those were of whom something was done after that moment, by the first such thing."""
    changes = await work.session.execute(
        select(AccountChange.account_id, AccountChange.kind, AccountChange.before)
        .where(AccountChange.tenant_id == tenant_id, AccountChange.at >= end)
        .where(AccountChange.kind.in_([*BEFORE, ChangeKind.REMOVED]))
        .order_by(AccountChange.id.desc())
    )
    return {
        account_id: str(before.get("status") or BEFORE.get(ChangeKind(kind), AccountStatus.ACTIVE))
        for account_id, kind, before in changes  # the oldest comes last and stays
    }


async def _uses(work: Work, tenant_id: UUID, month: date) -> Mapping[UUID, bool]:
    found = await work.session.execute(
        select(MonthUse.account_id, MonthUse.sent)
        .join(Account, Account.id == MonthUse.account_id)
        .where(Account.tenant_id == tenant_id, MonthUse.month == month)
    )
    return {row[0]: row[1] for row in found}
