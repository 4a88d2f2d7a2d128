"""How far streams have come, read at the same moment as the state that a screen shows."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.among import among
from yoriai.platform.facts.models import StreamHead


async def heads_of(session: AsyncSession, streams: Collection[str]) -> dict[str, int]:
    """The newest number of each of these streams; 0 for one on which nothing has been told yet."""
    found = await session.execute(
        select(StreamHead.stream, StreamHead.head).where(among(StreamHead.stream, streams))
    )
    heads = dict.fromkeys(streams, 0)
    for stream, head in found:
        heads[stream] = head
    return heads
