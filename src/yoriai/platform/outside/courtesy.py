"""Letting everybody else go first, for a process of its own whose work may wait."""

import ctypes
import os
import platform
import struct
import sys
from typing import Final

NUMBERS: Final = {"x86_64": 314, "aarch64": 274}
"""Of sched_setattr(2), which the C library does not offer everywhere."""
ATTRIBUTES: Final = struct.Struct("=IIQiIQQQII")
"""sched_attr, as sched_setattr(2) has it: size, policy, flags, nice, priority, runtime, and what no ordinary process has."""
TURN: Final = 100_000  # nanoseconds


def stand_aside() -> None:
    """Run only while nobody else wants to, in turns so short that whoever comes meanwhile hardly waits.

    Linux weighs all that belongs to a session or a service as one (sched(7), autogroup). Threads of the kernel, which
    bring to the disk what the server writes, wait until its turn is over, however humble the process is that has it:
    so turns are a tenth of a millisecond. Linux takes them as short since 6.12; before, and elsewhere, nothing is lost.
    """
    if sys.platform == "linux":
        _take_short_turns()
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _take_short_turns() -> None:
    if number := NUMBERS.get(platform.machine()):
        wanted = ATTRIBUTES.pack(ATTRIBUTES.size, os.SCHED_OTHER, 0, 0, 0, TURN, 0, 0, 0, 0)
        ctypes.CDLL(None).syscall(number, 0, wanted, 0)
