"""Signing in: the password is checked before the write lock is taken; whatever is wrong, the answer is the same."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotNow, Refused, TooMany, Wrong
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.sessions import known, service, throttle
from yoriai.people.sessions.attempts import Limit, place
from yoriai.people.sessions.authenticate import Barred
from yoriai.people.sessions.candidate import Candidate, Claim, find
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.facts import SignInBlocked
from yoriai.people.sessions.passwords import WeakPassword, check_new, could_be_one
from yoriai.people.sessions.policy import ends_at
from yoriai.people.sessions.rules import USUAL
from yoriai.people.sessions.second_factor.policy import Asked, Step, next_step
from yoriai.people.sessions.second_factor.ticket import LASTS, Ticket, stamp
from yoriai.people.sessions.service import Opened
from yoriai.people.sessions.throttle import Asker, Tries
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


class NotRecognized(Refused):
    """Unknown body, unknown number, wrong password, expired first password, suspended: nobody can tell which."""

    code = "sessions.not_recognized"
    status = 401


class SecondFactorNeeded(Refused):
    """The password was right, but it opens nothing alone: `step` says what is left. Its ticket goes into a cookie."""

    code = "second_factor"
    status = 401

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(step=ticket.step)
        self.ticket = ticket


class NewPasswordNeeded(Refused):
    """The password was right, but it opens nothing before another one is chosen: it was a first one, or is too old."""

    code = "sessions.new_password_needed"


@dataclass(frozen=True, slots=True)
class Proved:
    """A candidate whose password was right; `fresh` is what will be kept of a password just chosen."""

    claim: Claim
    candidate: Candidate
    fresh: str | None


async def sign_in(works: Works, entrance: Entrance, cause: Cause, claim: Claim) -> Opened:
    """Open a session, durable when this returns. Raises NotRecognized for everything that is wrong."""
    at, now = place(cause.address or ""), works.now()
    if refused := await turned_away(entrance, claim, at, now):
        raise refused
    async with _counted(entrance, claim, at, now) as tries:
        candidate = await works.store.quick.read(lambda rows: find(rows, claim, cause))
        if candidate is not None:
            entrance.rules[claim.tenant_code] = candidate.rules
        try:
            proved = await _prove(entrance, candidate, claim, tries)
        except (NotRecognized, Barred) as refused:
            if candidate is not None:
                refused.whose = candidate.tenant_id, candidate.account_id
                entrance.failures.note(
                    candidate.account_id, now, address=cause.address or "", zone=cause.zone or ""
                )
                if isinstance(refused, Barred):
                    await tell_blocked(works, cause, refused)
            raise
        proved = await _kept_anew(works, entrance, cause, proved)
        _stop_half_way(entrance, proved, cause.zone or "", now)
        return await _open(works, entrance, cause, proved)


async def _kept_anew(works: Works, entrance: Entrance, cause: Cause, proved: Proved) -> Proved:
    """What was kept of a right password with other effort than today is kept anew, while the password is known."""
    who = proved.candidate
    if (
        proved.fresh is not None
        or who.password_hash is None
        or not entrance.passwords.is_dated(who.password_hash)
    ):
        return proved
    kept = await entrance.passwords.hash(proved.claim.password)
    async with works.writing(replace(cause, account_id=who.account_id, tenant_id=who.tenant_id)) as work:
        is_done = await service.keep_anew(work, who.account_id, was=who.password_hash, kept=kept)
    return replace(proved, candidate=replace(who, password_hash=kept)) if is_done else proved


async def turned_away(entrance: Entrance, claim: Claim, at: str, now: datetime) -> Refused | None:
    """Why no row could let this one in, before any is read: then a machine that guesses costs a few looks in memory.

    Only a first password may be right however much was guessed, and few passwords look like one.
    """
    if first_passwords.could_be_one(claim.password):
        return None
    return await throttle.turned_away(
        entrance.attempts, _asker(entrance, claim, at), limit=_limit(entrance, claim), now=now
    )


def _asker(entrance: Entrance, claim: Claim, at: str) -> Asker:
    return Asker(claim.whose, known.mark_in(entrance.key, claim.whose, claim.known), at)


def _limit(entrance: Entrance, claim: Claim) -> Limit:
    return entrance.rules.get(claim.tenant_code, USUAL).limit


def _stop_half_way(entrance: Entrance, proved: Proved, zone: str, now: datetime) -> None:
    """Say what is left, where a password alone is not enough. Nobody hears it who does not know the password (A6)."""
    who = proved.candidate
    asked = Asked(
        who.kind, who.roles, zone, has_one=who.second is not None, by_model=entrance.profile.second_factor
    )
    step = next_step(asked, who.rules.second, day_in_japan(now))
    if step is None or (step is Step.SET_UP and entrance.is_relaxed):
        return
    raise SecondFactorNeeded(
        Ticket(
            account_id=who.account_id,
            step=step,
            whose=proved.claim.whose,
            stamp=stamp(who.status, who.password_hash, who.first_password_mac, who.second),
            until=now + LASTS,
            fresh=proved.fresh,
        )
    )


async def tell_blocked(works: Works, cause: Cause, refused: Barred) -> None:
    """Nothing is opened, but that somebody knows the password and where they were is told to whoever's it is."""
    cause = replace(cause, account_id=refused.account_id, tenant_id=refused.tenant_id)
    async with works.writing(cause) as work:
        work.state(SignInBlocked(account_id=refused.account_id), by=refused.account_id)


async def _open(works: Works, entrance: Entrance, cause: Cause, proved: Proved) -> Opened:
    claim, candidate = proved.claim, proved.candidate
    cause = replace(cause, account_id=candidate.account_id, tenant_id=candidate.tenant_id)
    async with works.writing(cause) as work:
        await _still_holds(work, proved)
        if claim.replaces is not None:
            await service.give_way(work, claim.replaces)
        return await service.open_session(
            work, candidate.account_id, entrance, user_agent=claim.user_agent, rules=candidate.rules
        )


@asynccontextmanager
async def _counted(entrance: Entrance, claim: Claim, at: str, now: datetime) -> AsyncGenerator[Tries]:
    """Count the try before anything is read or hashed, and take it back when it was right or not looked at."""
    tries = await throttle.count(
        entrance.attempts, _asker(entrance, claim, at), limit=_limit(entrance, claim), now=now
    )
    try:
        yield tries
    except (NewPasswordNeeded, SecondFactorNeeded, WeakPassword, Wrong, NotNow, TooMany):
        await tries.give_back()
        raise
    await tries.give_back()


async def _prove(entrance: Entrance, candidate: Candidate | None, claim: Claim, tries: Tries) -> Proved:
    """Exactly one password is hashed on every way to a refusal, so that they all take as long (A6).

    Only a right first password needs none: it has so many bits that nobody guesses it, so no guessing of others
    may hold it up, and a whole city on its first morning does not wait for the hashing.
    """
    if not could_be_one(claim.password):
        raise NotRecognized
    is_welcome = candidate is not None and may_sign_in(
        candidate.status, candidate.ends_on, day_in_japan(tries.now)
    )
    if candidate is not None and is_welcome and _is_first(entrance.key, candidate, claim.password, tries.now):
        _check_place(candidate)
        return await _chosen_anew(entrance, candidate, claim, reason="first")
    was_here = candidate is not None and candidate.was_here
    if wait := tries.wait(was_here=was_here):
        raise TooMany(retry_after=wait)
    is_own = await _check(entrance, candidate, claim.password, tries)
    if candidate is None or not is_own or not is_welcome:
        raise NotRecognized
    _check_place(candidate)
    over = ends_at(candidate.password_changed_at, candidate.rules.password.expires_days)
    if over is not None and over <= tries.now:
        return await _chosen_anew(entrance, candidate, claim, reason="expired")
    if claim.new_password is not None:
        raise Wrong(field="new_password", reason="not_asked_for")
    return Proved(claim, candidate, fresh=None)


def _check_place(candidate: Candidate) -> None:
    """Only whoever knew the password hears of it; to everybody else it is one refusal among others (A6)."""
    if candidate.barred_at is not None:
        raise Barred(candidate.barred_at, tenant_id=candidate.tenant_id, account_id=candidate.account_id)


async def _check(entrance: Entrance, candidate: Candidate | None, password: str, tries: Tries) -> bool:
    if wait := await tries.spend(was_here=candidate is not None and candidate.was_here):
        raise NotNow(retry_after=wait)
    kept = candidate.password_hash if candidate else None
    return await entrance.passwords.check(password, kept, tries.lane)


async def _chosen_anew(entrance: Entrance, candidate: Candidate, claim: Claim, *, reason: str) -> Proved:
    """What was typed is right and will be worth nothing: from now on the new one counts."""
    rules = candidate.rules.password
    if claim.new_password is None:
        raise NewPasswordNeeded(reason=reason, least=rules.least, kinds=rules.kinds)
    others = (candidate.login_id, claim.password)
    check_new(claim.new_password, *others, rules=rules, names=(claim.tenant_code, *candidate.names))
    return Proved(claim, candidate, fresh=await entrance.passwords.hash(claim.new_password))


def _is_first(key: bytes, candidate: Candidate, password: str, now: datetime) -> bool:
    kept, expires_at = candidate.first_password_mac, candidate.first_password_expires_at
    if kept is None or expires_at is None or now >= expires_at:
        return False
    return first_passwords.matches(key, candidate.account_id, password, kept)


async def _still_holds(work: Work, proved: Proved) -> None:
    """Under the write lock: what was proved a moment ago is still so; a first password is used up by this."""
    before = proved.candidate
    kept = select(
        Account.status, Account.first_password_mac, Account.password_hash, Account.password_changed_at
    )
    row = (
        await work.session.execute(kept.where(Account.id == before.account_id).with_for_update())
    ).one_or_none()
    if (
        row is None
        or row[:2] != (before.status, before.first_password_mac)
        or not _is_the_same(row[2:], before)
    ):
        raise NotRecognized
    work.read_clock()  # a suspension that ended while this work waited came before the session that begins now
    if proved.fresh is not None:
        await service.keep_password(work, before.tenant_id, before.account_id, proved.fresh)


def _is_the_same(now: Sequence[object], before: Candidate) -> bool:
    """Whether the password is still the one that was proved. Somebody who came at the same moment may have had it kept
    anew; when it was chosen tells it from every other one."""
    kept, chosen_at = now
    if kept is None or before.password_hash is None:
        return kept is before.password_hash
    return kept == before.password_hash or chosen_at == before.password_changed_at
