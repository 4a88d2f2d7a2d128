"""When the power goes, the embedded database keeps what was committed; and what is lost is counted, message by message."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from tests import warm
from tests.faults.checker import violations
from tests.faults.crew import two_talking
from tests.faults.disk import Disk
from tests.faults.server import Server
from tests.grounds import Ground
from yoriai.platform.db.sqlite import AT_OPENING

CUTS = 8
ACKNOWLEDGED = 50  # messages before the power goes, and after it
SEED = int(os.environ.get("YORIAI_SEED", "20261126"))
# Says of each row that it is safe as soon as its commit has come back, as the server does of a message.
WRITER = """
import sys
from pysqlite3 import dbapi2 as sqlite
path, *pragmas = sys.argv[1:]
there = sqlite.connect(path, isolation_level=None)
for pragma in pragmas:
    there.execute(pragma)
number = there.execute("SELECT coalesce(max(number), 0) FROM said").fetchone()[0]
while True:
    number += 1
    there.execute("INSERT INTO said VALUES (?, ?)", (number, "寄" * (number % 2000)))
    print(number, flush=True)
"""


PRAGMAS = [each for each in AT_OPENING if "foreign" not in each]
HASTY = "PRAGMA synchronous=NORMAL"  # answers before it syncs, and hurts no file


def lost_in_cuts(folder: Path, *pragmas: str, lies: bool = False) -> tuple[int, int]:
    """How many rows are not there that were said to be safe, and of how many, after several cuts in mid write."""
    dice, lost, said = random.Random(SEED), 0, 0
    with closing(sqlite.connect(folder / "said.db")) as there:
        there.execute("CREATE TABLE said (number INTEGER PRIMARY KEY, words TEXT)")
    disk = Disk.below(folder, lies=lies)
    for _ in range(CUTS):
        command = [sys.executable, "-c", WRITER, str(folder / "said.db"), *pragmas]
        with subprocess.Popen(
            command, env={**os.environ, **disk.surroundings}, stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout
            acknowledged = [int(writer.stdout.readline()) for _ in range(dice.randint(5, 60))]
            writer.send_signal(signal.SIGKILL)
            acknowledged += [int(line) for line in writer.stdout.read().split(b"\n")[:-1]]
        disk.cut_the_power(dice)
        with closing(sqlite.connect(folder / "said.db")) as there:
            assert there.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            kept = {number for (number,) in there.execute("SELECT number FROM said")}
        lost += len(set(acknowledged) - kept)
        said += len(acknowledged)
    return lost, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.mark.req("F2", "R6", "D23", "C1")
def test_what_was_committed_outlives_power_cuts(folder: Path):
    lost, said = lost_in_cuts(folder, *PRAGMAS)
    assert (lost, said > 100) == (0, True)


@pytest.mark.req("F2", "R6")
def test_what_was_acknowledged_before_it_was_synced_is_counted_as_lost(folder: Path):
    lost, said = lost_in_cuts(folder, *PRAGMAS, HASTY)
    assert 0 < lost <= said


@pytest.mark.req("F2", "R6")
def test_on_a_disk_that_lies_all_of_it_is_lost(folder: Path):
    lost, said = lost_in_cuts(folder, *PRAGMAS, lies=True)
    assert lost == said > 100


@pytest.mark.req("F4", "N96", "R6", "C1")
def test_a_write_that_fails_is_acknowledged_by_nobody(folder: Path):
    """Whichever write it is, and whether one fails or a few: what was said to be safe is there, and it opens."""
    with closing(sqlite.connect(folder / "said.db")) as there:
        there.execute("CREATE TABLE said (number INTEGER PRIMARY KEY, words TEXT)")
    disk, ended = Disk.below(folder), 0
    for first in range(1, 25):
        disk.fail(first, 1 + first % 3)
        command = [sys.executable, "-c", WRITER, str(folder / "said.db"), *PRAGMAS]
        surroundings = {**os.environ, **disk.surroundings}
        with subprocess.Popen(
            command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as writer:
            assert writer.stdout
            acknowledged: list[int] = []
            for line in iter(writer.stdout.readline, b""):
                acknowledged.append(int(line))
                if len(acknowledged) == 60 and not disk.still_to_fail():
                    writer.kill()  # what failed was nothing that a commit needed
            ended += writer.wait() == 1
        disk.fail(0, 0)
        with closing(sqlite.connect(folder / "said.db")) as there:
            assert there.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            kept = {number for (number,) in there.execute("SELECT number FROM said")}
        assert set(acknowledged) <= kept
    assert ended > 12, "a write that a commit needs ends whoever writes, and says nothing of it"


@pytest.mark.anyio
@pytest.mark.req("F2", "C1", "N94")
@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
@pytest.mark.parametrize("lies", [False, True], ids=["a disk", "a disk that lies"])
async def test_acknowledged_messages_that_the_power_took_are_counted(
    ground: Ground, folder: Path, *, lies: bool
) -> None:
    """The whole way: a server that takes fsync at its word, people who were told that they are safe, and the checker."""
    disk = Disk.below(folder, lies=lies)
    with ground.copied(folder) as url:
        server = Server(folder, url)
        run = partial(warm.surrounded, disk.surroundings)
        await server.start(run=run)
        try:
            async with two_talking([server.node], SEED) as crew:
                await crew.acknowledge(ACKNOWLEDGED)
                await server.kill()
                disk.cut_the_power(random.Random(SEED))
                await server.start(run=run)
                await crew.acknowledge(ACKNOWLEDGED)
                await crew.settled()
                broken = violations(crew.history, await crew.final())
        finally:
            server.stop()
    lost = Counter(each.id for each in broken)["C1"]
    if lies:
        assert ACKNOWLEDGED / 2 < lost <= crew.acknowledged
    else:
        assert broken == []
