"""Sessions: begin, list, end. A token is made here, told once, and kept only as what it hashes to."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, update

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts import history
from yoriai.people.accounts.facts import Acted
from yoriai.people.accounts.history import Act, Noted
from yoriai.people.accounts.models import Account, AccountStatus, ChangeKind
from yoriai.people.accounts.policy import may_suspend
from yoriai.people.sessions.authenticate import hash_of
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.facts import SessionBegan, SessionEnded
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.rules import USUAL, SignInRules
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

MOST = 50  # open sessions of one account; the one used longest ago gives way
MOST_USER_AGENT = 300  # characters


@dataclass(frozen=True, slots=True)
class Opened:
    """A new session and the only copy of its token."""

    account_id: UUID
    token: str
    lasts: int
    """Seconds until it ends at the latest."""


async def open_session(
    work: Work, account_id: UUID, entrance: Entrance, *, user_agent: str, rules: SignInRules = USUAL
) -> Opened:
    """Begin a session in the zone and from the address of the work's cause. Always a new token (N42)."""
    longest = rules.longest or entrance.longest
    token = secrets.token_urlsafe(32)
    session_id = uuid7(work.now)
    await _make_room(work, account_id)
    work.session.add(
        Session(
            id=session_id,
            account_id=account_id,
            token_hash=hash_of(token),
            zone=work.cause.zone or "",
            device_id=None,
            client_kind="browser",
            address=work.cause.address or "",
            user_agent=user_agent[:MOST_USER_AGENT],
            began_at=work.now,
            last_used_at=work.now,
            idle_until=work.now + (rules.idle or entrance.idle),
            expires_at=work.now + longest,
            ended_at=None,
            proved_at=work.now,
        )
    )
    work.cause = replace(work.cause, session_id=session_id)
    work.state(SessionBegan(account_id=account_id, session_id=session_id), by=account_id)
    return Opened(account_id, token, lasts=int(longest.total_seconds()))


async def end_session(work: Work, actor: Actor, session_id: UUID) -> None:
    """End one of the actor's own sessions, on whatever device. Ending it again changes nothing and tells nobody."""
    ended_at = await work.session.execute(
        select(Session.ended_at).where(Session.id == session_id, Session.account_id == actor.account_id)
    )
    row = ended_at.first()
    if row is None:
        raise NotFound
    if row[0] is None:
        await close(work, [(session_id, actor.account_id)], by=actor.account_id)


async def end_others(work: Work, actor: Actor) -> int:
    """End all of the actor's sessions but this one; how many there were."""
    others = select(Session.id).where(
        Session.account_id == actor.account_id, Session.ended_at.is_(None), Session.id != actor.session_id
    )
    found = (await work.session.scalars(others)).all()
    await close(work, [(session_id, actor.account_id) for session_id in found], by=actor.account_id)
    return len(found)


async def end_all_of(work: Work, actor: Actor, account_id: UUID, session_id: UUID | None) -> None:
    """End the sessions of somebody of the actor's own body, or one of them. Whoever has more rights is left alone."""
    roles = await work.session.scalar(
        select(Account.roles).where(Account.id == account_id, Account.tenant_id == actor.tenant_id)
    )
    if roles is None:
        raise NotFound
    require(may_suspend(actor, roles))
    theirs = select(Session.id).where(Session.account_id == account_id, Session.ended_at.is_(None))
    if session_id is not None:
        theirs = theirs.where(Session.id == session_id)
    found = (await work.session.scalars(theirs)).all()
    await close(work, [(each, account_id) for each in found], by=actor.account_id)


async def give_way(work: Work, token: str) -> None:
    """Another session takes the place of this one in its browser: nobody would ever hold it again."""
    found = await work.session.execute(
        select(Session.id, Session.account_id).where(
            Session.token_hash == hash_of(token), Session.ended_at.is_(None)
        )
    )
    await close(work, [(session_id, account_id) for session_id, account_id in found], by=None)


async def keep_password(work: Work, tenant_id: UUID, account_id: UUID, kept: str) -> None:
    """From now on this is the account's password; a first one is used up. Its history says when, and no more."""
    await work.session.execute(
        update(Account)
        .where(Account.id == account_id)
        .values(
            password_hash=kept,
            password_changed_at=work.now,
            first_password_mac=None,
            first_password_expires_at=None,
        )
    )
    chosen = Noted(account_id, ChangeKind.PASSWORD_CHOSEN)
    await history.note(work, Act(tenant_id, account_id), chosen)
    work.state(Acted(account_id=account_id, act="password_chosen"), by=account_id)


async def keep_anew(work: Work, account_id: UUID, *, was: str, kept: str) -> bool:
    """Keep the same password in another way, if it is still the one that was kept so. It gets no younger by it, and
    nobody has chosen anything: nothing stands in its history."""
    mine = update(Account).where(Account.id == account_id, Account.password_hash == was)
    done = await work.session.scalar(mine.values(password_hash=kept).returning(Account.id))
    return done is not None


async def close(work: Work, sessions: Sequence[tuple[UUID, UUID]], *, by: UUID | None) -> None:
    """End these (session, account) pairs and tell their devices."""
    if not sessions:
        return
    await work.session.execute(
        update(Session)
        .where(among(Session.id, [session_id for session_id, _ in sessions]))
        .values(ended_at=work.now)
    )
    for session_id, account_id in sessions:
        work.state(SessionEnded(account_id=account_id, session_id=session_id), by=by)


def has_run_out(now: datetime) -> ColumnElement[bool]:
    """Of an account joined to a session: nobody has ended it, but it counts no longer."""
    return or_(
        Session.expires_at <= now,
        Session.idle_until <= now,
        and_(Account.signed_out_at.is_not(None), Session.began_at <= Account.signed_out_at),
        Account.status != AccountStatus.ACTIVE,
        and_(Account.ends_on.is_not(None), Account.ends_on < day_in_japan(now)),
    )


async def _make_room(work: Work, account_id: UUID) -> None:
    """Let the sessions used longest ago give way to the one that begins."""
    surplus = (
        select(Session.id)
        .where(Session.account_id == account_id, Session.ended_at.is_(None))
        .order_by(Session.last_used_at.desc(), Session.id.desc())
        .offset(MOST - 1)
    )
    over = (await work.session.scalars(surplus)).all()
    if over:
        await close(work, [(session_id, account_id) for session_id in over], by=account_id)
