"""How far streams have come, read at the same moment as the state that a screen shows."""

from collections.abc import Collection
from typing import Final, cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import statement
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.facts import stream_of

HEADS: Final = statement(
    "SELECT t.stream, t.head FROM {asked} CROSS JOIN streams t WHERE t.stream = asked.stream",
    asked={"stream": "text"},
)


async def heads_of(session: AsyncSession, streams: Collection[str]) -> dict[str, int]:
    """The newest number of each of these streams; 0 for one on which nothing has been told yet."""
    found = await plainly(session, lambda rows: rows.all(HEADS, asked=[(stream,) for stream in streams]))
    return dict.fromkeys(streams, 0) | dict(cast("list[tuple[str, int]]", found))


async def next_number(work: Work, room_id: UUID) -> int:
    """The number that the first fact of this work takes on the room's stream.

    Exact for everything that holds the room first: comings, goings and posts. What else is told there meanwhile
    could only make the true number higher, and an interval that begins a little early shows no older message.
    """
    stream = stream_of(room_id)
    return (await heads_of(work.session, (stream,)))[stream] + 1
