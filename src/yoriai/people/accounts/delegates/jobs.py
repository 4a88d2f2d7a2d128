"""Every night mandates end whose last day has passed, or of which either side is gone for good."""

from collections.abc import Mapping

from sqlalchemy import or_, select

from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.delegates.service import end_where
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works


async def end_passed(works: Works, _: Mapping[str, object]) -> None:
    """One body after the other; twice is once. Whoever was stopped for a while keeps theirs, which does not hold then."""
    async with works.reading() as work:
        today = day_in_japan(work.now)
        gone = select(Account.id).where(
            or_(Account.status == AccountStatus.REMOVED, Account.ends_on < today),
        )
        over = or_(Delegate.until < today, Delegate.principal_id.in_(gone), Delegate.person_id.in_(gone))
        found = await work.session.execute(
            select(Account.tenant_id, Delegate.id)
            .join(Account, Account.id == Delegate.principal_id)
            .where(over)
            .order_by(Account.tenant_id, Delegate.id)
        )
        ended = [(tenant_id, delegate_id) for tenant_id, delegate_id in found]
    for tenant_id, delegate_id in ended:
        async with works.writing() as work:
            await end_where(work, Delegate.id == delegate_id, over, by=None, cause=Cause(tenant_id=tenant_id))
