"""Called inside, by whatever is caged, when it has imported all it needs and before it looks at one foreign byte."""

import ctypes
import errno
import os
import platform
import resource
import select
import signal
from pathlib import Path
from typing import Final

from yoriai.platform.outside.cage import filtering, landlock
from yoriai.platform.outside.cage.limits import Limits
from yoriai.platform.outside.courtesy import give_way

NOBODY: Final = 65534
MOST_THREADS: Final = 4096
"""Of everybody who has this user's number, together: a decoder needs two, and the system has some ten thousand."""
_NO_NEW_RIGHTS, _NO_DUMPS, _DIE_WITH_PARENT, _FILTER = 38, 4, 1, 22  # as prctl(2) numbers them
_BY_PROGRAM = 2
_LIBRARY: Final = ctypes.CDLL(None, use_errno=True)


def lock(words: str, *, without_files: bool = True) -> None:
    """From now on the system holds this process to its bounds and to its input and output. `OSError` where it does not:
    then nothing foreign is to be looked at. `without_files` is asked where nothing else keeps the files away."""
    limits = Limits.read(words)
    give_way()
    _be_alone()
    _be_nobody()
    _told(_DIE_WITH_PARENT, signal.SIGKILL)
    _be_waited_for()
    _told(_NO_DUMPS, 0)
    _told(_NO_NEW_RIGHTS, 1)
    for bound, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, _allowed(resource.RLIMIT_NPROC, MOST_THREADS)),
    ):
        resource.setrlimit(bound, (most, most))
    if without_files or landlock.version():
        landlock.give_up_files()
    _filter(filtering.program(platform.machine()))


def _be_waited_for() -> None:
    """Whoever waits may have died before the system was told what to do then. Its end of the pipe is shut by that."""
    output = select.poll()
    output.register(1, 0)  # of its end one is always told
    if output.poll(0):
        raise OSError(errno.EPIPE, "nobody waits for it")


class Peak:
    """The most memory that this process has used, which it can still tell when it can open nothing any more."""

    def __init__(self) -> None:
        self._status = Path("/proc/self/status").open("rb", buffering=0)  # noqa: SIM115 open until the process ends

    def bytes(self) -> int:
        """In bytes; 0 where the system does not say."""
        self._status.seek(0)
        for line in self._status.read(64 * 1024).splitlines():
            if line.startswith(b"VmHWM:"):
                return int(line.split()[1]) * 1024
        return 0


def _allowed(bound: int, most: int) -> int:
    """As much, or what is allowed already where that is less."""
    _, hard = resource.getrlimit(bound)
    return most if hard == resource.RLIM_INFINITY else min(most, hard)


def _be_alone() -> None:
    """Filter and rules hold the thread that asks for them. Another, which a library has begun meanwhile, would be free,
    and shares all memory with the one that is held."""
    if len(list(Path("/proc/self/task").iterdir())) != 1:
        raise OSError(errno.EBUSY, "more than one thread")


def _be_nobody() -> None:
    """Whoever was begun by root is nobody from now on, and cannot come back."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def _told(what: int, value: int) -> None:
    if _LIBRARY.prctl(what, ctypes.c_ulong(value), 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {what} refused")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def _filter(steps: bytes) -> None:
    program = _Program(len(steps) // 8, steps)
    if _LIBRARY.prctl(_FILTER, ctypes.c_ulong(_BY_PROGRAM), ctypes.byref(program), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "no filter of system calls")
