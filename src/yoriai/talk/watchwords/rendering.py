"""Words, loaded when they are told to whom they belong, for many people at once: a fixed number of queries."""

from collections.abc import Sequence

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.facts.fact import Fact
from yoriai.talk.rooms.padding import padded
from yoriai.talk.rooms.seats import seats_now
from yoriai.talk.watchwords.facts import WordMet, WordsChanged
from yoriai.talk.watchwords.models import WordCall
from yoriai.talk.watchwords.queries import words_of
from yoriai.talk.watchwords.wire import WordMetOut, WordsChangedOut


async def render_changed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """What each of them watches for now."""
    changed = [fact for fact in facts if isinstance(fact, WordsChanged)]
    words = await words_of(session, {fact.account_id for fact in changed})
    return [WordsChangedOut(words=words.get(fact.account_id, [])).model_dump(mode="json") for fact in changed]


async def render_met(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """By which words each message calls now; a blank for who may read it no longer."""
    met = [fact for fact in facts if isinstance(fact, WordMet)]
    seats = await session.execute(seats_now({(fact.room_id, fact.account_id) for fact in met}))
    sees_from = {(room_id, account_id): since for room_id, account_id, since in seats}
    places = padded([(fact.message_id, fact.account_id) for fact in met])
    calls = select(WordCall.message_id, WordCall.account_id, WordCall.words).where(
        tuple_(WordCall.message_id, WordCall.account_id).in_(places)
    )
    words = {(message, who): said for message, who, said in await session.execute(calls)}

    def body(fact: WordMet) -> dict[str, object] | None:
        since = sees_from.get((fact.room_id, fact.account_id))
        if since is None or fact.ordinal < since:
            return None
        return WordMetOut(
            room_id=fact.room_id,
            message_id=fact.message_id,
            ordinal=fact.ordinal,
            words=words.get((fact.message_id, fact.account_id), []),
        ).model_dump(mode="json")

    return [body(fact) for fact in met]
