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
from yoriai.platform.db.postgres import STANDS_BY

SCRIPTS = ROOT / "deploy" / "compose"
SECRETS = {"YORIAI_DB_PASSWORD": "hush-of-ours", "REPLICATION_PASSWORD": "hush-of-theirs"}


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
def started(here: Home, env: Mapping[str, str], *before: str | Path) -> Generator[None]:
    """A server of this folder, begun by pg_ctl, perhaps through a script."""
    log = Path(env["PGDATA"]).with_suffix(".log")
    options = f"-p {env['PGPORT']} -k {here.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
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


WATCHED = """#!/bin/sh
echo "$0 $*" >>"$ARGUMENTS"
exec "{real}" "$@"
"""
CUT_OFF = """#!/bin/sh
for word; do case $word in --pgdata=*) echo 18 >"${word#--pgdata=}/PG_VERSION";; esac; done
kill -9 $PPID
"""


@pytest.fixture
def here() -> Generator[Home]:
    with home(NEWEST) as made:
        yield made


@pytest.fixture
def primary(here: Home) -> Generator[dict[str, str]]:
    """The environment of a primary that was set up by its script and runs."""
    env = environment(here, here.folder / "primary", free_port())
    run(here, env, "initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "-D", env["PGDATA"])
    with started(here, env):
        run(here, env, "/bin/sh", script(here, "primary.sh"))
    with started(here, env):
        yield env


@contextmanager
def standing_by(here: Home, primary: Mapping[str, str]) -> Generator[dict[str, str]]:
    """A standby that its script has brought up, once the primary waits for it."""
    behind = {**primary, "PGDATA": str(here.folder / "standby"), "PGPORT": str(free_port())}
    with started(here, behind, "/bin/sh", script(here, "standby.sh")):
        asked = "SELECT sync_state FROM pg_stat_replication WHERE application_name = 'standby'"
        for _ in range(100):
            if said(here, primary, asked) == "sync":
                break
            sleep(0.05)
        assert said(here, primary, asked) == "sync"
        yield behind


def in_place_of(here: Home, program: str, words: str) -> Path:
    """A folder in which something else bears the name of this program."""
    folder = here.folder / "instead"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    (folder / program).write_text(words.replace("{real}", str(here.programs / "bin" / program)))
    (folder / program).chmod(0o755)
    return folder


@pytest.mark.req("D24")
def test_what_is_acknowledged_lies_on_both_disks(here: Home, primary: dict[str, str]):
    """The standby copies the primary by itself; from then on a commit waits for it, and is read there."""
    with standing_by(here, primary) as behind:
        said(here, primary, "CREATE TABLE pins (id int); INSERT INTO pins VALUES (7)", "yoriai")
        said(here, primary, "SELECT pg_sleep(0.2)")
        assert said(here, behind, "SELECT id FROM pins", "yoriai") == "7"
        # What doctor asks is seen by a user without any rights of its own, too.
        assert said(here, primary, str(STANDS_BY), "yoriai") == "t|t"
    assert said(here, primary, str(STANDS_BY), "yoriai") == "t|f"
    with asking(here, primary, "INSERT INTO pins VALUES (8)") as waiting:
        sleep(0.5)
        assert waiting.poll() is None, "nothing is acknowledged that lies on one disk alone"


@pytest.mark.req("D24", "F5", "N97")
def test_a_standby_that_takes_over_does_not_wait_for_a_standby_that_it_has_not(
    here: Home, primary: dict[str, str]
):
    with standing_by(here, primary) as behind:
        run(here, behind, "pg_ctl", "-w", "promote")
        said(here, behind, "CREATE TABLE pins (id int); INSERT INTO pins VALUES (7)", "yoriai")


def test_a_copy_that_was_cut_off_is_begun_anew(here: Home, primary: dict[str, str]):
    instead = in_place_of(here, "pg_basebackup", CUT_OFF)
    behind = {**primary, "PGDATA": str(here.folder / "standby"), "PATH": f"{instead}:{primary['PATH']}"}
    with pytest.raises(AssertionError):
        run(here, behind, "/bin/sh", script(here, "standby.sh"), "true")
    with standing_by(here, primary):
        pass


@pytest.mark.req("N130")
def test_no_password_stands_among_the_arguments_of_a_program(here: Home):
    """They can be read by everybody on the machine for as long as it runs, and a first copy takes hours."""
    arguments = here.folder / "arguments"
    arguments.touch()
    arguments.chmod(0o666)
    for program in ("psql", "pg_basebackup"):
        instead = in_place_of(here, program, WATCHED)
    env = environment(here, here.folder / "primary", free_port()) | {"ARGUMENTS": str(arguments)}
    run(here, env, "initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "-D", env["PGDATA"])
    env["PATH"] = f"{instead}:{env['PATH']}"
    with started(here, env):
        run(here, env, "/bin/sh", script(here, "primary.sh"))
    with started(here, env), standing_by(here, env):
        pass
    seen = arguments.read_text()
    assert "/psql " in seen
    assert "/pg_basebackup " in seen
    assert not any(secret in seen for secret in SECRETS.values())


def said(here: Home, env: Mapping[str, str], command: str, user: str = "postgres") -> str:
    with asking(here, env, command, user) as running:
        output, error = running.communicate(timeout=20)
    assert running.returncode == 0, error
    return output.strip()


@contextmanager
def asking(
    here: Home, env: Mapping[str, str], command: str, user: str = "yoriai"
) -> Generator["subprocess.Popen[str]"]:
    """One command, which may take as long as it likes until the block ends."""
    database = "yoriai" if user == "yoriai" else "postgres"
    where = ["-h", "127.0.0.1", "-p", env["PGPORT"], "-U", user, "-d", database]
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
