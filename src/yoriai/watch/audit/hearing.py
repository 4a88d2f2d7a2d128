"""Who hears the stream of a body's log: those who may read it."""

from collections.abc import Mapping, Sequence

from yoriai.people.access.actor import Actor
from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.feature import Hearer
from yoriai.platform.work.work import Work
from yoriai.watch.audit.facts import audit_stream

MAY_READ = "audit.read"


async def hears(_: Work, hearers: Sequence[Hearer]) -> Sequence[Mapping[str, Sight]]:
    """The stream of each one's own body."""
    return [_heard(each) for each in hearers]


def _heard(hearer: Hearer) -> Mapping[str, Sight]:
    if not isinstance(hearer.who, Actor) or not hearer.who.may(MAY_READ):
        return {}
    stream = audit_stream(hearer.who.tenant_id)
    return {stream: WHOLE} if hearer.named is None or stream in hearer.named else {}
