"""A process that lets everybody else go first, as the system itself tells of it."""

import json
import os
import platform
import subprocess
import sys

import pytest

from yoriai.platform.outside import courtesy

GETATTR = {"x86_64": 315, "aarch64": 275}  # sched_getattr(2)
TOLD = """
import ctypes, json, os
from yoriai.platform.outside.courtesy import ATTRIBUTES, stand_aside
stand_aside()
held = ctypes.create_string_buffer(ATTRIBUTES.size)
ctypes.CDLL(None).syscall({number}, 0, held, ATTRIBUTES.size, 0)
print(json.dumps([os.sched_getscheduler(0), ATTRIBUTES.unpack(held.raw)[5]]))
"""
SINCE = (6, 12)
"""Of Linux: before, nobody chooses how long their turns are."""


def test_it_takes_only_what_nobody_wants_and_in_short_turns():
    number = GETATTR[platform.machine()]
    told = subprocess.run(
        [sys.executable, "-c", TOLD.format(number=number)], capture_output=True, check=True, timeout=60
    )
    policy, turn = json.loads(told.stdout)
    assert policy == os.SCHED_IDLE
    kernel = tuple(int(part) for part in os.uname().release.split(".")[:2])
    if kernel >= SINCE:
        assert turn == courtesy.TURN


@pytest.mark.parametrize("machine", ["riscv64", platform.machine()])
def test_elsewhere_nothing_is_asked_of_the_system(monkeypatch, machine):
    asked: list[object] = []
    monkeypatch.setattr(courtesy.sys, "platform", "darwin")
    monkeypatch.setattr(courtesy.platform, "machine", lambda: machine)
    monkeypatch.setattr(courtesy.ctypes, "CDLL", asked.append)
    courtesy.stand_aside()
    assert asked == []
    monkeypatch.setattr(courtesy.sys, "platform", "linux")
    monkeypatch.setattr(courtesy.os, "sched_setscheduler", lambda *_: asked.append("aside"))
    if machine not in courtesy.NUMBERS:
        courtesy.stand_aside()
        assert asked == ["aside"]
