"""The words of posted messages, loaded when they are delivered: two queries for many facts, whoever listens."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import people_of
from yoriai.platform.facts.fact import Fact
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.wire import COLUMNS, MessageOut, PostedFactOut


async def render_posted(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Each message with its author's card. Every class reads the same words so far."""
    posted = [fact for fact in facts if isinstance(fact, MessagePosted)]
    rows = await session.execute(COLUMNS.where(Message.id.in_([fact.message_id for fact in posted])))
    found = {message.message_id: message for message in map(MessageOut.of, rows)}
    people = await people_of(session, {message.author_id for message in found.values()})
    bodies: list[dict[str, object] | None] = []
    for fact in posted:
        message = found.get(fact.message_id)
        person = people.get(message.author_id) if message else None
        bodies.append(
            PostedFactOut.model_construct(room_id=fact.room_id, message=message, person=person).model_dump()
            if message and person
            else None
        )
    return bodies
