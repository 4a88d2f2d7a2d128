"""Wires between clients and a server, or a server and its database: they delay, stall, cut, and fall silent."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

CHUNK = 64 * 1024
WAYS = ("near", "far")
"""By the side from which something comes: from who connects, and from whom they connect to."""
MOST_ON_THE_WAY = 32  # chunks; then the wire is full, and the sender waits


@dataclass
class Weather:
    """What the wires do to every chunk that passes; seconds, and shares of one."""

    delay: float = 0.0
    jitter: float = 0.0
    """More or less than the delay, at most."""
    lost: float = 0.0
    """Of a stream nothing is ever lost: what is lost is sent again, and all behind it waits."""
    again: float = 0.3
    """How long that takes."""


@dataclass(eq=False)
class Passage:
    """One connection through the wires."""

    near: asyncio.StreamWriter
    far: asyncio.StreamWriter
    is_silent: bool = False
    """Half open: nothing passes any more, and nobody is told."""
    reads_on: asyncio.Event = field(default_factory=asyncio.Event)
    """Cleared, nothing more is taken from the far side: as of a client that does not read."""
    ended: set[str] = field(default_factory=set[str])
    """Which sides have given it up."""
    is_socket: bool = False
    """It carries a WebSocket."""

    def __post_init__(self) -> None:
        self.reads_on.set()

    def cut(self) -> None:
        for side in (self.near, self.far):
            side.transport.abort()


@dataclass
class Wires:
    """All connections to one port."""

    to: int
    dice: random.Random
    weather: Weather = field(default_factory=Weather)
    passages: set[Passage] = field(default_factory=set[Passage])
    opened: dict[str, asyncio.Event] = field(default_factory=lambda: {way: asyncio.Event() for way in WAYS})
    """Where a way is not, all that goes it stands still: nothing is refused, nothing answered, nothing lost."""
    port: int = 0
    tasks: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    def shut(self, *ways: str) -> None:
        """As when a cable is pulled; or only one of its two."""
        for way in ways or WAYS:
            self.opened[way].clear()

    def given_up(self) -> None:
        """The far side hears nothing of whoever is there, and holds them for gone, as its system does after a while. A
        connection through these wires ends here: its system cannot see by itself that they were shut."""
        for passage in self.passages:
            passage.far.transport.abort()

    def open(self) -> None:
        for opened in self.opened.values():
            opened.set()

    @asynccontextmanager
    async def laid(self) -> AsyncGenerator["Wires"]:
        self.open()
        server = await asyncio.start_server(self._come, "127.0.0.1", self.port)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            for task in tuple(self.tasks):
                task.cancel()
            await asyncio.gather(*self.tasks, return_exceptions=True)

    def _come(self, reader: asyncio.StreamReader, near: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._arrive(reader, near))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _arrive(self, reader: asyncio.StreamReader, near: asyncio.StreamWriter) -> None:
        await self.opened["near"].wait()
        try:
            from_far, far = await asyncio.open_connection("127.0.0.1", self.to)
        except OSError:
            near.transport.abort()
            return
        passage = Passage(near, far)
        self.passages.add(passage)
        try:
            await asyncio.gather(
                self._pump(passage, reader, far, "near"), self._pump(passage, from_far, near, "far")
            )
        finally:
            passage.cut()
            self.passages.discard(passage)

    async def _pump(
        self, passage: Passage, source: asyncio.StreamReader, target: asyncio.StreamWriter, side: str
    ) -> None:
        """From this side to the other: each chunk when its time has come, in order."""
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(MOST_ON_THE_WAY)
        carrying = asyncio.create_task(self._carry(passage, due, target, side))
        try:
            latest = 0.0
            while chunk := await self._taken(passage, source, side):
                passage.is_socket = passage.is_socket or chunk.startswith(b"GET /socket")
                latest = max(latest, asyncio.get_running_loop().time() + self._delay())
                await due.put((latest, chunk))
            passage.ended.add(side)
            if not passage.is_silent:
                await due.put((latest, b""))
                await carrying
        except OSError:
            passage.ended.add(side)
            passage.cut()
        finally:
            carrying.cancel()

    async def _carry(
        self,
        passage: Passage,
        due: "asyncio.Queue[tuple[float, bytes]]",
        target: asyncio.StreamWriter,
        side: str,
    ) -> None:
        while True:
            at, chunk = await due.get()
            await asyncio.sleep(max(at - asyncio.get_running_loop().time(), 0))
            await self.opened[side].wait()
            if passage.is_silent:
                continue
            if not chunk:
                passage.cut()
                return
            with suppress(OSError):
                target.write(chunk)
                await target.drain()

    async def _taken(self, passage: Passage, source: asyncio.StreamReader, side: str) -> bytes:
        if side == "far":
            await passage.reads_on.wait()
        return await source.read(CHUNK)

    def _delay(self) -> float:
        weather = self.weather
        delay = weather.delay + self.dice.uniform(-weather.jitter, weather.jitter)
        return delay + (weather.again if self.dice.random() < weather.lost else 0)
