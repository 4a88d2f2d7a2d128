"""Saying whether one can be reached and until when, and where one works today."""

from datetime import datetime

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs.facts import organization_stream
from yoriai.people.presence.look import CHANGED
from yoriai.people.presence.models import Presence
from yoriai.people.presence.policy import LONGEST, Band, State, Whereabouts, whereabouts
from yoriai.platform.work.work import Work


async def tell(work: Work, actor: Actor, state: State | None, until: datetime | None) -> None:
    """Say it to one's own organizations. None takes back what was said; saying it again tells nobody."""
    until = None if state is None else until
    if until is not None and not work.now < until <= work.now + LONGEST:
        raise Wrong(field="until", reason="not_ahead")
    row = await own_row(work, actor)
    said = (state or "", until)
    if said != (row.state, row.until):
        row.state, row.until = said
        _changed(work, actor, row)


async def tell_place(work: Work, actor: Actor, place: Whereabouts | None) -> None:
    """Say where one works, for today alone. None takes it back; saying it again on the same day tells nobody."""
    today = day_in_japan(work.now)
    row = await own_row(work, actor)
    if place != whereabouts(row.place, row.place_on, today):
        row.place, row.place_on = (place, today) if place else (None, None)
        _changed(work, actor, row)


async def own_row(work: Work, actor: Actor) -> Presence:
    """What is kept of one's own presence, also where nothing has been said yet."""
    # One person's devices pass one by one, also where nothing has been said yet.
    await take_turn(work, actor.account_id)
    row = await work.session.get(Presence, actor.account_id)
    if row is None:
        row = Presence(account_id=actor.account_id, state="", until=None, band=Band.NOW, changed_at=work.now)
        work.session.add(row)
    return row


def _changed(work: Work, actor: Actor, row: Presence) -> None:
    row.changed_at = work.now
    for organization_id in actor.organization_ids:
        work.signal(organization_stream(organization_id), CHANGED)
