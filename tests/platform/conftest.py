"""Fixtures for the machinery: an empty database of either kind, with its tables and those of the tests' own feature."""

import asyncio
import shutil
from collections.abc import AsyncGenerator, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import structlog

from tests.platform import hall
from tests.postgres import database, postgres
from yoriai.platform.db.base import Base
from yoriai.platform.db.store import Store, opened
from yoriai.platform.facts.feature import journal
from yoriai.platform.jobs.feature import jobs
from yoriai.platform.work.edge import Works


@pytest.fixture
def anyio_backend() -> tuple[str, dict[str, bool]]:
    """The loop of the product itself."""
    return "asyncio", {"use_uvloop": True}


@pytest.fixture(scope="session", autouse=True)
def plain_log() -> None:
    """Whoever has not set up the log gets every value of every frame drawn in colours, which takes seconds."""
    structlog.configure(
        processors=[structlog.processors.format_exc_info, structlog.processors.KeyValueRenderer()]
    )


@dataclass(frozen=True)
class Foundation:
    """A database with empty tables, to be copied for every test."""

    kind: str
    url: str
    server: str = ""

    @contextmanager
    def copied(self, folder: Path) -> Generator[str]:
        if self.kind == "sqlite":
            file = folder / f"{uuid4().hex}.db"
            shutil.copyfile(self.url.removeprefix("sqlite:"), file)
            yield f"sqlite:{file}"
        else:
            with database(self.server, "foundation") as url:
                yield url


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def foundation(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Foundation]:
    if request.param == "sqlite":
        url = f"sqlite:{tmp_path_factory.mktemp('foundation') / 'empty.db'}"
        asyncio.run(_lay(url))
        yield Foundation("sqlite", url)
        return
    with postgres(durable=False) as server, database(server, name="foundation") as url:
        asyncio.run(_lay(url))
        yield Foundation("postgresql", url, server)


async def _lay(url: str) -> None:
    tables = [table.__table__ for table in (*journal.tables, *jobs.tables)]
    async with opened(url) as store, store.writer.begin() as connection:
        await connection.run_sync(lambda sync: Base.metadata.create_all(sync, tables=tables))
        await connection.run_sync(hall.Base.metadata.create_all)


@pytest.fixture
def url(foundation: Foundation, tmp_path: Path) -> Generator[str]:
    """The address of a database of the test's own."""
    with foundation.copied(tmp_path) as copied:
        yield copied


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
