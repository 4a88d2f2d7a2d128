"""Saying whether one can be reached, and until when."""

from datetime import datetime

from yoriai.kit.errors import Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs.facts import organization_stream
from yoriai.people.presence.look import CHANGED
from yoriai.people.presence.models import Presence
from yoriai.people.presence.policy import LONGEST, Band, State
from yoriai.platform.work.work import Work


async def tell(work: Work, actor: Actor, state: State | None, until: datetime | None) -> None:
    """Say it to one's own organizations. None takes back what was said; saying it again tells nobody."""
    until = None if state is None else until
    if until is not None and not work.now < until <= work.now + LONGEST:
        raise Wrong(field="until", reason="not_ahead")
    me = actor.account_id
    # One person's devices pass one by one, also where nothing has been said yet.
    await take_turn(work, me)
    row = await work.session.get(Presence, me)
    said = (state or "", until)
    if row is None:
        row = Presence(account_id=me, state="", until=None, band=Band.NOW, changed_at=work.now)
        work.session.add(row)
    if said == (row.state, row.until):
        return
    row.state, row.until = said
    row.changed_at = work.now
    for organization_id in actor.organization_ids:
        work.signal(organization_stream(organization_id), CHANGED)
