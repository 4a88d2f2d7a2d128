"""The driver and dialect of SQLite: pysqlite3's connections, each in a thread of aiosqlite's, under SQLAlchemy.

The stock adapter goes over to that thread four times for one statement: to open a cursor, to execute, to fetch and to
close. On small statements that costs more than all the rest, so here it goes once.
"""

from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeVar, cast

import aiosqlite
from aiosqlite import Connection as Threaded
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Connection
from sqlalchemy.connectors.asyncio import AsyncIODBAPIConnection, AsyncIODBAPICursor
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.util.concurrency import await_

Result = TypeVar("Result")
Parameters = Sequence[object]


class WheelCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor of the driver itself. Whatever takes time runs in the thread of its connection, in one go."""

    __slots__ = ()

    def _make_new_cursor(self, connection: AsyncIODBAPIConnection) -> AsyncIODBAPICursor:
        return cast("AsyncIODBAPICursor", cast("Threaded", connection)._conn.cursor())  # pyright: ignore[reportPrivateUsage]

    def _aenter_cursor(self, cursor: AsyncIODBAPICursor) -> AsyncIODBAPICursor:
        return cursor

    def close(self) -> None:
        """All rows have been fetched, so there is nothing to give back; and where somebody stopped waiting, the thread
        may still be at it, and lets go of the cursor itself."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """The same, asked in another way."""

    async def _execute_async(self, operation: str, parameters: Parameters | None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] what it returns is used by nobody
        async with self._adapt_connection._execute_mutex:  # pyright: ignore[reportPrivateUsage]
            self._rows = deque(await self._in_its_thread(_all_rows, operation, parameters or ()))

    async def _executemany_async(self, operation: str, seq_of_parameters: Sequence[Parameters]) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        async with self._adapt_connection._execute_mutex:  # pyright: ignore[reportPrivateUsage]
            await self._in_its_thread(sqlite.Cursor.executemany, operation, seq_of_parameters)

    async def _in_its_thread(self, run: Callable[..., Result], *what: object) -> Result:
        connection = cast("Threaded", self._connection)
        return await connection._execute(run, self._cursor, *what)  # pyright: ignore[reportPrivateUsage, reportUnknownMemberType]


def _all_rows(cursor: sqlite.Cursor, operation: str, parameters: Parameters) -> Sequence[object]:
    cursor.execute(operation, parameters)
    return cursor.fetchall() if cursor.description else ()


class WheelConnection(AsyncAdapt_aiosqlite_connection):
    """A connection with such cursors."""

    __slots__ = ()
    _cursor_cls = WheelCursor


class NearConnection(WheelConnection):
    """One that only reads: a look ends where it began, without going to the thread for it. While others keep the
    interpreter busy, every change of threads waits for its turn, and a connection that waits is one fewer for all."""

    __slots__ = ()

    def rollback(self) -> None:
        """Its thread is idle: whoever stops waiting for a statement has waited for its end (`test_wheel`)."""
        cast("Threaded", self._connection)._conn.rollback()  # pyright: ignore[reportPrivateUsage]


def is_near(connection: Connection) -> bool:
    """Whether a few rows of it may be asked at the loop (see `platform.db.quick`)."""
    return isinstance(connection.connection.dbapi_connection, NearConnection)


def driver_of(connection: Connection) -> sqlite.Connection:
    """The driver's own connection under one of SQLAlchemy's. Whoever holds a session uses it alone, so that it may be
    asked in any thread, one after the other."""
    threaded = cast("Threaded", connection.connection.driver_connection)
    return threaded._conn  # pyright: ignore[reportPrivateUsage]


class WheelDbapi(AsyncAdapt_aiosqlite_dbapi):
    """aiosqlite's threads with pysqlite3's connections: its errors must be the ones SQLAlchemy wraps."""

    def _init_dbapi_attributes(self) -> None:
        super()._init_dbapi_attributes()
        for name in (
            "DatabaseError",
            "Error",
            "IntegrityError",
            "NotSupportedError",
            "OperationalError",
            "ProgrammingError",
            "sqlite_version",
            "sqlite_version_info",
        ):
            setattr(self, name, getattr(sqlite, name))

    def connect(
        self, path: str, *, async_creator_fn: Callable[..., Threaded], writes: bool, **how: object
    ) -> WheelConnection:
        opened = await_(async_creator_fn(path, **how))
        kind = WheelConnection if writes else NearConnection
        return kind(self, cast("AsyncIODBAPIConnection", opened))


class WheelDialect(SQLiteDialect_aiosqlite):
    """The stock dialect over the wheel's library."""

    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> WheelDbapi:
        return WheelDbapi(aiosqlite, sqlite)
