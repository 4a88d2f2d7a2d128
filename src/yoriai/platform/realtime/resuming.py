"""Coming back: what a socket has missed is read for many at once, and written as fast as each of them takes it."""

import asyncio
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from time import monotonic
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from yoriai.kit.errors import Reread, TooMany
from yoriai.platform.db.plainly import plainly
from yoriai.platform.facts.journal import Ends, ends_of
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Hearer, Hears, Who, class_on
from yoriai.platform.realtime.backlog import Asked, Backlog, Missed
from yoriai.platform.realtime.gate import Gate
from yoriai.platform.realtime.hub import TOO_SLOW
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.realtime.rendering import Rendered
from yoriai.platform.realtime.turns import Turns
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

MOST_RESUMED = 4 * 1024 * 1024  # bytes for one socket; of what is beyond, the state is reread
MOST_UNTAKEN = 512 * 1024  # the same, where nothing is taken before the end (D14)
MOST_POURING = 128  # sockets that are being written to
MOST_OF_ONE = 3  # of these, of one account: who asks and does not read keeps no place of others
POURED_AT_ONCE = 256 * 1024  # bytes that may wait in a socket's buffer before the next are written (D14)
A_MOMENT = 0.01  # seconds until it is looked again how much of it was taken
POURS_WITHIN = 30.0  # seconds; who takes longer is too slow
MOST_BEHIND = 3  # people who catch up over HTTP at the same time; the others come again

Run = tuple[int, int]
"""From this number to that, both included."""
NOTHING: Run = (0, 0)
NONE: Mapping[str, Run] = MappingProxyType({})
NOWHERE = Ends()
Found = dict[str, tuple[Sight, Missed | None]]


class Return(NamedTuple):
    """A socket that comes back, and after which numbers it heard nothing more."""

    listener: Listener
    since: Mapping[str, int]


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
    pouring: Turns = field(default_factory=lambda: Turns(MOST_POURING, MOST_OF_ONE))
    behind: set[UUID] = field(default_factory=set[UUID])
    """Who is reading over HTTP what they missed."""

    def __post_init__(self) -> None:
        self.gate = Gate(self._found)

    async def resume(
        self, listener: Listener, since: Mapping[str, int], held: Mapping[str, Run] = NONE
    ) -> list[str]:
        """Write what a returning socket has missed and does not hold; return the streams whose state must be reread."""
        async with self.pouring.turn(listener.who.account_id):
            found = await self.gate.ask(Return(listener, since))
            patience = monotonic() + POURS_WITHIN
            room = MOST_RESUMED if listener.waiting else MOST_UNTAKEN
            reset: list[str] = []
            for stream, (heard, missed) in found.items():
                # What was told since the hello is written live: said here as well, it would come twice to everybody
                # who comes back while many speak.
                until, sight = listener.hears_from.get(stream, 0), heard.less(listener.who.switched_off)
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
        asked = Asked(class_on(who, stream), stream, number, ends.get(stream, NOWHERE))
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

    async def _found(self, returns: Sequence[Return]) -> list[Found]:
        """Of each stream that may still be heard what it told meanwhile; None where the state must be reread."""
        async with self.works.reading() as work:
            hearers = [Hearer(each.listener.who, each.since.keys()) for each in returns]
            heard = await self.hears(work, hearers)  # rights are asked again (D12)
            behind = [self._behind(each.listener) for each in returns]
            ends = await self._ends(work, {*chain.from_iterable(heard), *chain.from_iterable(behind)})
            self.rung({stream: ends[stream].head for stream in chain.from_iterable(heard) if stream in ends})
            return [
                await self._looked(work, _asked(each, sights, streams, ends), sights)
                for each, sights, streams in zip(returns, heard, behind, strict=True)
            ]

    async def _looked(self, work: Work, asked: Iterable[Asked], sights: Mapping[str, Sight]) -> Found:
        return {each.stream: (sights[each.stream], await self._missed(work, each)) for each in asked}

    async def _missed(self, work: Work, asked: Asked) -> Missed | None:
        try:
            return await self.backlog.missed(work, asked)
        except Reread:
            return None

    def _behind(self, listener: Listener) -> Sequence[str]:
        return sorted(each for each in listener.sights if each.partition("/")[0] in self.backdrops)

    async def _ends(self, work: Work, streams: Collection[str]) -> dict[str, Ends]:
        return await plainly(work.session, lambda rows: ends_of(rows, streams))

    async def _pour(self, listener: Listener, stream: str, pieces: Sequence[bytes], patience: float) -> None:
        """Write as fast as it is taken, and nothing more once the stream is heard no longer."""
        for piece in pieces:
            pause = 0.0  # what is taken as it is written needs one turn of the loop
            while listener.waiting and listener.waiting() > POURED_AT_ONCE:
                if monotonic() > patience:
                    listener.close(TOO_SLOW, "resume")
                    return
                await asyncio.sleep(pause)
                pause = A_MOMENT
            if stream in listener.sights:
                listener.write(piece)


def _asked(
    one: Return, sights: Iterable[str], behind: Sequence[str], ends: Mapping[str, Ends]
) -> Iterator[Asked]:
    """What somebody does not hold yet of the streams that they hear."""
    listener, since = one
    backdrop = tuple((each, ends.get(each, NOWHERE).head) for each in behind)
    for stream in sorted(sights):
        if since[stream] < listener.hears_from.get(stream, 0):
            yield Asked(
                class_on(listener.who, stream), stream, since[stream], ends.get(stream, NOWHERE), backdrop
            )
