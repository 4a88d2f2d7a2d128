"""The ground on which towns are built: one prepared database of each kind, copied for every test."""

import asyncio
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from tests.cast import settle
from tests.postgres import database, postgres
from yoriai.app.cli.migrate import bring_up
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings


@dataclass(frozen=True)
class Ground:
    """A database that holds the cast and their rooms. Nobody writes to it any more."""

    kind: str
    url: str
    server: str = ""

    @contextmanager
    def copied(self, folder: Path) -> Generator[str]:
        """The URL of a copy that one test may spoil."""
        if self.kind == "sqlite":
            file = folder / f"{uuid4().hex}.db"
            shutil.copyfile(self.url.removeprefix("sqlite:"), file)
            yield f"sqlite:{file}"
        else:
            with database(self.server, template="town") as url:
                yield url

    @contextmanager
    def empty(self, folder: Path) -> Generator[str]:
        """The URL of a database in which nothing is yet."""
        if self.kind == "sqlite":
            yield f"sqlite:{folder / 'empty.db'}"
        else:
            with database(self.server) as url:
                yield url


@contextmanager
def grounds(kind: str, folder: Path) -> Generator[Ground]:
    """Prepare one kind of database by the real migrations."""
    if kind == "sqlite":
        url = f"sqlite:{folder / 'town.db'}"
        asyncio.run(_prepare(url))
        yield Ground(kind, url)
        return
    with postgres(durable=False) as server, database(server, name="town") as url:
        asyncio.run(_prepare(url))
        yield Ground(kind, url, server)


async def _prepare(url: str) -> None:
    await bring_up(Settings(database=url))
    async with opened(url) as store:
        await settle(store)
        if store.is_single_writer:  # the copy is of one file: bring the log home first
            async with store.reading() as session:
                await session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
