"""A server in a process of its own, which a test may kill and start again on the same database and doors."""

import asyncio
import random
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests import warm
from tests.cast import ZONES
from tests.faults.calls import Node

LONGEST_START = 20.0  # seconds
LONGEST_END = 10.0
PORTS = 20_000, 32_000  # below those that the system hands out


@dataclass
class Server:
    """One installation: settings in a file, a process that comes and goes."""

    folder: Path
    database: str
    web_root: Path = Path("web/dist")
    ports: dict[str, int] = field(default_factory=lambda: {zone: free_port() for zone in ZONES})
    asks_per_second: float = 300
    drain_seconds: float = 0
    bus: str = ""
    workers: int = 1
    process: BaseProcess | None = None
    starts: list[float] = field(default_factory=list[float])
    """How long each start took, in seconds."""

    def __post_init__(self) -> None:
        listeners = "".join(
            f'\n[[listeners]]\nzone = "{zone}"\nurl = "http://{zone}.localhost:{port}"\nbind = "127.0.0.1:{port}"\n'
            for zone, port in self.ports.items()
        )
        self.config.write_text(
            f'data_dir = "{self.folder}"\ndatabase = "{self.database}"\nweb_root = "{self.web_root}"\n'
            f"asks_per_second = {self.asks_per_second}\ndrain_seconds = {self.drain_seconds}\n"
            f'bus = "{self.bus}"\nworkers = {self.workers}\n{listeners}'
        )
        key = self.folder / "keys" / "server.key"
        key.parent.mkdir(mode=0o700, exist_ok=True)
        key.write_bytes(bytes(range(32)))
        key.chmod(0o600)

    @property
    def node(self) -> Node:
        """As clients reach it."""
        return Node(self.ports)

    @property
    def config(self) -> Path:
        return self.folder / "yoriai.toml"

    @property
    def log_file(self) -> Path:
        return self.folder / "server.log"

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.is_alive()

    async def start(self, failpoint: str = "", run: Callable[..., None] = warm.yoriai) -> None:
        """Start, and wait until the doors are open."""
        began = time.monotonic()
        self.process = await asyncio.to_thread(
            warm.begin, self.log_file, failpoint, run, "serve", "--config", str(self.config)
        )
        async with asyncio.timeout(LONGEST_START):
            while not self._is_open():
                if failpoint and self.process.exitcode == -signal.SIGKILL:
                    return  # of what it was told to die of, before anybody saw its doors open
                assert self.is_running, self.log()
                await asyncio.sleep(0.02)
        self.starts.append(time.monotonic() - began)

    async def killed(self) -> None:
        """Wait until the process is dead, as a failpoint has it."""
        assert self.process
        await asyncio.to_thread(self.process.join, LONGEST_START)
        assert self.process.exitcode == -signal.SIGKILL, self.log()

    async def kill(self) -> None:
        """`kill -9`, now."""
        assert self.process
        self.process.kill()
        await self.killed()

    async def end(self) -> float:
        """Ask it to end, as who stops a service does, and wait until it has; the seconds that it took."""
        assert self.process
        began = time.monotonic()
        self.process.terminate()
        await asyncio.to_thread(self.process.join, LONGEST_END)
        assert self.process.exitcode == 0, (self.process.exitcode, self.log())
        return time.monotonic() - began

    def stop(self) -> None:
        """End it, whatever it does."""
        if self.process:
            self.process.kill()
            self.process.join()

    def log(self) -> str:
        return self.log_file.read_text(errors="replace")[-3000:]

    def _is_open(self) -> bool:
        try:
            for port in self.ports.values():
                socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        except OSError:
            return False
        return True


def free_port() -> int:
    """A port that nobody is given by chance: the server leaves it and comes back to it, again and again."""
    while True:
        port = random.randint(*PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
