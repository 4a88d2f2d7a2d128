"""Signing in: the password is checked before the write lock is taken; whatever is wrong, the answer is the same."""

import hashlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select, update

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotNow, Refused, TooMany, Wrong
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.sessions import service
from yoriai.people.sessions.attempts import FOR_ACCOUNT_AND_ADDRESS, FOR_ADDRESS, Attempts, Limit, place
from yoriai.people.sessions.candidate import Candidate, Claim, find
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.passwords import WeakPassword, check_new, could_be_one
from yoriai.people.sessions.service import Opened
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


class NotRecognized(Refused):
    """Unknown body, unknown number, wrong password, expired first password, suspended: nobody can tell which."""

    code = "sessions.not_recognized"
    status = 401


class NewPasswordNeeded(Refused):
    """The first password was right. It opens nothing before a password of one's own is chosen."""

    code = "sessions.new_password_needed"


@dataclass(frozen=True, slots=True)
class Proved:
    """A candidate whose password was right; `fresh` is what will be kept of a password just chosen."""

    candidate: Candidate
    fresh: str | None


async def sign_in(works: Works, entrance: Entrance, cause: Cause, claim: Claim) -> Opened:
    """Open a session, durable when this returns. Raises NotRecognized for everything that is wrong."""
    async with works.reading(cause) as work:
        candidate = await find(work, claim)
        now = work.now
    async with _counted(entrance.attempts, cause.address or "", claim, now):
        proved = await _prove(entrance, candidate, claim, now)
        account_id, tenant_id = proved.candidate.account_id, proved.candidate.tenant_id
        async with works.writing(replace(cause, account_id=account_id, tenant_id=tenant_id)) as work:
            await _still_holds(work, proved)
            return await service.open_session(work, account_id, entrance, user_agent=claim.user_agent)


@asynccontextmanager
async def _counted(attempts: Attempts, address: str, claim: Claim, now: datetime) -> AsyncGenerator[None]:
    """Count the try before anything is hashed, and take it back when it was right."""
    at = place(address)
    whose = hashlib.sha256(
        f"{claim.tenant_code}\n{claim.login}\n{at}".encode("utf-8", "surrogatepass")
    ).hexdigest()
    account, everybody = f"account {whose}", f"address {at}"
    await _take(attempts, account, FOR_ACCOUNT_AND_ADDRESS, now)
    try:
        await _take(attempts, everybody, FOR_ADDRESS, now)
    except TooMany:
        await attempts.give_back(account, FOR_ACCOUNT_AND_ADDRESS)
        raise
    try:
        yield
    except (NewPasswordNeeded, WeakPassword, Wrong, NotNow):
        await _give_back(attempts, account, everybody)
        raise
    await _give_back(attempts, account, everybody)


async def _take(attempts: Attempts, key: str, limit: Limit, now: datetime) -> None:
    wait = await attempts.take(key, limit, now)
    if wait:
        raise TooMany(retry_after=wait)


async def _give_back(attempts: Attempts, account: str, everybody: str) -> None:
    await attempts.give_back(account, FOR_ACCOUNT_AND_ADDRESS)
    await attempts.give_back(everybody, FOR_ADDRESS)


async def _prove(entrance: Entrance, candidate: Candidate | None, claim: Claim, now: datetime) -> Proved:
    """Exactly one password is hashed on every way to a refusal, so that they all take as long (A6)."""
    if not could_be_one(claim.password):
        raise NotRecognized
    is_own = await entrance.passwords.check(claim.password, candidate.password_hash if candidate else None)
    if candidate is None or not may_sign_in(candidate.status, candidate.ends_on, day_in_japan(now)):
        raise NotRecognized
    if is_own:
        if claim.new_password is not None:
            raise Wrong(field="new_password", reason="not_asked_for")
        return Proved(candidate, fresh=None)
    if not _is_first(entrance.key, candidate, claim.password, now):
        raise NotRecognized
    if claim.new_password is None:
        raise NewPasswordNeeded
    check_new(claim.new_password, candidate.login_id, claim.password)
    return Proved(candidate, fresh=await entrance.passwords.hash(claim.new_password))


def _is_first(key: bytes, candidate: Candidate, password: str, now: datetime) -> bool:
    kept, expires_at = candidate.first_password_mac, candidate.first_password_expires_at
    if kept is None or expires_at is None or now >= expires_at:
        return False
    return first_passwords.matches(key, candidate.account_id, password, kept)


async def _still_holds(work: Work, proved: Proved) -> None:
    """Under the write lock: what was proved a moment ago is still so; a first password is used up by this."""
    before = proved.candidate
    kept = select(Account.status, Account.password_hash, Account.first_password_mac)
    row = (await work.session.execute(kept.where(Account.id == before.account_id).with_for_update())).first()
    if row != (before.status, before.password_hash, before.first_password_mac):
        raise NotRecognized
    work.read_clock()  # a suspension that ended while this work waited came before the session that begins now
    if proved.fresh is not None:
        await work.session.execute(
            update(Account)
            .where(Account.id == before.account_id)
            .values(
                password_hash=proved.fresh,
                password_changed_at=work.now,
                first_password_mac=None,
                first_password_expires_at=None,
            )
        )
