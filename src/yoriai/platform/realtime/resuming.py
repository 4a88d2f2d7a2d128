"""Coming back: what a socket has missed is read for many at once, and written as fast as each of them takes it."""

import asyncio
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from types import MappingProxyType
from uuid import UUID

from yoriai.kit.errors import Reread, TooMany
from yoriai.platform.facts.journal import Ends, ends_of
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Hears, Who
from yoriai.platform.realtime.backlog import Asked, Backlog, Missed
from yoriai.platform.realtime.hub import TOO_SLOW
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.realtime.rendering import Rendered
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

MOST_RESUMED = 4 * 1024 * 1024  # bytes for one socket; of what is beyond, the state is reread
MOST_UNTAKEN = 512 * 1024  # the same, where nothing is taken before the end (D14)
MOST_READING = 2  # sockets for which it is read at the same time; the others wait their turn
MOST_POURING = 128  # sockets that are being written to
POURED_AT_ONCE = 256 * 1024  # bytes that may wait in a socket's buffer before the next are written (D14)
POURS_WITHIN = 30.0  # seconds; who takes longer is too slow
MOST_BEHIND = 3  # people who catch up over HTTP at the same time; the others come again

Run = tuple[int, int]
"""From this number to that, both included."""
NOTHING: Run = (0, 0)
NONE: Mapping[str, Run] = MappingProxyType({})


@dataclass
class Resuming:
    """Those who come back to this process."""

    works: Works
    hears: Hears
    backlog: Backlog
    rung: Callable[[Mapping[str, int]], None]
    """Told how far streams have come: what was told while somebody was being let in has rung for nobody."""
    backdrops: frozenset[str]
    """Kinds of streams that tell how people and units are called, wherever they stand."""
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_READING))
    pouring: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_POURING))
    behind: set[UUID] = field(default_factory=set[UUID])
    """Who is reading over HTTP what they missed."""

    async def resume(
        self, listener: Listener, since: Mapping[str, int], held: Mapping[str, Run] = NONE
    ) -> list[str]:
        """Write what a returning socket has missed and does not hold; return the streams whose state must be reread."""
        async with self.pouring:
            async with self.turns, self.works.reading() as work:
                found = await self._found(work, listener, since)
            patience = monotonic() + POURS_WITHIN
            room = MOST_RESUMED if listener.waiting else MOST_UNTAKEN
            reset: list[str] = []
            for stream, (sight, missed) in found.items():
                # What was told since the hello is written live: said here as well, it would come twice to everybody
                # who comes back while many speak.
                until = listener.hears_from.get(stream, 0)
                pieces = missed.pieces(sight, until, held.get(stream, NOTHING)) if missed else ()
                size = sum(map(len, pieces))
                if missed is None or size > room:
                    reset.append(stream)
                else:
                    room -= size
                    await self._pour(listener, stream, pieces, patience)
        return reset

    async def missed(self, work: Work, who: Who, sight: Sight, after: tuple[str, int]) -> Sequence[Rendered]:
        """What a stream told after a number, as this reader may see it. Too far behind, or pruned: `Reread` (410)."""
        stream, number = after
        ends = await self._ends(work, [stream])
        asked = Asked(who.redaction_class, stream, number, ends.get(stream, Ends()))
        lines = await self.backlog.read(work, asked)
        seen = sight.less(who.switched_off)
        return lines if seen.is_whole else [each.seen_with(seen) for each in lines]

    @contextmanager
    def catching_up(self, who: Who) -> Generator[None]:
        """One at a time for each person over HTTP, and only while few others do: reading much is work for all."""
        if who.account_id in self.behind or len(self.behind) >= MOST_BEHIND:
            raise TooMany(retry_after=1)
        self.behind.add(who.account_id)
        try:
            yield
        finally:
            self.behind.discard(who.account_id)

    async def _found(
        self, work: Work, listener: Listener, since: Mapping[str, int]
    ) -> dict[str, tuple[Sight, Missed | None]]:
        """Of each stream that may still be heard what it told meanwhile; None where the state must be reread."""
        who = listener.who
        sights = await self.hears(work, who, tuple(since))  # rights are asked again (D12)
        streams = sorted(since.keys() & sights.keys())
        behind = sorted(each for each in listener.sights if each.partition("/")[0] in self.backdrops)
        ends = await self._ends(work, [*streams, *behind])
        self.rung({stream: ends[stream].head for stream in streams if stream in ends})
        backdrop = tuple((each, ends.get(each, Ends()).head) for each in behind)
        found: dict[str, tuple[Sight, Missed | None]] = {}
        for stream in streams:
            if since[stream] >= listener.hears_from.get(stream, 0):
                continue
            asked = Asked(who.redaction_class, stream, since[stream], ends.get(stream, Ends()), backdrop)
            try:
                missed = await self.backlog.missed(work, asked)
            except Reread:
                missed = None
            found[stream] = sights[stream].less(who.switched_off), missed
        return found

    async def _ends(self, work: Work, streams: Sequence[str]) -> dict[str, Ends]:
        return await work.session.run_sync(lambda here: ends_of(self.works.store.rows_of(here), streams))

    async def _pour(self, listener: Listener, stream: str, pieces: Sequence[bytes], patience: float) -> None:
        """Write as fast as it is taken, and nothing more once the stream is heard no longer."""
        for piece in pieces:
            while listener.waiting and listener.waiting() > POURED_AT_ONCE:
                if monotonic() > patience:
                    listener.close(TOO_SLOW, "resume")
                    return
                await asyncio.sleep(0.01)
            if stream in listener.sights:
                listener.write(piece)
