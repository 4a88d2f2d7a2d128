"""A process that lets everybody else go first, as the system itself tells of it."""

import os
import subprocess
import sys

import pytest

from yoriai.platform.outside import courtesy

TOLD = "import os; from yoriai.platform.outside.courtesy import stand_aside; stand_aside(); print(os.sched_getscheduler(0))"


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
