"""What a message with a time says, loaded when it is told, for many at once."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.facts.fact import Fact
from yoriai.platform.feature import hears_outside
from yoriai.talk.scheduled.facts import ScheduledChanged
from yoriai.talk.scheduled.service import waiting_by_id
from yoriai.talk.scheduled.wire import ScheduledTold


async def render_changed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Each as it waits now; told late, it may be something still newer. Only its author hears this stream."""
    changed = [fact for fact in facts if isinstance(fact, ScheduledChanged)]
    found = await waiting_by_id(
        session, [fact.scheduled_id for fact in changed], outside=hears_outside(klass)
    )
    return [
        ScheduledTold(scheduled_id=fact.scheduled_id, scheduled=found.get(fact.scheduled_id)).model_dump(
            mode="json"
        )
        for fact in changed
    ]
