"""How far streams have come, read at the same moment as the state that a screen shows."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.among import among
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.facts import stream_of


async def heads_of(session: AsyncSession, streams: Collection[str]) -> dict[str, int]:
    """The newest number of each of these streams; 0 for one on which nothing has been told yet."""
    found = await session.execute(
        select(StreamHead.stream, StreamHead.head).where(among(StreamHead.stream, streams))
    )
    heads = dict.fromkeys(streams, 0)
    for stream, head in found:
        heads[stream] = head
    return heads


async def next_number(work: Work, room_id: UUID) -> int:
    """The number that the first fact of this work takes on the room's stream.

    Exact for everything that holds the room first: comings, goings and posts. What else is told there meanwhile
    could only make the true number higher, and an interval that begins a little early shows no older message.
    """
    stream = stream_of(room_id)
    return (await heads_of(work.session, (stream,)))[stream] + 1
