"""Thousands who never end their handshake, in a process of their own: python -m tests.platform.http.crowd PORT COUNT

Half of them say nothing, half of them a byte now and then; whoever is cut off comes back after a while.
"""

import asyncio
import random
import resource
import sys
from contextlib import suppress

BEGUN = b"GET /socket?v=1 HTTP/1.1\r\nHost: x\r\nX-Slow: "
NOW_AND_THEN = 2.0  # seconds


class Crowd:
    """So many clients of one port."""

    def __init__(self, port: int, count: int) -> None:
        self.port, self.count, self.came = port, count, 0

    async def come(self) -> None:
        """For ever; says so when everybody has been there once."""
        await asyncio.gather(*(self._one(number) for number in range(self.count)))

    async def _one(self, number: int) -> None:
        await asyncio.sleep(number / 1_500)
        while True:
            with suppress(ConnectionError, OSError):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                self._say_when_all_are_there()
                writer.write(BEGUN if number % 2 else b"")
                await self._stay(reader, writer, dribbles=bool(number % 2))
            await asyncio.sleep(NOW_AND_THEN * random.random())

    def _say_when_all_are_there(self) -> None:
        self.came += 1
        if self.came == self.count:
            print("there", flush=True)

    async def _stay(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, dribbles: bool
    ) -> None:
        over = asyncio.ensure_future(reader.read())
        try:
            while not over.done():
                await asyncio.wait([over], timeout=NOW_AND_THEN)
                if dribbles:
                    writer.write(b"x")
        finally:
            over.cancel()
            writer.transport.abort()


if __name__ == "__main__":
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asyncio.run(Crowd(*map(int, sys.argv[1:3])).come())
