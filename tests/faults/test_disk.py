"""When the power goes, the embedded database keeps what was committed; and a disk that lies is found out."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from tests.faults.disk import Disk
from yoriai.platform.db.sqlite import AT_OPENING

CUTS = 8
SEED = int(os.environ.get("YORIAI_SEED", "20261126"))
# Says of each row that it is safe as soon as its commit has come back, as the server does of a message.
WRITER = """
import sys
from pysqlite3 import dbapi2 as sqlite
path, *pragmas = sys.argv[1:]
there = sqlite.connect(path, isolation_level=None)
for pragma in pragmas:
    there.execute(pragma)
there.execute("CREATE TABLE IF NOT EXISTS said (number INTEGER PRIMARY KEY, words TEXT)")
number = there.execute("SELECT coalesce(max(number), 0) FROM said").fetchone()[0]
while True:
    number += 1
    there.execute("INSERT INTO said VALUES (?, ?)", (number, "寄" * (number % 2000)))
    print(number, flush=True)
"""


def lost_in_cuts(folder: Path, *, lies: bool) -> int:
    """How many rows are not there that were said to be safe, after several cuts in mid write."""
    dice, lost = random.Random(SEED), 0
    disk = Disk.below(folder, lies=lies)
    pragmas = [each for each in AT_OPENING if "foreign" not in each]
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
        with sqlite.connect(folder / "said.db") as there:
            assert there.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            kept = {number for (number,) in there.execute("SELECT number FROM said")}
        lost += len(set(acknowledged) - kept)
    return lost


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.mark.req("F2", "R6", "D23", "C1")
def test_what_was_committed_outlives_power_cuts(folder: Path):
    assert lost_in_cuts(folder, lies=False) == 0


@pytest.mark.req("F2", "R6")
def test_what_a_disk_lost_that_lied_about_it_is_found(folder: Path):
    try:
        lost = lost_in_cuts(folder, lies=True)
    except (sqlite.DatabaseError, AssertionError):
        return  # it did not even open
    assert lost > 0
