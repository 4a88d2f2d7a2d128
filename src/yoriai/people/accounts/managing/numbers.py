"""Freeing the employee number of somebody who has left: it may be another person's from then on.

The account stays what it was, with all that was said from it, under a number that nobody is given. Whoever gets the old
one is another account, and opens nothing of it (K13).
"""

import re
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.managing import find, tell
from yoriai.people.accounts.models import Account, AccountStatus, ChangeKind, Posting
from yoriai.people.accounts.names import folded, needles
from yoriai.platform.work.work import Work

LONGEST: Final = 40
OLD: Final = re.compile(r".-OLD\d*$")


class NotLeft(Refused):
    """Whoever is still there keeps the number by which they sign in."""

    code = "accounts.not_left"


async def free(work: Work, actor: Actor, account_id: UUID) -> None:
    """Let the number of somebody who has left be nobody's. Once more changes nothing and tells nobody."""
    account = await find.held(work, actor, account_id)
    if account.status != AccountStatus.REMOVED:
        raise NotLeft
    before = account.login_id
    if OLD.search(before):
        return
    account.login_id = after = await _nobodys(work, actor.tenant_id, before)
    name = folded(account.family, account.given, account.kana, after)
    account.folded = " ".join((name, *needles(account.extension)))
    act = Act(actor.tenant_id, actor.account_id)
    noted = Noted(account.id, ChangeKind.CHANGED, {"login_id": before}, {"login_id": after})
    await note(work, act, noted)
    served = select(Posting.organization_id).where(Posting.account_id == account.id).distinct()
    tell.changed(work, actor, set(await work.session.scalars(served)), [account.id])


async def _nobodys(work: Work, tenant_id: UUID, number: str) -> str:
    """The number with a mark, as nobody of the body has it."""
    count = 1
    while True:
        mark = f"-OLD{count if count > 1 else ''}"
        found = f"{number[: LONGEST - len(mark)]}{mark}"
        taken = select(Account.id).where(Account.tenant_id == tenant_id, Account.login_id == found)
        if await work.session.scalar(taken) is None:
            return found
        count += 1
