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
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.sessions.authenticate import hash_of
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.facts import SessionBegan, SessionEnded
from yoriai.people.sessions.models import Session
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


async def open_session(work: Work, account_id: UUID, entrance: Entrance, *, user_agent: str) -> Opened:
    """Begin a session in the zone and from the address of the work's cause. Always a new token (N42)."""
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
            idle_until=work.now + entrance.idle,
            expires_at=work.now + entrance.longest,
            ended_at=None,
        )
    )
    work.cause = replace(work.cause, session_id=session_id)
    work.state(SessionBegan(account_id=account_id, session_id=session_id), by=account_id)
    return Opened(account_id, token, lasts=int(entrance.longest.total_seconds()))


async def open_sessions(work: Work, actor: Actor) -> Sequence[Session]:
    """The actor's own sessions that still count, the last used first; never more than MOST."""
    mine = (
        select(Session)
        .join(Account, Account.id == Session.account_id)
        .where(Session.account_id == actor.account_id, Session.ended_at.is_(None), ~has_run_out(work.now))
        .order_by(Session.last_used_at.desc(), Session.id.desc())
        .limit(MOST)
    )
    return (await work.session.scalars(mine)).all()


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


async def close(work: Work, sessions: Sequence[tuple[UUID, UUID]], *, by: UUID | None) -> None:
    """End these (session, account) pairs and tell their devices."""
    await work.session.execute(
        update(Session)
        .where(Session.id.in_([session_id for session_id, _ in sessions]))
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
