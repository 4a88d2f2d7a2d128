"""The database as the rest of the house sees it: a place to read and a place to write."""

import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Boolean, ColumnElement, literal_column, text, true
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from yoriai.platform.db import pairs, postgres, sqlite


@dataclass(frozen=True)
class Store:
    """An open database. Reading never waits for writing; on one machine there is a single writer."""

    reader: AsyncEngine
    writer: AsyncEngine
    is_single_writer: bool

    def reading(self) -> AsyncSession:
        return async_sessionmaker(self.reader, expire_on_commit=False, autoflush=False)()

    def writing(self) -> AsyncSession:
        return async_sessionmaker(self.writer, expire_on_commit=False)()

    @property
    def pairs(self) -> str:
        """A derived table `w(s, n)` over the parameter `:pairs` (see `platform.db.pairs`)."""
        return pairs.EMBEDDED if self.is_single_writer else pairs.SHARED

    @property
    def transaction(self) -> str:
        """The number of the writing transaction, as SQL; where there is one writer, all have the same."""
        return "0" if self.is_single_writer else "(pg_current_xact_id()::text)::bigint"

    def settled(self) -> ColumnElement[bool]:
        """True of journal rows before which no other row can still appear (see `platform.facts.durable`)."""
        if self.is_single_writer:
            return true()
        return literal_column("(xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint)", Boolean())

    async def close(self) -> None:
        await self.reader.dispose()
        if self.writer is not self.reader:
            await self.writer.dispose()

    async def answers(self) -> float:
        """Seconds that the database takes to answer the smallest question."""
        began = time.perf_counter()
        async with self.reading() as session:
            await session.scalar(text("SELECT 1"))
        return time.perf_counter() - began


def open_store(url: str) -> Store:
    """Open `sqlite:<path>` or `postgresql://…`. Nothing is connected before it is used."""
    if url.startswith("sqlite:"):
        path = path_of(url)
        return Store(
            sqlite.engine(path, writes=False), sqlite.engine(path, writes=True), is_single_writer=True
        )
    shared = postgres.engine(url)
    return Store(postgres.one_moment(shared), shared, is_single_writer=False)


def path_of(url: str) -> Path:
    """The file of an embedded database."""
    return Path(url.removeprefix("sqlite:").removeprefix("//")).absolute()


@asynccontextmanager
async def opened(url: str) -> AsyncGenerator[Store]:
    """An open store for the length of a block."""
    store = open_store(url)
    try:
        yield store
    finally:
        await store.close()
