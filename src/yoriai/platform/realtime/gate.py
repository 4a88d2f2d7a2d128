"""The gate before a handshake: a few are judged at once, some wait in the order in which they came, the rest come again.

When thousands of lines are cut at one moment, thousands knock at one moment. Judged all at once they would all get on
so slowly that all of them give up together, and together come again.
"""

import asyncio
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from yoriai.kit.errors import NotNow

AT_ONCE = (
    6  # whoever is judged holds a connection to the database; requests of those who are in need some, too
)
MOST_WAITING = 2_000  # as many as have their turn before a client gives up
COMES_AGAIN = 4  # seconds at most; chance spreads them


@dataclass
class Gate:
    """Of one process."""

    judging: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    waiting: int = 0

    @asynccontextmanager
    async def turn(self) -> AsyncGenerator[None]:
        """Wait for one's turn, and have it for the length of a block; 503 with `Retry-After` when too many wait."""
        if self.waiting >= MOST_WAITING:
            raise NotNow(retry_after=1 + secrets.randbelow(COMES_AGAIN))
        self.waiting += 1
        try:
            await self.judging.acquire()
        finally:
            self.waiting -= 1
        try:
            yield
        finally:
            self.judging.release()
