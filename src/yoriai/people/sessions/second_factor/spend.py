"""Spending a code: each opens something once, however many try it at the same moment (N31)."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from yoriai.kit.errors import Refused, TooMany
from yoriai.people.accounts import history
from yoriai.people.accounts.history import Act, Noted
from yoriai.people.accounts.models import Account, ChangeKind
from yoriai.people.sessions.attempts import Attempts, Limit
from yoriai.people.sessions.authenticate import Barred
from yoriai.people.sessions.failures import Failures
from yoriai.people.sessions.second_factor import codes, recovery, seal
from yoriai.people.sessions.second_factor.facts import RecoveryCodeUsed
from yoriai.people.sessions.second_factor.models import RecoveryCode, SecondFactor
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work

# Whoever comes so far knows the password. Of a million codes three are right at any moment: at this pace somebody who
# guesses for a month from anywhere opens one account in five hundred, and its holder sees every day that they try.
# A browser that the person has used before is not held up by it.
FOR_BROWSER = Limit(burst=10, pause=timedelta(minutes=5))
FOR_STRANGERS = Limit(burst=10, pause=timedelta(hours=1))


class WrongCode(Refused):
    """Not the code of this moment, or one that was used before, or a recovery code that is used up."""

    code = "second_factor.wrong_code"
    status = 401


@dataclass(frozen=True, slots=True)
class Guarded:
    """Whose codes are tried, from which known browser (or none), and the books in which that is counted."""

    account_id: UUID
    mark: str | None
    attempts: Attempts
    failures: Failures

    @property
    def key(self) -> str:
        """Where tries are counted."""
        return f"code {self.account_id} {self.mark or ''}"

    @property
    def limit(self) -> Limit:
        return FOR_BROWSER if self.mark else FOR_STRANGERS


@asynccontextmanager
async def counted(guarded: Guarded, cause: Cause, now: datetime) -> AsyncGenerator[None]:
    """Count a try before the code is looked at; take it back only when it was right, or something else was wrong
    than the code or the network from which it came."""
    if wait := await guarded.attempts.take(guarded.key, guarded.limit, now):
        raise TooMany(retry_after=wait)
    try:
        yield
    except (WrongCode, Barred):
        guarded.failures.note(guarded.account_id, now, address=cause.address or "", zone=cause.zone or "")
        raise
    except Refused:
        await guarded.attempts.give_back(guarded.key, guarded.limit)
        raise
    await guarded.attempts.give_back(guarded.key, guarded.limit)


async def spend(work: Work, key: bytes, account_id: UUID, typed: str) -> None:
    """Use up a code of the app, or a recovery code. Raises WrongCode for everything that opens nothing."""
    figures, letters = codes.as_typed(typed), recovery.as_typed(typed)
    if figures is not None:
        await _take_code(work, key, account_id, figures)
    elif letters is not None:
        await _take_recovery(work, key, account_id, letters)
    else:
        raise WrongCode


async def _take_code(work: Work, key: bytes, account_id: UUID, figures: str) -> None:
    kept = await work.session.scalar(select(SecondFactor.secret).where(SecondFactor.account_id == account_id))
    secret = seal.open_up(key, kept, about=about(account_id)) if kept else None
    step = codes.step_of(secret.decode(), figures, work.now) if secret else None
    if step is None:
        raise WrongCode
    # The database decides which of two at the same moment was first; the other one's code is an old one by then.
    taken = await work.session.execute(
        update(SecondFactor)
        .where(SecondFactor.account_id == account_id, SecondFactor.last_step < step)
        .values(last_step=step, uses=SecondFactor.uses + 1)
        .returning(SecondFactor.account_id)
    )
    if taken.first() is None:
        raise WrongCode


async def _take_recovery(work: Work, key: bytes, account_id: UUID, letters: str) -> None:
    taken = await work.session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.account_id == account_id,
            RecoveryCode.mac == recovery.mac(key, account_id, letters),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=work.now)
        .returning(RecoveryCode.account_id)
    )
    if taken.first() is None:
        raise WrongCode
    await work.session.execute(
        update(SecondFactor).where(SecondFactor.account_id == account_id).values(uses=SecondFactor.uses + 1)
    )
    tenant_id = (
        await work.session.execute(select(Account.tenant_id).where(Account.id == account_id))
    ).scalar_one()
    await history.note(work, Act(tenant_id, account_id), Noted(account_id, ChangeKind.RECOVERY_CODE_USED))
    work.state(RecoveryCodeUsed(account_id=account_id), by=account_id)


def about(account_id: UUID) -> str:
    """What the seal of a secret says: that of another account opens nothing here."""
    return f"second factor of {account_id}"
