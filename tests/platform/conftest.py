"""Fixtures for the machinery: an empty database of either kind, with its tables and those of the tests' own feature."""

import asyncio
import shutil
from collections.abc import AsyncGenerator, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from uuid import UUID, uuid4

import asyncpg  # pyright: ignore[reportMissingTypeStubs]
import pytest
import structlog
from sqlalchemy import Table

from tests.platform import hall
from tests.postgres import database, postgres
from yoriai.platform.db.base import Base
from yoriai.platform.db.store import Store, opened
from yoriai.platform.facts.feature import journal
from yoriai.platform.jobs.feature import jobs
from yoriai.platform.work.edge import Works

PLATFORM = [cast("Table", table.__table__) for table in (*journal.tables, *jobs.tables)]


@pytest.fixture(scope="session", autouse=True)
def plain_log() -> None:
    """Whoever has not set up the log gets every value of every frame drawn in colours, which takes seconds."""
    structlog.configure(
        processors=[structlog.processors.format_exc_info, structlog.processors.KeyValueRenderer()]
    )


@dataclass(frozen=True)
class Foundation:
    """A database of either kind with empty tables."""

    kind: str
    url: str

    async def cleared(self, folder: Path) -> str:
        """The address of an empty one: a copy of the file, or the one of the server after sweeping it."""
        if self.kind == "sqlite":
            file = folder / f"{uuid4().hex}.db"
            await asyncio.to_thread(shutil.copyfile, self.url.removeprefix("sqlite:"), file)
            return f"sqlite:{file}"
        connection = await asyncpg.connect(self.url)
        try:
            # Whatever a failed test has left open must not hold up the next one.
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            await connection.execute(f"TRUNCATE {', '.join(TABLES)} RESTART IDENTITY")
        finally:
            await connection.close()
        return self.url


TABLES = [table.name for table in (*PLATFORM, *hall.Base.metadata.sorted_tables)]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def foundation(request: pytest.FixtureRequest, quick_folder: Path) -> Generator[Foundation]:
    if request.param == "sqlite":
        url = f"sqlite:{quick_folder / 'empty.db'}"
        asyncio.run(_lay(url))
        yield Foundation("sqlite", url)
        return
    with postgres(durable=False) as server, database(server) as url:
        asyncio.run(_lay(url))
        yield Foundation("postgresql", url)


async def _lay(url: str) -> None:
    async with opened(url) as store, store.writer.begin() as connection:
        await connection.run_sync(lambda sync: Base.metadata.create_all(sync, tables=PLATFORM))
        await connection.run_sync(hall.Base.metadata.create_all)


@pytest.fixture
async def url(foundation: Foundation, quick_folder: Path) -> str:
    """The address of an empty database for this test alone."""
    return await foundation.cleared(quick_folder)


@pytest.fixture
async def store(url: str) -> AsyncGenerator[Store]:
    async with opened(url) as made:
        yield made


@pytest.fixture
def works(store: Store) -> Works:
    return Works(store)


@pytest.fixture
def hall_id() -> UUID:
    return uuid4()
