"""The ways of running Yoriai that are measured: on SQLite, on PostgreSQL on the same core, and at two nodes of that."""

import asyncio
import contextlib
import shutil
import tempfile
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from bench import machine, town
from bench.town import Town
from tests.postgres import free_port, postgres
from tools.places import BUILD
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.store import opened
from yoriai.platform.settings import ListenerSettings, Settings

SETUPS = ("sqlite-1", "pg-1", "pg-2")
ASKS_PER_SECOND = 100_000


@dataclass(frozen=True)
class Setup:
    """A filled database and the settings of a server for it. Nothing of it outlives its block."""

    name: str
    folder: Path
    settings: Settings
    town: Town
    database_id: int
    """The database's own process; 0 where there is none."""

    @property
    def url(self) -> str:
        return self.settings.database_url

    @property
    def log(self) -> Path:
        return self.folder / "log"


@contextlib.contextmanager
def setup(name: str) -> Generator[Setup]:
    (BUILD / "bench").mkdir(parents=True, exist_ok=True)
    # Below the project, so that what is measured is this disk: a temporary folder may lie in memory.
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=BUILD / "bench"))
    try:
        with database(name) as (url, database_id):
            settings = settings_of(folder, url)
            settings.make_server_key()
            yield Setup(name, folder, settings, town.build(settings), database_id)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def database(name: str) -> Generator[tuple[str, int]]:
    """The address of an empty database (empty for the embedded one) and its process."""
    if name == "sqlite-1":
        yield "", 0
        return
    with postgres(durable=True) as url:
        process_id = postmaster(url)
        machine.pin_family(process_id, machine.cores().server)
        yield url, process_id


def postmaster(url: str) -> int:
    """PostgreSQL's first process, of which all its others are children."""
    folder = asyncio.run(_data_directory(url))
    return int((folder / "postmaster.pid").read_text(encoding="utf-8").split()[0])


async def _data_directory(url: str) -> Path:
    async with opened(url) as store, store.reading() as session:
        return Path((await session.execute(text("SHOW data_directory"))).scalar_one())


def settings_of(folder: Path, url: str) -> Settings:
    """Both zones, each under its own name on a port of its own, as in the demo."""
    doors = {zone: free_port() for zone in Zone}
    listeners = tuple(
        ListenerSettings(zone=zone.value, url=f"http://{zone}.localhost:{port}", bind=f"127.0.0.1:{port}")
        for zone, port in doors.items()
    )
    # One sender of A4 says more than any person may: what counts each ask is there, only its limit is not.
    return Settings(
        data_dir=folder,
        database=url,
        listeners=listeners,
        log_level="warning",
        asks_per_second=ASKS_PER_SECOND,
    )
