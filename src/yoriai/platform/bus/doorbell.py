"""The doorbell of many processes: what one rings, all hear, over a bus that may be lost at any time.

The bus is told after the listeners of this process, and nobody waits for it. A ring that does not arrive costs a
moment: every process looks for itself every few seconds (`platform.realtime`).
"""

import asyncio
import itertools
from collections import defaultdict
from collections.abc import AsyncGenerator, Collection, Iterator, Mapping
from contextlib import asynccontextmanager
from random import random
from uuid import uuid4
from zlib import crc32

import structlog

from yoriai.platform.bus.address import Address, Place
from yoriai.platform.bus.link import Link, ended
from yoriai.platform.bus.notes import Note, Seal, Unsaid
from yoriai.platform.bus.servers import carriers, client_of, plainly
from yoriai.platform.work.counting import HearCounts
from yoriai.platform.work.doorbell import InProcess, Whisper

SHARDS = 16
"""Channels of the bus. All processes hear all of them, so that what one rings at one moment is few notes; more than one,
so that a cluster can spread them."""
MOST_WAITING = 10_000  # heads of one shard that wait to be told; nobody waits for the bus
MOST_PROCESSES = 1_000
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0  # seconds before the bus is tried again

log = structlog.get_logger()


class OverBus(InProcess):
    """Rings here, and everywhere."""

    def __init__(self, address: Address, server_key: bytes) -> None:
        super().__init__()
        self._address, self._seal = address, Seal(server_key)
        self._origin = uuid4().hex[:12]
        self._channels = [f"yoriai/{self._seal.house}/{shard}" for shard in range(SHARDS)]
        self._unsaid = {channel: Unsaid(MOST_WAITING) for channel in self._channels}
        self._turns, self._heard_of = itertools.count(1), dict[str, int]()
        """Of every process the last turn whose counts were taken."""
        self._counters = defaultdict[str, list[HearCounts]](list)
        self._known: list[Place] = []
        self._links: list[Link] = []
        self._was_well: bool | None = None

    @property
    def is_well(self) -> bool:
        """Whether what is said on any shard comes back."""
        return bool(self._links) and all(link.is_well for link in self._links)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Stay connected for the length of a block, whatever becomes of the bus. This does not wait for it."""
        staying = asyncio.create_task(self._stay(), name="bus")
        try:
            yield
        finally:
            await ended([staying])

    def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        super().ring(heads, signals)
        for stream, head in heads.items():
            self._of(stream).add_head(stream, head)
        for signal in signals:
            self._of(signal[0]).add_signal(signal)
        self._speak_up()

    def whisper(self, whisper: Whisper) -> None:
        super().whisper(whisper)
        self._of(whisper.stream).add_whisper(whisper)
        self._speak_up()

    def count(self, kind: str, counts: Mapping[str, int]) -> None:
        unsaid = self._unsaid[self._channels[0]]  # one for all, so that turns come in their order
        for key, number in counts.items():
            unsaid.add_count(kind, key, number)
        self._speak_up()

    def hear_counts(self, kind: str, hear: HearCounts) -> None:
        self._counters[kind].append(hear)

    def _of(self, stream: str) -> Unsaid:
        return self._unsaid[self._channels[crc32(stream.encode()) % SHARDS]]

    def _speak_up(self) -> None:
        for link in self._links:
            link.has_words.set()

    def _heard(self, frame: bytes) -> bool:
        """Pass on what another process has said. Our own was heard when it was said."""
        note = self._seal.opened(frame)
        if note is None:
            return False
        if note.origin == self._origin:
            return True
        try:
            self._pass_on(note)
        except Exception:
            log.exception("note of the bus not taken")  # the next ones are not to suffer for it
        return False

    def _pass_on(self, note: Note) -> None:
        if note.heads or note.signals:
            for hear in self._listeners:
                hear(note.heads, note.signals)
        for whisper in note.whispered():
            for overhear in self._overhearing:
                overhear(whisper)
        if note.counts and self._is_new(note):
            for kind, key, number in note.counts:
                for hear_count in self._counters[kind]:
                    hear_count({key: number})

    def _is_new(self, note: Note) -> bool:
        """Whether this comes after all that was heard of that process: what comes twice or late is not counted."""
        if note.turn <= self._heard_of.get(note.origin, 0):
            return False
        self._heard_of.pop(note.origin, None)  # so that the first in it is the one not heard of for longest
        while len(self._heard_of) >= MOST_PROCESSES:
            del self._heard_of[next(iter(self._heard_of))]
        self._heard_of[note.origin] = note.turn
        return True

    async def _stay(self) -> None:
        """Connect, and when that ends connect again, a little later each time that it does not even begin."""
        pause = FIRST_PAUSE
        while True:
            try:
                await self._connected()
            except Exception as error:  # noqa: BLE001 what answers there may be no bus at all, and nonsense has no kind
                if self._was_well:
                    pause = FIRST_PAUSE
                self._lost(error)
            self._links = []
            for unsaid in self._unsaid.values():
                unsaid.taken()  # by now everybody finds it by looking
            await asyncio.sleep(pause * (0.5 + random()))  # noqa: S311 only so that not all come at once
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _connected(self) -> None:
        found = await self._carriers()
        self._known = list(found)
        self._links = [self._link(place, channels) for place, channels in found.items()]
        tasks = [asyncio.create_task(link.run()) for link in self._links]
        try:
            await asyncio.gather(*tasks)
        finally:
            await ended(tasks)

    async def _carriers(self) -> dict[Place, list[str]]:
        """Ask at the address, or else at the servers of a cluster that were there before: it may be the one that died."""
        trouble: Exception | None = None
        for place in dict.fromkeys((self._address.place, *self._known)):
            try:
                return await carriers(self._address, place, self._channels)
            except Exception as error:  # noqa: BLE001 the next one may make sense
                trouble = trouble or error
        raise trouble or ConnectionError

    def _link(self, place: Place, channels: list[str]) -> Link:
        client = client_of(self._address, place)
        return Link(client, channels, self._heard, self._frames, self._pulse, self._became_well)

    def _frames(self, channel: str) -> Iterator[bytes]:
        return map(self._seal.sealed, self._unsaid[channel].taken().bodies(self._origin, self._turns))

    def _pulse(self) -> bytes:
        return self._seal.sealed(b'{"origin":"%s"}' % self._origin.encode())

    def _became_well(self) -> None:
        if self.is_well and not self._was_well:
            log.info("bus found", servers=len(self._links))
            self._was_well = True

    def _lost(self, error: Exception) -> None:
        if self._was_well is not False:
            log.warning("bus lost", error=type(plainly(error)).__name__)
            self._was_well = False
