"""Stopping an account, withdrawing it and giving it back. Stopping ends everything that was open, and it stays ended."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.access.rules import require
from yoriai.people.accounts.facts import AccountRestored, AccountsChanged, AccountSuspended, RightsChanged
from yoriai.people.accounts.history import Act, Noted, note_many
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, ChangeKind, Posting
from yoriai.people.accounts.policy import may_suspend
from yoriai.people.accounts.taking_back import take_back_of_leaders
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

MOST_NAMED = 50
"""Of more people than this the ids are not told: it is as good as everybody."""


class OwnAccount(Refused):
    """Nobody stops their own account: there would be nobody left to undo it."""

    code = "accounts.own_account"


class LastOwner(Refused):
    """A body without an owner could never appoint one again."""

    code = "accounts.last_owner"


class AccountGone(Refused):
    """The account has been withdrawn: it is looked at, and nothing of it changes."""

    code = "accounts.gone"


async def suspend(work: Work, actor: Actor, account_id: UUID) -> None:
    """Stop somebody of the actor's own body. Stopping again changes nothing and tells nobody."""
    account = await _find(work, actor, account_id, takes_away=True)
    if account.id == actor.account_id:
        raise OwnAccount
    if account.status == AccountStatus.SUSPENDED:
        return
    if account.status == AccountStatus.REMOVED:
        raise AccountGone
    await become(work, Act(actor.tenant_id, actor.account_id), [account], AccountStatus.SUSPENDED)


async def withdraw(work: Work, actor: Actor, account_id: UUID) -> None:
    """Take somebody out of the body: seen nowhere any more. What they have said stays, and who said it."""
    account = await _find(work, actor, account_id, takes_away=True)
    if account.id == actor.account_id:
        raise OwnAccount
    if account.status == AccountStatus.REMOVED:
        return
    await become(work, Act(actor.tenant_id, actor.account_id), [account], AccountStatus.REMOVED)


async def restore(work: Work, actor: Actor, account_id: UUID) -> None:
    """Give a stopped account back. No session comes back with it."""
    account = await _find(work, actor, account_id)
    if account.status == AccountStatus.REMOVED:
        raise AccountGone
    if account.status == AccountStatus.SUSPENDED:
        await become(work, Act(actor.tenant_id, actor.account_id), [account], AccountStatus.ACTIVE)


async def call_back(work: Work, actor: Actor, account_id: UUID) -> None:
    """Undo a withdrawal: the account is there again, where it served."""
    account = await _find(work, actor, account_id)
    if account.status == AccountStatus.REMOVED:
        await become(work, Act(actor.tenant_id, actor.account_id), [account], AccountStatus.ACTIVE)


def set_last_day(work: Work, account: Account, ends_on: date | None, *, by: UUID | None) -> None:
    """Give an account another last day, or none. Open sockets know theirs from the door, so they go there again.
    The same day once more changes nothing and tells nobody."""
    if account.ends_on == ends_on:
        return
    account.ends_on = ends_on
    work.state(RightsChanged(account_id=account.id), by=by)


async def set_group(work: Work, account: Account, group_id: UUID | None, *, by: UUID | None) -> None:
    """Put an account into another group, or into none: what a group says of rights goes along, so open sockets knock
    again (N40). The same group once more changes nothing and tells nobody."""
    if account.group_id == group_id:
        return
    account.group_id = group_id
    await take_back_of_leaders(work, [account.id])
    work.state(RightsChanged(account_id=account.id), by=by)


async def keep_an_owner(work: Work, account: Account) -> None:
    """Refuse to take the last owner away who can be one; works that do so wait for each other at the body's row,
    which whoever calls has held since before they held the account."""
    if Role.OWNER not in account.roles:
        return
    await held_tenant(work, account.tenant_id)
    others = select(Account.roles).where(
        Account.tenant_id == account.tenant_id,
        Account.id != account.id,
        Account.status == AccountStatus.ACTIVE,
        or_(Account.ends_on.is_(None), Account.ends_on >= day_in_japan(work.now)),
    )
    if not any(Role.OWNER in roles for roles in await work.session.scalars(others)):
        raise LastOwner


KINDS = {
    AccountStatus.ACTIVE: ChangeKind.RESTORED,
    AccountStatus.SUSPENDED: ChangeKind.SUSPENDED,
    AccountStatus.REMOVED: ChangeKind.REMOVED,
}


async def become(work: Work, act: Act, accounts: Sequence[Account], status: AccountStatus) -> None:
    """Let these accounts, held by whoever calls, be of this state from now on; in a few statements for thousands."""
    lines = [
        Noted(account.id, KINDS[status], {"status": account.status}, {"status": status})
        for account in accounts
    ]
    for account in accounts:
        if status != AccountStatus.ACTIVE and account.status == AccountStatus.ACTIVE:
            await keep_an_owner(work, account)
        account.status = status
        if status == AccountStatus.ACTIVE:
            work.state(AccountRestored(account_id=account.id), by=act.by)
        else:
            work.state(AccountSuspended(account_id=account.id), by=act.by)
    if status != AccountStatus.ACTIVE:
        now = work.read_clock()  # no session began later that these locks have let through
        for account in accounts:
            account.signed_out_at = now
    await work.session.flush()
    await note_many(work, act, lines)
    await tell_colleagues(work, act, [account.id for account in accounts])


async def tell_colleagues(work: Work, act: Act, ids: Sequence[UUID]) -> None:
    """Tell the organizations in which these people serve that they are not what they were."""
    there = select(Posting.organization_id).where(among(Posting.account_id, ids), Posting.until.is_(None))
    named = tuple(ids) if len(ids) <= MOST_NAMED else ()
    for organization_id in sorted(set(await work.session.scalars(there.distinct()))):
        work.state(AccountsChanged(organization_id=organization_id, account_ids=named), by=act.by)


async def _find(work: Work, actor: Actor, account_id: UUID, *, takes_away: bool = False) -> Account:
    """The account, locked. One of another body is answered like one that does not exist (A4, A11)."""
    if takes_away:
        await held_tenant(work, actor.tenant_id)
    accounts = select(Account).where(Account.id == account_id, Account.tenant_id == actor.tenant_id)
    account = await work.session.scalar(accounts.where(Account.kind == AccountKind.MEMBER).with_for_update())
    if account is None:
        raise NotFound
    require(may_suspend(actor, account.roles))
    return account
