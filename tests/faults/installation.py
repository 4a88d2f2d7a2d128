"""Installations that are to be hurt: one node on SQLite, one on PostgreSQL, or two that share one PostgreSQL, with a bus or without."""

import asyncio
import shutil
import subprocess
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from tests.faults.cables import Cable, bus_by_cable
from tests.faults.server import Server, free_port
from tests.grounds import prepare
from tests.postgres import Cluster, cluster, database
from tests.valkey import Valkey, valkey

SMALL_DISK = "512m"  # what is said while it is filled fifty times over has room in it
# A commit is written before it is answered, but the disk need not have it: only the power's going would show that.
QUICK = ("fsync=off",)
ASKS = 1_000_000.0  # of one account in a second: here a handful of people do the work of a town


@dataclass(frozen=True)
class Installation:
    """Servers and the database below them, for one bout."""

    folder: Path
    servers: list[Server]
    postgres: Cluster | None
    """None: each server has its own file."""
    bus: Valkey | None = None
    """By which the servers tell one another; None: they look."""
    database_doors: list[int] = field(default_factory=list[int])
    """Of each server, where it looks for PostgreSQL, when something is to stand in between."""
    cables: Sequence[Cable] = ()
    """Of each server, by which it reaches the bus, when that stands in a network of its own."""


@dataclass
class Ground:
    """What installations of one setup are made from: a database in which the cast lives."""

    name: str
    folder: Path
    nodes: int
    postgres: Cluster | None
    bus: Valkey | None = None
    made: int = field(default=0)

    @contextmanager
    def installed(
        self,
        *,
        on_a_small_disk: bool = False,
        behind_database_wires: bool = False,
        with_bus_by_cable: bool = False,
    ) -> Generator[Installation]:
        """A fresh installation, not yet started; afterwards nothing of it runs."""
        self.made += 1
        folder = self.folder / f"{self.made}"
        folder.mkdir()
        with ExitStack() as stack:
            if on_a_small_disk:
                stack.enter_context(small_disk(folder))
            url = stack.enter_context(self._database(folder))
            nodes = range(1, self.nodes + 1)
            doors = [free_port() for _ in nodes] if behind_database_wires else []
            urls = [_through(url, door) for door in doors] or [url for _ in nodes]
            bus, cables = (
                stack.enter_context(bus_by_cable(self.nodes)) if with_bus_by_cable else (self.bus, [])
            )
            buses = [f"valkey://{cable.far}:{bus.port}" for cable in cables if bus] or [
                self._bus for _ in nodes
            ]
            servers = [
                self._server(folder / f"node{number}", url, its_bus)
                for number, url, its_bus in zip(nodes, urls, buses, strict=True)
            ]
            for server in servers:
                stack.callback(server.stop)
            yield Installation(folder, servers, self.postgres, bus, doors, cables)
        shutil.rmtree(folder, ignore_errors=True)

    def _database(self, folder: Path) -> AbstractContextManager[str]:
        if self.postgres:
            return database(self.postgres.url, template="town")
        shutil.copyfile(self.folder / "town.db", folder / "yoriai.db")
        return nullcontext(f"sqlite:{folder / 'yoriai.db'}")

    @property
    def _bus(self) -> str:
        return self.bus.url if self.bus else ""

    def _server(self, folder: Path, url: str, bus: str) -> Server:
        folder.mkdir()
        return Server(folder, url, asks_per_second=ASKS, bus=bus)


def _through(url: str, door: int) -> str:
    """The same database by another port."""
    port = urlsplit(url).port
    return url.replace(f":{port}/", f":{door}/")


@contextmanager
def small_disk(folder: Path) -> Generator[None]:
    """A disk of its own for this folder, small enough to be filled. Only root may have one."""
    options = ["-t", "tmpfs", "-o", f"size={SMALL_DISK}", "yoriai-faults"]
    subprocess.run(["mount", *options, folder], check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True, capture_output=True)


@contextmanager
def ground(name: str, folder: Path) -> Generator[Ground]:
    """The ground of a setup, prepared once."""
    folder.mkdir()
    if name == "sqlite-1":
        asyncio.run(prepare(f"sqlite:{folder / 'town.db'}"))
        yield Ground(name, folder, nodes=1, postgres=None)
        return
    _, nodes, *more = name.split("-")
    with cluster(QUICK) as running, database(running.url, name="town") as url, ExitStack() as stack:
        asyncio.run(prepare(url))
        bus = stack.enter_context(valkey()) if more else None
        yield Ground(name, folder, nodes=int(nodes), postgres=running, bus=bus)
