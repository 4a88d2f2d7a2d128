"""Durable readers: they read every line of the journal in one order over all streams, at least once.

Only settled lines are read, before which no other can still appear: a transaction that is still open may have
numbered its facts already and commit after others (F17). The order keeps that of each stream.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

import structlog
from sqlalchemy import func, not_, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.base import UtcTime
from yoriai.platform.db.store import Store
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.models import DurableCursor, JournalRow
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

MOST_AT_ONCE = 500
LOOK_EVERY = 3.0  # seconds; a lost doorbell, or a line not yet settled when it rang, costs no more
GATHER = 0.2  # seconds in which lines may gather, so that a busy minute makes few transactions
LONGEST_PAUSE = 60.0  # seconds, after failures in a row

BEGIN = text(
    "INSERT INTO durable_cursors (reader, xid, position) VALUES (:reader, 0, 0) ON CONFLICT (reader) DO NOTHING"
)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as a durable reader gets it: with everything that the journal knows of its cause."""

    line: Line
    cause: Cause


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who must not miss a line. `handle` works in the transaction that moves the cursor; what it does
    outside the database may happen twice, so twice must be the same as once."""

    name: str
    handle: Callable[[Work, Sequence[Entry]], Awaitable[None]]


@dataclass
class DurableReaders:
    """The durable readers of one process. On several nodes each line is read by one of them."""

    works: Works
    journal: Journal
    readers: Sequence[Reader]
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    awake: dict[str, asyncio.Event] = field(default_factory=dict[str, asyncio.Event])

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Read for the length of a block. What is being read at its end is finished."""
        self.awake = {reader.name: asyncio.Event() for reader in self.readers}
        self.works.doorbell.listen(self._rung)
        reading = [asyncio.create_task(self._read_on(reader), name=reader.name) for reader in self.readers]
        try:
            yield
        finally:
            self.stopping.set()
            self._wake()
            await asyncio.gather(*reading)

    def _rung(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        if heads:
            self._wake()

    def _wake(self) -> None:
        for awake in self.awake.values():
            awake.set()

    async def _read_on(self, reader: Reader) -> None:
        awake, failures = self.awake[reader.name], 0
        while not self.stopping.is_set():
            awake.clear()
            try:
                is_more = await self.read(reader)
                failures = 0
            except Exception:
                # A line that this server does not know belongs to a newer one: it is not passed over.
                log.exception("durable reader stopped short", reader=reader.name)
                is_more = False
                failures += 1
                await _in_time(self.stopping, min(2.0**failures, LONGEST_PAUSE))
            if not is_more:
                await _in_time(awake, LOOK_EVERY)
                await _in_time(self.stopping, GATHER)

    async def read(self, reader: Reader) -> bool:
        """Read what is settled, at most one transaction's worth; say whether there may be more."""
        if not await self._is_behind(reader):
            return False
        async with self.works.writing() as work:
            await work.session.execute(BEGIN, {"reader": reader.name})
            # If another node holds the row, it is reading these lines; this one looks again later.
            mine = select(DurableCursor).where(DurableCursor.reader == reader.name)
            cursor = await work.session.scalar(mine.with_for_update(skip_locked=True))
            if cursor is None:
                return False
            rows = await self._next(work.session, cursor, MOST_AT_ONCE)
            if rows:
                await reader.handle(work, [self._entry(row) for row in rows])
                moved = update(DurableCursor).where(DurableCursor.reader == reader.name)
                await work.session.execute(moved.values(xid=rows[-1].xid, position=rows[-1].position))
        return len(rows) == MOST_AT_ONCE

    async def _is_behind(self, reader: Reader) -> bool:
        """Look without taking the write lock for nothing."""
        async with self.works.reading() as work:
            cursor = await work.session.get(DurableCursor, reader.name)
            return cursor is None or bool(await self._next(work.session, cursor, 1))

    async def _next(self, session: AsyncSession, cursor: DurableCursor, most: int) -> Sequence[JournalRow]:
        after = tuple_(JournalRow.xid, JournalRow.position) > tuple_(cursor.xid, cursor.position)
        rows = select(JournalRow).where(after, self.works.store.settled())
        found = await session.scalars(rows.order_by(JournalRow.xid, JournalRow.position).limit(most))
        return found.all()

    def _entry(self, row: JournalRow) -> Entry:
        fact = self.journal.kinds[row.name].model_validate(row.body)
        cause = Cause(
            account_id=row.by,
            on_behalf_of=row.on_behalf_of,
            tenant_id=row.tenant_id,
            session_id=row.session_id,
            zone=row.zone,
            address=row.address,
            request_id=row.request_id,
        )
        return Entry(Line(row.stream, row.number, fact, row.by, row.at), cause)


async def horizon_lag(session: AsyncSession, store: Store) -> float:
    """Seconds for which the oldest line that is not yet settled has kept durable readers waiting."""
    oldest = await session.scalar(
        select(func.min(JournalRow.at, type_=UtcTime())).where(not_(store.settled()))
    )
    return 0.0 if oldest is None else max(0.0, (datetime.now(UTC) - oldest).total_seconds())


async def _in_time(event: asyncio.Event, seconds: float) -> None:
    """Wait for something to happen, but no longer than this."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
