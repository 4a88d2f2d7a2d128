"""Reading words and what they have met, for many people at once."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.among import among
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.standing import Standing
from yoriai.talk.watchwords.models import Watchword, WordCall
from yoriai.talk.watchwords.wire import WatchwordOut

MOST_MARKED: Final = 500  # messages of one room that are marked; who scrolls further back finds them unmarked


async def words_of(session: AsyncSession, whose: Collection[UUID]) -> dict[UUID, list[WatchwordOut]]:
    """What each of these people watches for, in the order in which it was added; one query."""
    rows = select(Watchword.account_id, Watchword.id, Watchword.word).order_by(Watchword.id)
    found: dict[UUID, list[WatchwordOut]] = {}
    for me, watchword_id, word in await session.execute(rows.where(among(Watchword.account_id, whose))):
        found.setdefault(me, []).append(WatchwordOut(watchword_id=watchword_id, word=word))
    return found


async def met_in(session: AsyncSession, here: Standing) -> dict[UUID, list[str]]:
    """The newest messages of this room that have called its reader by words, each with these words; one query."""
    mine = (
        select(WordCall.message_id, WordCall.words)
        .join(Message, Message.id == WordCall.message_id)
        .where(WordCall.room_id == here.room_id, WordCall.account_id == here.actor.account_id)
        .where(WordCall.ordinal >= here.sees_from, Message.withdrawn_at.is_(None))
        .order_by(WordCall.ordinal.desc())
        .limit(MOST_MARKED)
    )
    return {message_id: words for message_id, words in await session.execute(mine)}  # noqa: C416 rows are no pairs to a type checker
