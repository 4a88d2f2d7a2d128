"""Who hears an organization's stream: those who belong to it."""

from collections.abc import Collection, Mapping

from yoriai.people.access.actor import Actor
from yoriai.people.orgs.facts import organization_stream
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Who
from yoriai.platform.work.work import Work


async def hears(_: Work, who: Who, named: Collection[str] | None) -> Mapping[str, Sight]:
    """The streams of the actor's organizations, or those among the named ones."""
    if not isinstance(who, Actor):
        return {}
    own = map(organization_stream, who.organization_ids)
    return {stream: Sight() for stream in own if named is None or stream in named}
