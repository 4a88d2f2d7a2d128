"""Proving oneself anew before a dangerous act: the session remembers for some minutes that its holder did."""

from dataclasses import dataclass, replace

from sqlalchemy import Update, update

from yoriai.kit.errors import Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.lock import prove
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.second_factor.spend import Guarded, counted, spend
from yoriai.people.sessions.second_factor.state import holder_of
from yoriai.people.sessions.sign_in import NotRecognized
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody says to prove that they are still the one who signed in."""

    password: str
    code: str | None


async def prove_again(works: Works, entrance: Entrance, cause: Cause, actor: Actor, *, given: Given) -> None:
    """Password, and a code where the account has a second factor; then dangerous acts are open for some minutes.
    Held up as at the entrance."""
    try:
        await prove(works, entrance, cause, actor, password=given.password)
    except NotRecognized:
        raise Wrong(field="password", reason="not_yours") from None
    who = {"account_id": actor.account_id, "tenant_id": actor.tenant_id, "session_id": actor.session_id}
    cause = replace(cause, **who)
    # A session is a browser that is known: guesses from elsewhere do not hold it up, nor its own anybody else.
    guarded = Guarded(actor.account_id, str(actor.session_id), entrance.attempts, entrance.failures)
    async with works.reading(cause) as work:
        has_one = (await holder_of(work, actor.account_id, entrance.profile)).set_up_at is not None
    if not has_one:
        async with works.writing(cause) as work:
            await work.session.execute(_proved(actor).values(proved_at=work.now))
        return
    if given.code is None:
        raise Wrong(field="one_time_code", reason="missing")
    async with counted(guarded, cause, works.now()), works.writing(cause) as work:
        await spend(work, entrance.key, actor.account_id, given.code)
        await work.session.execute(_proved(actor).values(proved_at=work.now))


def _proved(actor: Actor) -> Update:
    return update(Session).where(Session.id == actor.session_id, Session.ended_at.is_(None))
