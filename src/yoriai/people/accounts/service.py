"""Stopping an account and giving it back. Stopping ends everything that was open, and it stays ended."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts.facts import AccountRestored, AccountSuspended, RightsChanged
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.accounts.policy import may_suspend
from yoriai.platform.work.work import Work


class OwnAccount(Refused):
    """Nobody stops their own account: there would be nobody left to undo it."""

    code = "accounts.own_account"


async def suspend(work: Work, actor: Actor, account_id: UUID) -> None:
    """Stop somebody of the actor's own body. Stopping again changes nothing and tells nobody."""
    account = await _find(work, actor, account_id)
    if account.id == actor.account_id:
        raise OwnAccount
    if account.status == AccountStatus.SUSPENDED:
        return
    account.status = AccountStatus.SUSPENDED
    account.signed_out_at = work.read_clock()  # no session began later that this lock has let through
    work.state(AccountSuspended(account_id=account.id), by=actor.account_id)


async def restore(work: Work, actor: Actor, account_id: UUID) -> None:
    """Give an account back. No session comes back with it."""
    account = await _find(work, actor, account_id)
    if account.status == AccountStatus.ACTIVE:
        return
    account.status = AccountStatus.ACTIVE
    work.state(AccountRestored(account_id=account.id), by=actor.account_id)


def set_last_day(work: Work, account: Account, ends_on: date | None, *, by: UUID | None) -> None:
    """Give an account another last day, or none. Open sockets know theirs from the door, so they go there again.
    The same day once more changes nothing and tells nobody."""
    if account.ends_on == ends_on:
        return
    account.ends_on = ends_on
    work.state(RightsChanged(account_id=account.id), by=by)


async def _find(work: Work, actor: Actor, account_id: UUID) -> Account:
    """The account, locked. One of another body is answered like one that does not exist (A4, A11)."""
    accounts = select(Account).where(Account.id == account_id, Account.tenant_id == actor.tenant_id)
    account = await work.session.scalar(accounts.with_for_update())
    if account is None:
        raise NotFound
    require(may_suspend(actor, account.roles))
    return account
