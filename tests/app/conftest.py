"""The demo town, settled once for each kind of database and looked at by many tests."""

import asyncio
from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from tests.grounds import Ground
from tests.postgres import database
from yoriai.app.cli.migrate import bring_up
from yoriai.app.demo import DemoTown, settle
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works


@dataclass(frozen=True)
class Settled:
    """Where the town lies, what was shown of it, and when it was settled."""

    url: str
    town: DemoTown
    at: datetime
    settings: Settings


@pytest.fixture(scope="package")
def settled(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Generator[Settled]:
    """A town in which people sign in and talk, but of which nothing is taken away."""
    folder = tmp_path_factory.mktemp("demo")
    with ExitStack() as stack:
        url = f"sqlite:{folder / 'demo.db'}"
        if ground.server:
            url = stack.enter_context(database(ground.server))
        settings = Settings(database=url, data_dir=folder)
        settings.make_server_key()
        now = datetime.now(UTC)
        yield Settled(url, asyncio.run(_settle(settings, now)), now, settings)


async def _settle(settings: Settings, now: datetime) -> DemoTown:
    await bring_up(settings)
    async with opened(settings.database_url) as store:
        return await settle(Works(store), now, key=settings.server_key())
