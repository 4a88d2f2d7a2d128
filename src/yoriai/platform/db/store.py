"""The database as the rest of the house sees it: a place to read and a place to write."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Boolean, ColumnElement, literal_column, text, true
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker
from sqlalchemy.orm import Session

from yoriai.platform.db import postgres, sqlite
from yoriai.platform.db.plainly import rows_of
from yoriai.platform.db.quick import Embedded, Quick, Shared
from yoriai.platform.db.statement import SETTLED, Rows, statement

LEAN = statement(
    "SELECT pg_logical_emit_message(true, 'yoriai', '') WHERE current_setting('synchronous_standby_names') <> ''"
)
SOME, FEW = 8, 2
"""Connections of a pool: for sessions, and for the quick way."""


@dataclass(frozen=True)
class Store:
    """An open database. Reading never waits for writing; on one machine there is a single writer."""

    reader: AsyncEngine
    writer: AsyncEngine
    is_single_writer: bool
    quick: Quick
    turn: AbstractAsyncContextManager[object]
    """Whose turn it is to write; where the database locks rows by itself, it is always everybody's."""

    def reading(self) -> AsyncSession:
        return async_sessionmaker(self.reader, expire_on_commit=False, autoflush=False)()

    def writing(self) -> AsyncSession:
        return async_sessionmaker(self.writer, expire_on_commit=False)()

    def rows_of(self, session: Session) -> Rows:
        """Plain rows inside the transaction of a session."""
        return rows_of(session)

    def lean_on_others(self, rows: Rows) -> None:
        """Let this transaction wait for the standby as one that writes, although it does not: what it has found may be
        the work of another that did not wait to the end, and is acknowledged as done by whoever asked for it again."""
        if not self.is_single_writer:
            rows.all(LEAN)

    def settled(self) -> ColumnElement[bool]:
        """True of journal rows before which no other row can still appear (see `platform.facts.durable`)."""
        if self.is_single_writer:
            return true()
        return literal_column(SETTLED, Boolean())

    async def close(self) -> None:
        await self.quick.close()
        await self.reader.dispose()
        if self.writer is not self.reader:
            await self.writer.dispose()

    async def allows(self) -> int | None:
        """How many connections the database takes; None where there are none to be counted."""
        return None if self.is_single_writer else await postgres.connections_allowed(self.reader)

    async def guarded(self) -> postgres.Guarded | None:
        """What guards it against the loss of its machine; None where it lies on this one."""
        return None if self.is_single_writer else await postgres.guarded(self.reader)

    async def version(self) -> str:
        """Which database it is, and of which version."""
        if self.is_single_writer:
            return f"SQLite {'.'.join(map(str, sqlite.library_version()))}"
        async with self.reading() as session:
            return f"PostgreSQL {await session.scalar(text('SHOW server_version'))}"

    async def shape(self) -> str | None:
        """The newest change of its tables that it has taken over."""
        async with self.reading() as session:
            return await session.scalar(text("SELECT version_num FROM alembic_version"))

    async def answers(self) -> float:
        """Seconds that the database takes to answer the smallest question."""
        began = time.perf_counter()
        async with self.reading() as session:
            await session.scalar(text("SELECT 1"))
        return time.perf_counter() - began


def most_of_a_process() -> int:
    """How many connections a process opens at most where many write."""
    return sum(size + postgres.OVERFLOW for size in (SOME, SOME, FEW, FEW))


def open_store(url: str) -> Store:
    """Open `sqlite:<path>` or `postgresql://…`. Nothing is connected before it is used."""
    if url.startswith("sqlite:"):
        path = path_of(url)
        reader, writer, turn = (
            sqlite.engine(path, writes=False),
            sqlite.engine(path, writes=True),
            asyncio.Lock(),
        )
        return Store(reader, writer, is_single_writer=True, quick=Embedded(path, turn), turn=turn)
    # Pools of their own: many who read must never keep out the one who commits for all.
    reader, writer = (
        postgres.one_moment(postgres.engine(url, pool_size=SOME)),
        postgres.engine(url, pool_size=SOME),
    )
    quick = Shared(
        postgres.one_moment(postgres.engine(url, pool_size=FEW)), postgres.engine(url, pool_size=FEW)
    )
    return Store(reader, writer, is_single_writer=False, quick=quick, turn=nullcontext())


def embedded_url(folder: Path) -> str:
    """Where the embedded database of an installation lies."""
    return f"sqlite:{folder.absolute() / 'yoriai.db'}"


def path_of(url: str) -> Path:
    """The file of an embedded database."""
    return Path(url.removeprefix("sqlite:").removeprefix("//")).resolve()


@asynccontextmanager
async def opened(url: str) -> AsyncGenerator[Store]:
    """An open store for the length of a block."""
    store = open_store(url)
    try:
        yield store
    finally:
        await store.close()
