"""Stopping the use of those who are in no row of a roster, when that was asked for."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update

from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import history
from yoriai.people.accounts.facts import AccountSuspended
from yoriai.people.accounts.history import Act, Noted
from yoriai.people.accounts.models import Account, AccountStatus, ChangeKind
from yoriai.people.accounts.roster.known import Known
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.accounts.roster.undo_record import Suspended
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

STATUS = {
    "before": {"status": AccountStatus.ACTIVE.value},
    "after": {"status": AccountStatus.SUSPENDED.value},
}


async def stop_missing(
    work: Work, target: Target, import_id: UUID, missing: Sequence[Known]
) -> list[Suspended]:
    """Stop these people; all of their sessions end, for ever."""
    if not missing:
        return []
    ids = [known.person.account_id for known in missing]
    held = select(Account.id, Account.roles).where(
        among(Account.id, ids), Account.status == AccountStatus.ACTIVE
    )
    rows = await work.session.execute(held.order_by(Account.id).with_for_update())
    # Who became an owner since they were compared is stopped by no roster.
    active = {account_id for account_id, roles in rows if Role.OWNER not in roles}
    stopped = [known for known in missing if known.person.account_id in active]
    values = {"status": AccountStatus.SUSPENDED, "signed_out_at": work.read_clock()}
    await work.session.execute(update(Account).where(among(Account.id, active)).values(values))
    for account_id in active:
        work.state(AccountSuspended(account_id=account_id), by=target.by)
    noted = [Noted(each.person.account_id, ChangeKind.SUSPENDED, **STATUS) for each in stopped]
    await history.note_many(work, Act(target.tenant_id, target.by, import_id=import_id), noted)
    return [Suspended(account_id=each.person.account_id, login_id=each.person.login_id) for each in stopped]
