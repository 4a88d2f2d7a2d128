"""How many wait now, counted when it is told: one query for many facts."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.facts.fact import Fact
from yoriai.platform.feature import hears_outside
from yoriai.talk.later.facts import LaterChanged, LaterRang
from yoriai.talk.later.queries import due_for
from yoriai.talk.later.wire import LaterToldOut


async def render_told(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Each with the count of whoever keeps it."""
    told = [fact for fact in facts if isinstance(fact, LaterChanged | LaterRang)]
    due = await due_for(session, {fact.account_id for fact in told}, is_outside=hears_outside(klass))
    return [
        LaterToldOut(
            account_id=fact.account_id, message_id=fact.message_id, due=due[fact.account_id]
        ).model_dump(mode="json")
        for fact in told
    ]
