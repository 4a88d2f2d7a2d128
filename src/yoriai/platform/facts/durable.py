"""Durable readers: they read every line of the journal in one order over all streams, at least once.

Only settled lines are read, before which no other can still appear: a transaction that is still open may have
numbered its facts already and commit after others (F17). The order keeps that of each stream.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import cast

import structlog
from sqlalchemy import func, not_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.base import UtcTime
from yoriai.platform.db.statement import Row, Rows, as_id_or_none, statement
from yoriai.platform.db.store import Store
from yoriai.platform.facts.ahead import BEYOND, Ahead, Lookout, lines_after, may_be_more, place_of
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.models import DurableCursor, JournalRow
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.facts.order import Place
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

LOOK_EVERY = 3.0  # seconds; a lost doorbell, or a line not yet settled when it rang, costs no more
SETTLES = 0.3  # seconds after a ring in which others' transactions end
GATHER = 0.2  # seconds in which lines may gather, so that a busy minute makes few transactions
AS_GOOD = 0.05  # seconds for which what one reader saw ahead serves the others that look by themselves
LONGEST_PAUSE = 60.0  # seconds, after failures in a row
NOTE_EVERY, NOTE_AFTER = (
    3600.0,
    5_000,
)  # seconds and lines without concern after which a cursor is moved all the same

BEGIN = text(
    "INSERT INTO durable_cursors (reader, xid, position) VALUES (:reader, 0, 0) ON CONFLICT (reader) DO NOTHING"
)
CURSOR = statement("SELECT xid, position FROM durable_cursors WHERE reader = :reader")
LINES = statement(
    "SELECT xid, position, stream, number, name, body, by, at, on_behalf_of, tenant_id, session_id, zone, address,"
    f" request_id {BEYOND}"
)
NAME = 4  # its column in LINES

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as a durable reader gets it: with everything that the journal knows of its cause."""

    line: Line
    cause: Cause


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who must not miss a line. `handle` works in the transaction that moves the cursor; what it does
    outside the database may happen twice, so twice must be the same as once.

    It takes all that it is handed, or says how many of the first it has done with. The next one is handed to it again
    then, in another transaction: what follows from one line for a whole town is not written under one lock."""

    name: str
    handle: Callable[[Work, Sequence[Entry]], Awaitable[int | None]]
    of: frozenset[type[Fact]] | None = None
    """The facts it is handed; None for all. Lines that hold none of them cost it no transaction."""
    but: frozenset[str] = frozenset()
    """Of all facts not those with these names."""
    glance: Callable[[Rows, Collection[str]], bool] | None = None
    """Asked where the lines are read, whether any of the streams on which they were told is for it after all: talk of
    a whole town goes by, and no write lock is taken for what concerns nobody who is waited for."""
    gather: float = GATHER
    """Seconds in which lines may gather. Whoever answers nobody can wait longer and writes less often."""

    def is_concerned(self, fact: type[Fact]) -> bool:
        return (self.of is None or fact in self.of) and fact.name not in self.but


@dataclass(slots=True)
class _Passed:
    """How far a reader has looked beyond its cursor without meeting anything for it. It is this process's alone."""

    place: Place = (0, 0)
    lines: int = 0
    noted_at: float = float("-inf")

    def pass_over(self, ahead: Ahead) -> None:
        self.place = ahead.up_to
        self.lines += ahead.lines

    @property
    def is_worth_noting(self) -> bool:
        return bool(self.lines) and (self.lines >= NOTE_AFTER or monotonic() - self.noted_at > NOTE_EVERY)


@dataclass
class DurableReaders:
    """The durable readers of one process. On several nodes each line is read by one of them."""

    works: Works
    journal: Journal
    readers: Sequence[Reader]
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    awake: dict[str, asyncio.Event] = field(default_factory=dict[str, asyncio.Event])
    passed: dict[str, _Passed] = field(default_factory=lambda: defaultdict(_Passed))
    lookout: Lookout = field(default_factory=Lookout)
    rung_at: float = float("-inf")
    """When the doorbell rang last, on the monotonic clock."""

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Read for the length of a block. What is being read at its end is finished."""
        self.awake = {reader.name: asyncio.Event() for reader in self.readers}
        self.works.doorbell.listen(self._rung, near=True)  # of many processes the one that told reads
        reading = [asyncio.create_task(self._read_on(reader), name=reader.name) for reader in self.readers]
        try:
            yield
        finally:
            self.stopping.set()
            self._wake()
            await asyncio.gather(*reading)

    def _rung(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        if heads:
            self.rung_at = monotonic()
            self._wake()

    def _wake(self) -> None:
        for awake in self.awake.values():
            awake.set()

    async def _read_on(self, reader: Reader) -> None:
        awake, failures = self.awake[reader.name], 0
        while not self.stopping.is_set():
            # A line may not be settled yet when it rings, while others still write: then it is by the next moment.
            was_rung = awake.is_set() and not self.works.store.is_single_writer
            since = self.rung_at if awake.is_set() else monotonic() - AS_GOOD
            awake.clear()
            try:
                is_more = await self.read(reader, since)
                failures = 0
            except Exception:
                log.exception("durable reader stopped short", reader=reader.name)
                is_more = False
                failures += 1
                await _in_time(self.stopping, min(2.0**failures, LONGEST_PAUSE))
            if not is_more:
                await _in_time(awake, SETTLES if was_rung else LOOK_EVERY)
                await _in_time(self.stopping, reader.gather)

    async def read(self, reader: Reader, since: float = float("inf")) -> bool:
        """Read what is settled, at most one transaction's worth; say whether there may be more. A look ahead that was
        made for another reader, and began no earlier than `since` on the monotonic clock, may serve."""
        passed = self.passed[reader.name]
        ahead, is_for_reader = await self.works.store.quick.read(
            lambda rows: self._look(rows, reader, passed.place, since)
        )
        if not is_for_reader:
            passed.pass_over(ahead)
            if not passed.is_worth_noting:
                return ahead.is_more
        async with self.works.writing() as work:
            await work.session.execute(BEGIN, {"reader": reader.name})
            # If another node holds the row, it is reading these lines; this one looks again later.
            mine = select(DurableCursor).where(DurableCursor.reader == reader.name)
            cursor = await work.session.scalar(mine.with_for_update(skip_locked=True))
            if cursor is None:
                return False
            stands = max((cursor.xid, cursor.position), passed.place)
            lines = await work.session.run_sync(
                lambda here: lines_after(self.works.store.rows_of(here), LINES, stands)
            )
            done = await self._handled(reader, work, lines)
            place = place_of(done[-1]) if done else stands
            moved = update(DurableCursor).where(DurableCursor.reader == reader.name)
            await work.session.execute(moved.values(xid=place[0], position=place[1]))
        self.passed[reader.name] = _Passed(place, noted_at=monotonic())
        return len(done) < len(lines) or may_be_more(len(lines))

    async def _handled(self, reader: Reader, work: Work, lines: list[Row]) -> list[Row]:
        """Hand out what these lines tell. Those of them that need not be read again."""
        concerned = [at for at, line in enumerate(lines) if reader.is_concerned(self._kind(line[NAME]))]
        entries = [self._entry(lines[at]) for at in concerned]
        taken = await reader.handle(work, entries) if entries else None
        return lines if taken is None or taken >= len(entries) else lines[: concerned[taken]]

    def _look(self, rows: Rows, reader: Reader, place: Place, since: float) -> tuple[Ahead, bool]:
        """Look without the write lock: a town talks all day, and most of it concerns few readers."""
        stands = max([place, *map(place_of, rows.all(CURSOR, reader=reader.name))])
        ahead = self.lookout.look(rows, stands, since)
        told = [streams for name, streams in ahead.streams.items() if reader.is_concerned(self._kind(name))]
        is_for_reader = bool(told) and (reader.glance is None or reader.glance(rows, set[str]().union(*told)))
        return ahead, is_for_reader

    def _kind(self, name: object) -> type[Fact]:
        """A line that this server does not know belongs to a newer one: a KeyError, for it must not be passed over."""
        return self.journal.kinds[str(name)]

    def _entry(self, row: Row) -> Entry:
        _, _, *line, by, at, on_behalf_of, tenant_id, session_id, zone, address, request_id = row
        cause = Cause(
            account_id=as_id_or_none(by),
            on_behalf_of=as_id_or_none(on_behalf_of),
            tenant_id=as_id_or_none(tenant_id),
            session_id=as_id_or_none(session_id),
            zone=cast("str | None", zone),
            address=cast("str | None", address),
            request_id=cast("str | None", request_id),
        )
        return Entry(self.journal.line((*line, by, at, on_behalf_of)), cause)


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
