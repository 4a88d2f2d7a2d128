"""A server in a process of its own, which a test may kill and start again on the same database and doors."""

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.cast import ZONES

LONGEST_START = 20.0  # seconds
PORTS = 20_000, 32_000  # below those that the system hands out


@dataclass
class Server:
    """One installation: settings in a file, a process that comes and goes."""

    folder: Path
    database: str
    web_root: Path = Path("web/dist")
    ports: dict[str, int] = field(default_factory=lambda: {zone: _free_port() for zone in ZONES})
    process: subprocess.Popen[bytes] | None = None
    starts: list[float] = field(default_factory=list[float])
    """How long each start took, in seconds."""

    def __post_init__(self) -> None:
        listeners = "".join(
            f'\n[[listeners]]\nzone = "{zone}"\nurl = "http://{zone}.localhost:{port}"\nbind = "127.0.0.1:{port}"\n'
            for zone, port in self.ports.items()
        )
        self.config.write_text(
            f'data_dir = "{self.folder}"\ndatabase = "{self.database}"\nweb_root = "{self.web_root}"\n{listeners}'
        )
        key = self.folder / "keys" / "server.key"
        key.parent.mkdir(mode=0o700, exist_ok=True)
        key.write_bytes(bytes(range(32)))
        key.chmod(0o600)

    @property
    def config(self) -> Path:
        return self.folder / "yoriai.toml"

    async def start(self, failpoint: str = "") -> None:
        """Start, and wait until the doors are open."""
        began = time.monotonic()
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(  # noqa: ASYNC220 it starts at once, and the test waits anyway
                [sys.executable, "-m", "yoriai.app.cli", "serve", "--config", str(self.config)],
                stdout=log,
                stderr=log,
                env=_environment(failpoint),
            )
        async with asyncio.timeout(LONGEST_START):
            while not self._is_open():
                assert self.process.poll() is None, self.log()
                await asyncio.sleep(0.02)
        self.starts.append(time.monotonic() - began)

    async def killed(self) -> None:
        """Wait until the process is dead, as a failpoint has it."""
        assert self.process
        await asyncio.to_thread(self.process.wait, LONGEST_START)
        assert self.process.returncode == -signal.SIGKILL, self.log()

    async def kill(self) -> None:
        """`kill -9`, now."""
        assert self.process
        self.process.kill()
        await self.killed()

    def stop(self) -> None:
        """End it, whatever it does."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def log(self) -> str:
        return (self.folder / "server.log").read_text(errors="replace")[-3000:]

    def _is_open(self) -> bool:
        try:
            for port in self.ports.values():
                socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        except OSError:
            return False
        return True


def _environment(failpoint: str) -> dict[str, str]:
    # A server keeps its compiled files, or every start would take as long as the first; and nobody counts the lines
    # of one that is killed: it could not say which it had run.
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith("COVERAGE_")
    }
    return kept | {"YORIAI_FAILPOINT": failpoint}


def _free_port() -> int:
    """A port that nobody is given by chance: the server leaves it and comes back to it, again and again."""
    while True:
        port = random.randint(*PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
