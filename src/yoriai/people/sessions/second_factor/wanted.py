"""What a dangerous act asks of a session before it goes on: that its holder proved themselves a moment ago."""

from datetime import timedelta

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.second_factor.state import holder_of
from yoriai.people.zones.profile import Profile
from yoriai.platform.work.work import Work

AHEAD = timedelta(days=1)
"""Further ahead no clock of ours is, unless it stood wrong."""


class ProveAgain(Refused):
    """Nothing was done: say who you are once more. `second`: a code is asked for as well as the password."""

    code = "second_factor.prove_again"
    status = 403


class NotSetUp(Refused):
    """Whoever may do such things must have a second factor, and has none yet: they set one up first."""

    code = "second_factor.missing"
    status = 403


async def check(work: Work, actor: Actor, within: timedelta, *, model: Profile, is_relaxed: bool) -> None:
    """Go on only if the session's holder proved themselves this recently, with all that is asked of them."""
    holder = await holder_of(work, actor.account_id, model)
    if not is_relaxed and holder.must_set_up(actor.zone, work.now):
        raise NotSetUp
    proved_at = await work.session.scalar(select(Session.proved_at).where(Session.id == actor.session_id))
    # A proof of a time to come was made while a clock stood wrong: it would count until then.
    if proved_at is None or not -AHEAD < work.now - proved_at < within:
        raise ProveAgain(second=holder.set_up_at is not None)
