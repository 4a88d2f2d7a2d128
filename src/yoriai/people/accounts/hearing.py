"""Who hears a person's stream: that person, on all of their devices, and nobody else."""

from collections.abc import Collection, Mapping

from yoriai.people.access.facts import person_stream
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Who
from yoriai.platform.work.work import Work


async def hears(_: Work, who: Who, named: Collection[str] | None) -> Mapping[str, Sight]:
    """One's own stream, if it is asked for."""
    own = person_stream(who.account_id)
    return {own: Sight()} if named is None or own in named else {}
