"""The words of what sponsors are told about their guests."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.kit.days import day_in_japan
from yoriai.platform.facts.fact import Fact
from yoriai.platform.work.edge import clock
from yoriai.talk.guests.facts import GuestEnding
from yoriai.talk.guests.queries import ending_for
from yoriai.talk.guests.wire import GuestEndingOut


async def render_ending(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Whose time is over soon, and when; a blank for one who has been given more time, or is gone."""
    told = [fact for fact in facts if isinstance(fact, GuestEnding)]
    found = await ending_for(session, {fact.account_id for fact in told}, day_in_japan(clock()), klass)
    by_guest = {each.guest.account_id: each for ending in found.values() for each in ending}
    return [
        GuestEndingOut(account_id=fact.account_id, ending=by_guest[fact.guest_id]).model_dump(mode="json")
        if fact.guest_id in by_guest
        else None
        for fact in told
    ]
