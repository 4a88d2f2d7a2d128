"""The edge of the work: the server's only commit. Everything of a work is committed, or nothing."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import perf_counter
from typing import cast

import structlog

from yoriai.kit.errors import NotNow, Refused
from yoriai.platform.blobs.store import Blobs
from yoriai.platform.db.statement import Rows
from yoriai.platform.db.store import Store
from yoriai.platform.db.troubles import spoken_plainly
from yoriai.platform.facts.numbering import Cause, number
from yoriai.platform.failpoints import Failpoint, reach
from yoriai.platform.work.committer import Committer, Handle, Item, Outcome, QuickHandle, Write
from yoriai.platform.work.doorbell import Doorbell, Silence, Whisper
from yoriai.platform.work.home import Home
from yoriai.platform.work.work import Batch, Telling, Work

LONGEST_WRITE = 30.0  # seconds, then the transaction is given up: durable readers wait for the oldest one
SLOW, DEFECT = 0.2, 2.0  # seconds under the write lock

log = structlog.get_logger()


def clock() -> datetime:
    """Now, by the server's clock: a client's is never trusted (BASE-5)."""
    return datetime.now(UTC)


@dataclass
class Works:
    """Where works begin. Hand it out; never a session of one's own."""

    store: Store
    doorbell: Doorbell = field(default_factory=Silence)
    now: Callable[[], datetime] = clock
    may_write: Callable[[], bool] = lambda: True
    """False while this node has been blind to the database for too long (D21)."""
    sees: Callable[[], bool] = lambda: True
    """False for as long: what is asked would wait for what is not there, and so would whoever asks."""
    committers: dict[object, Committer[object, object]] = field(
        default_factory=dict[object, Committer[object, object]]
    )
    home: Home | None = None
    """What lies beside the database, for the few who keep something there."""

    @property
    def blobs(self) -> Blobs:
        """Where bytes lie that are too many for the database."""
        if self.home is None:
            raise ValueError("no home, no blobs")
        return self.home.blobs

    @asynccontextmanager
    async def reading(self, cause: Cause | None = None) -> AsyncGenerator[Work]:
        """A consistent look. It takes no lock and changes nothing. Who is blind says so, and keeps nobody waiting."""
        if not self.sees():
            raise NotNow(retry_after=5)
        with spoken_plainly():
            async with self.store.reading() as session:
                yield Work(session=session, clock=self.now, now=self.now(), cause=cause or Cause())

    @asynccontextmanager
    async def writing(self, cause: Cause | None = None) -> AsyncGenerator[Work]:
        """Change rows and state facts; both are durable when this block has ended without an exception."""
        async with self.committing(cause) as work:
            yield work
        self.tell(work)

    @asynccontextmanager
    async def committing(self, cause: Cause | None = None) -> AsyncGenerator[Work]:
        """As `writing`, but nobody is told before the caller says `tell`: first it answers whoever waits."""
        self._check_may_write()
        with spoken_plainly():
            async with asyncio.timeout(LONGEST_WRITE), self.store.turn, self.store.writing() as session:
                await session.connection()  # takes the write lock; what waits for it is not counted as slow
                began = perf_counter()
                work = Work(session=session, clock=self.now, now=self.now(), cause=cause or Cause())
                yield work
                await session.flush()
                await session.run_sync(lambda here: self._number(self.store.rows_of(here), work))
                reach(Failpoint.BEFORE_COMMIT)
                await session.commit()
                reach(Failpoint.AFTER_COMMIT)
        _measure(perf_counter() - began, work)

    async def together(self, handle: Handle[Item, Outcome], item: Item) -> Outcome:
        """Let this item be written with all others that wait for the same `handle`, in one commit."""

        async def write(items: Sequence[Item]) -> tuple[Telling, Sequence[Outcome | Refused]]:
            async with self.committing() as work:
                outcomes = await handle(work, items)
            return work, outcomes

        return await self._committer(handle, write).put(item)

    async def together_quickly(self, handle: QuickHandle[Item, Outcome], item: Item) -> Outcome:
        """The same by the quick way: for the hot path, on plain rows."""

        async def write(items: Sequence[Item]) -> tuple[Telling, Sequence[Outcome | Refused]]:
            self._check_may_write()
            with spoken_plainly():
                return await self.store.quick.write(lambda rows: self._at_once(rows, handle, items))

        return await self._committer(handle, write).put(item)

    async def finish(self) -> None:
        """Wait for everything that was taken in to be committed and answered."""
        for committer in self.committers.values():
            await committer.finish()

    def tell(self, work: Telling) -> None:
        """Ring for what a committed work has stated."""
        if work.heads or work.signals:
            self.doorbell.ring(work.heads, work.signals)

    def whisper(self, whisper: Whisper) -> None:
        """Let those who look at a stream hear something fleeting that follows from no change."""
        self.doorbell.whisper(whisper)

    def _at_once(
        self, rows: Rows, handle: QuickHandle[Item, Outcome], items: Sequence[Item]
    ) -> tuple[Telling, Sequence[Outcome | Refused]]:
        began = perf_counter()
        batch = Batch(rows=rows, now=self.now())
        outcomes = handle(batch, items)
        self._number(rows, batch)
        reach(Failpoint.BEFORE_COMMIT)
        rows.commit()
        reach(Failpoint.AFTER_COMMIT)
        _measure(perf_counter() - began, batch)
        return batch, outcomes

    def _number(self, rows: Rows, work: Telling) -> None:
        """Who tells nothing may have found that it was done before: then that must be durable, too (D4, D24)."""
        if work.told:
            work.heads = number(rows, work.told, work.now)
        else:
            self.store.lean_on_others(rows)

    def _check_may_write(self) -> None:
        if not self.may_write():
            raise NotNow(retry_after=5)

    def _committer(self, handle: object, write: Write[Item, Outcome]) -> Committer[Item, Outcome]:
        held = self.committers.get(handle)
        if held is None:
            committer = Committer(write, self.tell)
            self.committers[handle] = cast("Committer[object, object]", committer)
            return committer
        # The table is keyed by the function itself, so what comes out fits the function that went in.
        return cast("Committer[Item, Outcome]", held)


def _measure(seconds: float, work: Telling) -> None:
    if seconds > DEFECT:
        log.error("write held the lock far too long", seconds=round(seconds, 3), facts=len(work.told))
    elif seconds > SLOW:
        log.warning("write held the lock long", seconds=round(seconds, 3), facts=len(work.told))
