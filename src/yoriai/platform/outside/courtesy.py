"""Letting whoever talks go first: what a server, and a process that it has begun, say to the system about their turns."""

import ctypes
import os
import platform
import struct
import sys
from typing import Final

RANK: Final = 10
"""Of what foreign files are read by (nice(2)): a tenth of a processor that everybody wants, and all that is free."""
_SHORT: Final = 100_000
"""Nanoseconds, the shortest turn that may be asked for."""
_USUAL: Final = 0
_NUMBERS: Final = {"x86_64": 314, "aarch64": 274}  # of sched_setattr(2)
_LIBRARY: Final = ctypes.CDLL(None, use_errno=True)


def stand_aside() -> None:
    """Run only while nobody else wants to. Only on Linux can a process do that; elsewhere nothing is lost.

    Its turns stay as long as the system makes them: Linux weighs all that belongs to a session or a service as one
    (sched(7), autogroup) and prefers who asks for short turns, even to the threads of the kernel that bring to the disk
    what the server writes.
    """
    if sys.platform == "linux":
        _ask_for(
            0, rank=os.getpriority(os.PRIO_PROCESS, 0), turn=_USUAL
        )  # asked of whoever is aside, it is ignored
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def take_short_turns() -> None:
    """From now on this process, and each thread that it begins, has its turn as soon as it wakes, beside others of its
    session that compute. Linux knows of it from 6.12 on; elsewhere nothing is lost."""
    if sys.platform == "linux":
        _ask_for(0, rank=os.getpriority(os.PRIO_PROCESS, 0), turn=_SHORT)


def give_way(process: int = 0) -> None:
    """From now on this process (0: whoever asks), and what it begins, leaves the processor to whoever began it, and
    still has a share of it. There is no way back. `ProcessLookupError` where there is none."""
    os.setpriority(os.PRIO_PROCESS, process, RANK)
    if sys.platform == "linux":
        _ask_for(process, rank=RANK, turn=_USUAL)


def _ask_for(process: int, *, rank: int, turn: int) -> None:
    """Where the system does not know of turns it says no, or nothing comes of it. They are handed down to whatever a
    process begins, which is why the usual ones are asked for as well."""
    number = _NUMBERS.get(platform.machine())
    if number is not None:
        wanted = struct.pack("=IIQiIQQQ", 48, os.SCHED_OTHER, 0, rank, 0, turn, 0, 0)
        _LIBRARY.syscall(number, process, wanted, 0)
