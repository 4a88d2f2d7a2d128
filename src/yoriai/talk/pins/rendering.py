"""The words of pinned messages, loaded when they are told, for many at once."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import people_of
from yoriai.platform.facts.fact import Fact
from yoriai.talk.pins.facts import MessagePinned
from yoriai.talk.pins.queries import people_in, pins_of
from yoriai.talk.pins.wire import PinnedFactOut


async def render_pinned(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Each pin as it stands on the board; a blank for one that has been taken down meanwhile."""
    pinned = [fact for fact in facts if isinstance(fact, MessagePinned)]
    pins = await pins_of(session, {fact.message_id for fact in pinned})
    people = await people_of(session, people_in(pins.values()), klass)

    def body(fact: MessagePinned) -> dict[str, object] | None:
        pin = pins.get(fact.message_id)
        if pin is None:
            return None
        named = {who: people[who] for who in people_in([pin])}
        return PinnedFactOut(room_id=fact.room_id, pin=pin, people=named).model_dump(mode="json")

    return [body(fact) for fact in pinned]
