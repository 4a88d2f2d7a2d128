"""席を離れる: a session is locked on the server, at once and for every tab, until its password is given again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import null, select, update

from yoriai.kit.errors import TooMany
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.models import Account
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.facts import SessionLocked, SessionUnlocked
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.passwords import could_be_one
from yoriai.people.sessions.sign_in import NotRecognized
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

# Whoever stands before a locked screen can try this one account; it holds up nobody but the holder of this session.
FOR_SESSION = Limit(burst=10, pause=timedelta(seconds=30))


@dataclass(frozen=True, slots=True)
class Away:
    """Who has left the seat, as the lock screen says it."""

    account_id: UUID
    family: str
    given: str
    tenant_name: str
    is_showing: bool
    """They have handed the screen over to show some pictures: it shows those (FILE-14)."""


async def lock(work: Work, actor: Actor, *, showing: Sequence[UUID] = ()) -> None:
    """Lock the actor's own session. Its other tabs hear it; whoever asks from now on is told so. Its screen goes on
    showing these pictures, if there are any."""
    shown = {"showing": list(map(str, showing))} if showing else {}
    locked = await work.session.execute(
        update(Session)
        .where(Session.id == actor.session_id, Session.locked_at.is_(None))
        .values(locked_at=work.now, **shown)
        .returning(Session.id)
    )
    if locked.first() is not None:
        fact = SessionLocked(account_id=actor.account_id, session_id=actor.session_id)
        work.state(fact, by=actor.account_id)


async def away(work: Work, actor: Actor, *, is_showing: bool) -> Away:
    """Whose seat it is: said to whoever holds the session's cookie, that is to this browser alone."""
    card: Person = (await people_of(work.session, {actor.account_id}, actor.redaction_class))[
        actor.account_id
    ]
    return Away(card.account_id, card.family, card.given, card.tenant_name, is_showing)


async def unlock(works: Works, entrance: Entrance, cause: Cause, holder: Actor, *, password: str) -> None:
    """Open a locked session for the person whose it is. A wrong password is answered as at the entrance."""
    await prove(works, entrance, cause, holder, password=password)
    cause = replace(
        cause, account_id=holder.account_id, tenant_id=holder.tenant_id, session_id=holder.session_id
    )
    async with works.writing(cause) as work:
        opened = await work.session.execute(
            update(Session)
            .where(
                Session.id == holder.session_id, Session.locked_at.is_not(None), Session.ended_at.is_(None)
            )
            .values(locked_at=None, showing=null())
            .returning(Session.id)
        )
        if opened.first() is not None:
            fact = SessionUnlocked(account_id=holder.account_id, session_id=holder.session_id)
            work.state(fact, by=holder.account_id)
    async with works.reading(cause) as work:
        entrance.used(holder, work)


async def prove(works: Works, entrance: Entrance, cause: Cause, holder: Actor, *, password: str) -> str:
    """Let only the holder of this session go on; what is kept of their password. Held up as at the entrance."""
    key, now = f"session {holder.session_id}", works.now()
    if wait := await entrance.attempts.take(key, FOR_SESSION, now):
        raise TooMany(retry_after=wait)
    async with works.reading(cause) as work:
        kept = await work.session.scalar(select(Account.password_hash).where(Account.id == holder.account_id))
    if not could_be_one(password) or not await entrance.passwords.check(password, kept):
        entrance.failures.note(holder.account_id, now, address=cause.address or "", zone=cause.zone or "")
        raise NotRecognized
    await entrance.attempts.give_back(key, FOR_SESSION)
    return kept or ""
