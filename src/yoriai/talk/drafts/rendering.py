"""What a draft says, loaded when it is told, for many at once."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.facts.fact import Fact
from yoriai.talk.drafts.facts import DraftChanged
from yoriai.talk.drafts.service import drafts_at
from yoriai.talk.drafts.wire import DraftTold


async def render_changed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Each place as it stands now; told late, it may be something still newer. Only its writer hears this stream."""
    changed = [fact for fact in facts if isinstance(fact, DraftChanged)]
    found = await drafts_at(session, [(fact.account_id, fact.place_id) for fact in changed])
    return [
        DraftTold(
            room_id=fact.room_id,
            thread_id=fact.thread_id,
            draft=found.get((fact.account_id, fact.place_id)),
        ).model_dump(mode="json")
        for fact in changed
    ]
