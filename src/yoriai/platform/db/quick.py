"""The quick way to the database: a whole transaction in one go, where every step through the layers would cost more
than the statement itself.

The embedded database runs it in a thread of its own: one change of threads instead of one for each statement.
"""

import asyncio
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Connection, TextClause, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from yoriai.platform.db.sqlite import AT_OPENING
from yoriai.platform.db.statement import Row, Rows, Statement, Value, packed
from yoriai.platform.db.wheel import driver_of

Result = TypeVar("Result")


class Quick(Protocol):
    """Runs a function on plain rows, in a transaction."""

    async def read(self, look: Callable[[Rows], Result]) -> Result:
        """A consistent look."""
        ...

    async def glance(self, look: Callable[[Rows], Result]) -> Result:
        """The same at a few rows of a moment ago: so little that going elsewhere for it would cost more."""
        ...

    async def write(self, change: Callable[[Rows], Result]) -> Result:
        """Under the write lock. What has not said `commit` when it returns is undone."""
        ...

    async def close(self) -> None: ...


class ConnectionRows:
    """Plain rows on a connection of the engine, whichever database it speaks to."""

    def __init__(self, connection: Connection, *, is_embedded: bool) -> None:
        self.connection, self.is_embedded = connection, is_embedded

    def all(self, asked: Statement, /, **values: Value) -> list[Row]:
        found = self.connection.execute(
            _clause(asked.sql(is_embedded=self.is_embedded)), self._packed(values)
        )
        return [tuple(row) for row in found] if found.returns_rows else []

    def each(self, asked: Statement, rows: Sequence[Mapping[str, Value]]) -> None:
        if rows:
            clause = _clause(asked.sql(is_embedded=self.is_embedded))
            self.connection.execute(clause, [self._packed(row) for row in rows])

    def commit(self) -> None:
        self.connection.commit()

    def _packed(self, values: Mapping[str, Value]) -> dict[str, object]:
        return {name: packed(value, is_embedded=self.is_embedded) for name, value in values.items()}


class InPlace(ConnectionRows):
    """Plain rows of the embedded database inside the transaction of a connection that only reads, asked here at the
    loop: a few rows cost less than going to the connection's thread for them."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, is_embedded=True)
        self.cursor = driver_of(connection).cursor()

    def all(self, asked: Statement, /, **values: Value) -> list[Row]:
        words, taken = asked.embedded, _packed(values)
        # Whoever counts what is asked of the engine counts this, too.
        for hears in self.connection.dispatch.before_cursor_execute:
            hears(self.connection, self.cursor, words, taken, None, False)
        with said_by_the_engine():
            return self.cursor.execute(words, taken).fetchall()


@cache
def _clause(sql: str) -> TextClause:
    """A statement is taken apart once, not whenever it is asked: they are constants, and few."""
    return text(sql)


class Shared:
    """On a database of several machines, by a few connections of its own: who reads much keeps nobody waiting here."""

    def __init__(self, reader: AsyncEngine, writer: AsyncEngine) -> None:
        self.reader, self.writer = reader, writer

    async def read(self, look: Callable[[Rows], Result]) -> Result:
        return await self._on(self.reader, look)

    async def glance(self, look: Callable[[Rows], Result]) -> Result:
        return await self.read(look)

    async def write(self, change: Callable[[Rows], Result]) -> Result:
        return await self._on(self.writer, change)

    async def _on(self, engine: AsyncEngine, work: Callable[[Rows], Result]) -> Result:
        async with engine.connect() as connection:
            return await connection.run_sync(lambda here: work(ConnectionRows(here, is_embedded=False)))

    async def close(self) -> None:
        await self.reader.dispose()
        await self.writer.dispose()


class Embedded:
    """On the file itself: one thread writes, another reads, each with a connection of its own. For a glance there is
    a third, here at the loop: two changes of threads cost as much as reading a few rows that were just written."""

    def __init__(self, path: Path, turn: asyncio.Lock) -> None:
        self.turn = turn
        self.writer = _Desk(path, writes=True)
        self.reader = _Desk(path, writes=False)
        self.here = _Desk(path, writes=False, patience=0)

    async def read(self, look: Callable[[Rows], Result]) -> Result:
        return await self.reader.run(look)

    async def glance(self, look: Callable[[Rows], Result]) -> Result:
        try:
            return self.here.at_once(look)
        except DBAPIError:  # somebody holds the file: whoever has to wait does it elsewhere
            return await self.read(look)

    async def write(self, change: Callable[[Rows], Result]) -> Result:
        async with self.turn:
            running = self.writer.run(change)
            try:
                return await asyncio.shield(running)
            except asyncio.CancelledError:
                await asyncio.wait((running,))  # the thread goes on; the turn is its own until it has ended
                raise

    async def close(self) -> None:
        for desk in (self.writer, self.reader, self.here):
            desk.close()


class _Desk:
    """One connection and the thread that sits at it."""

    def __init__(self, path: Path, *, writes: bool, patience: float = 5) -> None:
        self.path, self.writes, self.patience = path, writes, patience
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="quick-writer" if writes else "quick-reader")
        self.rows: _FileRows | None = None

    def run(self, work: Callable[[Rows], Result]) -> "asyncio.Future[Result]":
        """Begun in its thread already."""
        return asyncio.get_running_loop().run_in_executor(self.thread, self.at_once, work)

    def close(self) -> None:
        self.thread.submit(self._put_away)
        self.thread.shutdown()

    def at_once(self, work: Callable[[Rows], Result]) -> Result:
        """In the thread that asks."""
        with said_by_the_engine():
            rows = self.rows = self.rows or _FileRows(self.path, writes=self.writes, patience=self.patience)
            rows.begin()
            try:
                return work(rows)
            finally:
                rows.end()

    def _put_away(self) -> None:
        if self.rows is not None:
            self.rows.cursor.connection.close()


class _FileRows:
    """Plain rows on a connection to the file."""

    def __init__(self, path: Path, *, writes: bool, patience: float) -> None:
        # One thread uses it; another one may close it.
        connection = sqlite.connect(
            str(path), isolation_level=None, timeout=patience, cached_statements=256, check_same_thread=False
        )
        self.cursor = connection.cursor()
        self.begins = "BEGIN IMMEDIATE" if writes else "BEGIN"
        for pragma in (*AT_OPENING, *(() if writes else ("PRAGMA query_only=ON",))):
            self.cursor.execute(pragma)
        self.cursor.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")

    def begin(self) -> None:
        self.cursor.execute(self.begins)

    def end(self) -> None:
        """Undo what was not committed; a look ends the same way."""
        with suppress(sqlite.OperationalError):  # nothing is open any more: it was committed
            self.cursor.execute("ROLLBACK")

    def all(self, asked: Statement, /, **values: Value) -> list[Row]:
        return self.cursor.execute(asked.embedded, _packed(values)).fetchall()

    def each(self, asked: Statement, rows: Sequence[Mapping[str, Value]]) -> None:
        self.cursor.executemany(asked.embedded, [_packed(row) for row in rows])

    def commit(self) -> None:
        self.cursor.execute("COMMIT")


@contextmanager
def said_by_the_engine() -> Generator[None]:
    """Say an error of the driver as the engine says it, so that one place knows what it means."""
    try:
        yield
    except sqlite.Error as error:
        raise DBAPIError.instance(None, None, error, sqlite.Error) from error


def _packed(values: Mapping[str, Value]) -> dict[str, object]:
    return {name: packed(value, is_embedded=True) for name, value in values.items()}
