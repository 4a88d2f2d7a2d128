"""Giving up every file and every door to the network for good, as the kernel lets any process do it (landlock(7))."""

import ctypes
import struct
from typing import Final

_CREATE, _RESTRICT = 444, 446  # the numbers of the calls on every machine
_ASK_VERSION = 1
_LIBRARY: Final = ctypes.CDLL(None, use_errno=True)


def version() -> int:
    """Which version of it the kernel knows; 0 for none."""
    return max(0, _LIBRARY.syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(_ASK_VERSION)))


def give_up_files() -> None:
    """From now on this process and its children open, make, list and run nothing, bind and connect nothing, and signal
    nobody outside: as far as this kernel's version goes. What is open already stays open. `OSError` where it fails."""
    known = version()
    files = (1 << _files(known)) - 1
    network = 0b11 if known >= 4 else 0
    others = 0b11 if known >= 6 else 0  # names of sockets without a file, and signals
    wanted = struct.pack("=QQQ", files, network, others)[: _bytes(known)]
    rules = _LIBRARY.syscall(_CREATE, wanted, ctypes.c_size_t(len(wanted)), ctypes.c_uint(0))
    if rules < 0:
        raise OSError(ctypes.get_errno(), "no rules of landlock")
    if _LIBRARY.syscall(_RESTRICT, ctypes.c_int(rules), ctypes.c_uint(0)) != 0:
        raise OSError(ctypes.get_errno(), "not held to the rules of landlock")


def _files(known: int) -> int:
    """How many acts on files the version knows; each later one is a finer distinction."""
    return 13 + (known >= 2) + (known >= 3) + (known >= 5)


def _bytes(known: int) -> int:
    return 8 if known < 4 else 16 if known < 6 else 24
