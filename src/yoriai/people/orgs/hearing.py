"""Who hears an organization's stream: those who belong to it."""

from collections.abc import Mapping, Sequence

from yoriai.people.access.actor import Actor
from yoriai.people.orgs.facts import organization_stream
from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.feature import Hearer
from yoriai.platform.work.work import Work


async def hears(_: Work, hearers: Sequence[Hearer]) -> Sequence[Mapping[str, Sight]]:
    """The streams of each one's organizations, or those among the named ones."""
    return [_heard(each) for each in hearers]


def _heard(hearer: Hearer) -> Mapping[str, Sight]:
    if not isinstance(hearer.who, Actor):
        return {}
    own = streams_heard_by(hearer.who)
    return {stream: WHOLE for stream in own if hearer.named is None or stream in hearer.named}


def streams_heard_by(actor: Actor) -> Sequence[str]:
    """Those of the organizations to which this actor belongs. What happens in a house is nothing to its guests (K2)."""
    return () if actor.is_outsider else [*map(organization_stream, actor.organization_ids)]
