"""A process that lets everybody else go first, as the system itself tells of it."""

import os
import subprocess
import sys

import pytest

from tests.platform.turns import KNOWS_TURNS, SHORT, told_of
from yoriai.platform.outside import courtesy

TOLD = "import os; from yoriai.platform.outside.courtesy import stand_aside; stand_aside(); print(os.sched_getscheduler(0))"

BEGINS = """
import subprocess, sys
from yoriai.platform.outside.courtesy import give_way, stand_aside, take_short_turns
take_short_turns()
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdout.readline()
if sys.argv[2] == "gives way":
    give_way(child.pid)
print(child.pid, flush=True)
sys.stdin.readline()
child.communicate()
"""
ITSELF = "from yoriai.platform.outside.courtesy import *; stand_aside(); print(flush=True); input()"


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has such turns")
@pytest.mark.parametrize(
    ("how", "of_child", "expected"),
    [
        ("gives way", "print(flush=True); input()", (os.SCHED_OTHER, courtesy.RANK)),
        ("stands aside", ITSELF, (os.SCHED_IDLE, 0)),
    ],
)
def test_a_server_has_short_turns_and_what_it_begins_has_not(how, of_child, expected):
    with subprocess.Popen(
        [sys.executable, "-c", BEGINS, of_child, how], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        child = int(server.stdout.readline())
        of_server, *of_child = told_of(server.pid), *told_of(child)
        server.communicate(b"\n")
    assert of_server == (os.SCHED_OTHER, 0, SHORT)
    assert tuple(of_child[:2]) == expected
    assert not KNOWS_TURNS or of_child[2] > SHORT


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has such a class")
def test_it_takes_only_what_nobody_wants():
    told = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, check=True, timeout=60)
    assert int(told.stdout) == os.SCHED_IDLE


def test_elsewhere_nothing_is_asked_of_the_system(monkeypatch):
    asked: list[object] = []
    monkeypatch.setattr(courtesy.sys, "platform", "darwin")
    monkeypatch.setattr(courtesy.os, "sched_setscheduler", lambda *wanted: asked.append(wanted))
    courtesy.stand_aside()
    assert asked == []
