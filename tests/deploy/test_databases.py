"""The scripts by which containers set up PostgreSQL and its standby, run on real ones (D24)."""

import pwd
import shutil
import subprocess
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import pytest

from tests.postgres import NEWEST, Home, free_port, home
from tools.places import ROOT

SCRIPTS = ROOT / "deploy" / "compose"
SECRETS = {"YORIAI_DB_PASSWORD": "ours", "REPLICATION_PASSWORD": "theirs"}


def environment(here: Home, data: Path, port: int) -> dict[str, str]:
    return SECRETS | {
        "PATH": f"{here.programs / 'bin'}:/usr/bin:/bin",
        "PGDATA": str(data),
        "PGPORT": str(port),
        "PGHOST": "127.0.0.1",
        "PRIMARY_HOST": "127.0.0.1",
        "PRIMARY_PORT": str(port),
        "BASEBACKUP_MORE": "--no-sync",
        "LC_ALL": "C.UTF-8",
    }


def run(here: Home, env: Mapping[str, str], *words: str | Path) -> str:
    group = None if here.user is None else pwd.getpwuid(here.user).pw_gid
    done = subprocess.run(
        words, env=env, user=here.user, group=group, extra_groups=None if here.user is None else [],
        cwd=here.folder, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@contextmanager
def started(here: Home, env: Mapping[str, str], port: int, *before: str | Path) -> Generator[None]:
    """A server of this folder, begun by pg_ctl, perhaps through a script."""
    log = Path(env["PGDATA"]).with_suffix(".log")
    options = f"-p {port} -k {here.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    run(here, env, *before, "pg_ctl", "-w", "-l", log, "-o", options, "start")
    try:
        yield
    finally:
        run(here, env, "pg_ctl", "-m", "immediate", "stop")


def script(here: Home, name: str) -> Path:
    """Where the user of the database may read it."""
    there = here.folder / name
    shutil.copyfile(SCRIPTS / name, there)
    there.chmod(0o644)
    return there


@pytest.mark.req("D24")
def test_what_is_acknowledged_lies_on_both_disks():
    """The standby copies the primary by itself; from then on a commit waits for it, and is read there."""
    with home(NEWEST) as here:
        primary, standby = here.folder / "primary", here.folder / "standby"
        port, other = free_port(), free_port()
        env = environment(here, primary, port)
        run(here, env, "initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "-D", primary)
        with started(here, env, port):
            run(here, env, "/bin/sh", script(here, "primary.sh"))
        with started(here, env, port):
            behind = environment(here, standby, port)
            with started(here, behind, other, "/bin/sh", script(here, "standby.sh")):
                asked = "SELECT sync_state FROM pg_stat_replication WHERE application_name = 'standby'"
                for _ in range(100):
                    if said(here, env, port, asked) == "sync":
                        break
                    sleep(0.05)
                assert said(here, env, port, asked) == "sync"
                said(here, env, port, "CREATE TABLE pins (id int); INSERT INTO pins VALUES (7)", "yoriai")
                said(here, env, port, "SELECT pg_sleep(0.2)")
                assert said(here, behind, other, "SELECT id FROM pins", "yoriai") == "7"
            with asking(here, env, port, "INSERT INTO pins VALUES (8)") as waiting:
                sleep(0.5)
                assert waiting.poll() is None, "nothing is acknowledged that lies on one disk alone"


def said(here: Home, env: Mapping[str, str], port: int, command: str, user: str = "postgres") -> str:
    with asking(here, env, port, command, user) as running:
        output, error = running.communicate(timeout=20)
    assert running.returncode == 0, error
    return output.strip()


@contextmanager
def asking(
    here: Home, env: Mapping[str, str], port: int, command: str, user: str = "yoriai"
) -> Generator["subprocess.Popen[str]"]:
    """One command, which may take as long as it likes until the block ends."""
    database = "yoriai" if user == "yoriai" else "postgres"
    where = ["-h", "127.0.0.1", "-p", str(port), "-U", user, "-d", database]
    words = [
        here.programs / "bin" / "psql",
        "--no-psqlrc",
        "-qtA",
        "-v",
        "ON_ERROR_STOP=1",
        *where,
        "-c",
        command,
    ]
    pipe = subprocess.PIPE
    running = subprocess.Popen(words, env=env, cwd=here.folder, stdout=pipe, stderr=pipe, text=True)
    try:
        yield running
    finally:
        running.kill()
        running.wait()
