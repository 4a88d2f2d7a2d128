"""What becomes of guests by the calendar: who is over is ended, who has no sponsor rests, and sponsors are warned."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import aliased

from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.accounts.service import become
from yoriai.platform.db.among import among
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.guests.end import end_over
from yoriai.talk.guests.facts import GuestEnding
from yoriai.talk.guests.find import held
from yoriai.talk.guests.models import Guest
from yoriai.talk.guests.policy import WARNINGS, warning_due

SWEEP: Final = "guests.sweep"
MOST_AT_ONCE: Final = 100
_Sponsor = aliased(Account)


async def sweep(works: Works, _: Mapping[str, object]) -> None:
    """Look at all guests, some at a time. Twice is the same as once; without any there is nothing but three looks."""
    for step in (end_those_over, rest_orphans, warn_sponsors):
        while await step(works) == MOST_AT_ONCE:
            pass


async def end_those_over(works: Works) -> int:
    """Guests whose last day has passed leave their rooms."""

    def over(work: Work) -> Select[UUID, UUID]:
        return _guests().where(Account.ends_on < day_in_japan(work.now))

    async with works.reading() as work:
        found = (await work.session.execute(over(work).limit(MOST_AT_ONCE))).all()
    for tenant_id, account_ids in _by_tenant(found).items():
        async with works.writing() as work:
            still = await work.session.execute(over(work).where(among(Account.id, account_ids)))
            await end_over(work, tenant_id, [account_id for account_id, _ in still])
    return len(found)


async def rest_orphans(works: Works) -> int:
    """Guests for whom nobody answers any more: a sponsor's last day is told by nobody."""
    async with works.reading() as work:
        found = (await work.session.execute(_orphans(work).limit(MOST_AT_ONCE))).all()
    for tenant_id, account_ids in _by_tenant(found).items():
        async with works.writing() as work:
            await rest(work, tenant_id, among(Account.id, account_ids))
    return len(found)


async def rest(work: Work, tenant_id: UUID, those: ColumnElement[bool]) -> None:
    """Of these guests those without a valid sponsor rest, and what they had open closes at once."""
    work.cause = Cause(tenant_id=tenant_id)
    found = await work.session.execute(_orphans(work).where(those))
    guests = await held(work, [account_id for account_id, _ in found])
    for guest, _ in guests:
        guest.frozen_at = work.now
    accounts = [account for _, account in guests if account.status == AccountStatus.ACTIVE]
    if accounts:
        await become(work, Act(tenant_id, None), accounts, AccountStatus.SUSPENDED)


async def warn_sponsors(works: Works) -> int:
    """Sponsors hear on their own stream that somebody's time will be over, 14 and 3 days before."""

    def near(work: Work) -> Select[UUID, UUID]:
        today = day_in_japan(work.now)
        last = [
            and_(
                Account.ends_on <= today + timedelta(days=days),
                or_(Guest.warned.is_(None), Guest.warned > days),
            )
            for days in WARNINGS
        ]
        return _guests().where(Account.ends_on >= today, Guest.frozen_at.is_(None), or_(*last))

    async with works.reading() as work:
        found = (await work.session.execute(near(work).limit(MOST_AT_ONCE))).all()
    for tenant_id, account_ids in _by_tenant(found).items():
        async with works.writing() as work:
            await _warn(work, tenant_id, account_ids)
    return len(found)


async def _warn(work: Work, tenant_id: UUID, account_ids: Collection[UUID]) -> None:
    today = day_in_japan(work.now)
    for guest, account in await held(work, account_ids):
        if account.ends_on is None:
            continue
        left = (account.ends_on - today).days
        due = warning_due(left, guest.warned)
        if due is not None:
            guest.warned = due
            fact = GuestEnding(account_id=guest.sponsor_id, guest_id=account.id, days=left)
            work.state(fact, by=None, cause=Cause(tenant_id=tenant_id))


def _guests() -> Select[UUID, UUID]:
    return (
        select(Account.id, Guest.tenant_id)
        .join(Guest, Guest.account_id == Account.id)
        .where(Guest.ended_at.is_(None))
        .order_by(Account.id)
    )


def _orphans(work: Work) -> Select[UUID, UUID]:
    gone = or_(_Sponsor.status != AccountStatus.ACTIVE, _Sponsor.ends_on < day_in_japan(work.now))
    return _guests().join(_Sponsor, _Sponsor.id == Guest.sponsor_id).where(Guest.frozen_at.is_(None), gone)


def _by_tenant(found: Sequence[Row[UUID, UUID]]) -> dict[UUID, list[UUID]]:
    sorted_out: dict[UUID, list[UUID]] = {}
    for account_id, tenant_id in found:
        sorted_out.setdefault(tenant_id, []).append(account_id)
    return sorted_out
