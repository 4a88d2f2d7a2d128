"""Taking back first passwords that nobody has used: whoever handed one out could be its holder, so that it must not
outlive the moment in which that holder may do more (N19)."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select, update

from yoriai.people.access.capabilities import granted
from yoriai.people.accounts.models import Account, AccountChange, ChangeKind
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

ANYWHERE = "slips.issue_anywhere"
NONE = {"first_password_mac": None, "first_password_expires_at": None}


def take_back(account: Account) -> None:
    """The first password of this account, which the caller holds, opens nothing any more; a new one is handed out."""
    account.first_password_mac = account.first_password_expires_at = None


def is_a_rise(before: Collection[str], after: Collection[str]) -> bool:
    """Whether these roles allow anything that those did not."""
    return not granted(after) <= granted(before)


async def take_back_of_leaders(work: Work, people: Collection[UUID]) -> None:
    """Of people who get a right those first passwords that an ITリーダー has handed out, who may not have that right.
    Those of administrators stay: they have every right in any case."""
    await work.session.flush()
    lines = (
        select(AccountChange.account_id, AccountChange.by)
        .join(Account, Account.id == AccountChange.account_id)
        .where(
            among(AccountChange.account_id, people),
            AccountChange.kind == ChangeKind.PASSWORD_RESET,
            Account.first_password_mac.is_not(None),
        )
        .order_by(AccountChange.id)
    )
    last: dict[UUID, UUID | None] = dict((await work.session.execute(lines)).all())
    issuers = {by for by in last.values() if by is not None}
    if not issuers:
        return
    rows = await work.session.execute(select(Account.id, Account.roles).where(among(Account.id, issuers)))
    above = {account_id for account_id, roles in rows if ANYWHERE in granted(roles)}
    theirs = [account_id for account_id, by in last.items() if by is not None and by not in above]
    if theirs:
        await work.session.execute(update(Account).where(among(Account.id, theirs)).values(**NONE))
