"""Failpoints: a named place kills the process there, and only if the environment says so."""

import signal
import subprocess
import sys

import pytest

SCRIPT = """
from yoriai.platform.failpoints import Failpoint, reach
for turn in range(3):
    reach(Failpoint.BEFORE_COMMIT)
    print(turn, flush=True)
    reach(Failpoint.AFTER_COMMIT)
"""


def run(failpoint: str | None) -> tuple[int, str, str]:
    env = {"PATH": "/usr/bin:/bin"} | ({"YORIAI_FAILPOINT": failpoint} if failpoint is not None else {})
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=env, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.req("N93")
@pytest.mark.parametrize(
    ("failpoint", "printed"),
    [
        ("before_commit", ""),
        ("before_commit:2", "0\n"),
        ("after_commit:2", "0\n1\n"),
    ],
)
def test_the_process_dies_at_the_place_named_as_by_a_kill(failpoint: str, printed: str):
    assert run(failpoint)[:2] == (-signal.SIGKILL, printed)


@pytest.mark.parametrize("failpoint", [None, "", "before_commit:9", "socket_read"])
def test_otherwise_nothing_happens(failpoint: str | None):
    assert run(failpoint)[:2] == (0, "0\n1\n2\n")


def test_a_place_that_does_not_exist_is_said_at_once():
    code, printed, said = run("nowhere")
    assert (code, printed) == (1, "")
    assert "nowhere" in said
