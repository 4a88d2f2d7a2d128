"""Who hears a person's stream: that person, on all of their devices, and nobody else."""

from collections.abc import Mapping, Sequence

from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.feature import Hearer
from yoriai.platform.work.work import Work


async def hears(_: Work, hearers: Sequence[Hearer]) -> Sequence[Mapping[str, Sight]]:
    """Each one's own stream, if it is asked for."""
    return [_heard(each) for each in hearers]


def _heard(hearer: Hearer) -> Mapping[str, Sight]:
    own = hearer.who.own_stream
    return {own: WHOLE} if hearer.named is None or own in hearer.named else {}
