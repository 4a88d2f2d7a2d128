"""The filter of system calls: what a process that only computes needs, and nothing else (seccomp(2)).

A list of what is allowed, so that a call which the kernel learns tomorrow is refused as well. Nothing opens, begins,
traces, signals or connects anything, no memory becomes code, and a new thread is a thread and no process.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_LOAD, _EQUALS, _HAS_BITS, _RETURN = 0x20, 0x15, 0x45, 0x06  # as BPF numbers its instructions
_ALLOW, _KILL, _NO = 0x7FFF0000, 0x80000000, 0x00050000
_NOT_PERMITTED, _NO_SUCH_CALL = 1, 38  # EPERM; ENOSYS, after which the C library tries the older call
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16  # where they stand in what the filter sees

_RUNS_CODE = 0x4  # PROT_EXEC
_IS_THREAD = 0x10000  # CLONE_THREAD
_OPEN_FILE = 0x1000  # AT_EMPTY_PATH: about a file that is open already, not about a name


@dataclass(frozen=True, slots=True)
class _Machine:
    """How one kind of processor numbers the calls."""

    token: int
    free: Sequence[int]
    """read, write, close, poll or ppoll, lseek, munmap, brk, mremap, madvise, signals of its own, time, chance, end"""
    maps: Sequence[int]
    """mmap, mprotect"""
    stat: int
    begin: int
    """clone"""


MACHINES: Final[Mapping[str, _Machine]] = {
    "x86_64": _Machine(
        token=0xC000003E,
        free=(
            *(
                0,
                1,
                3,
                5,
                7,
                8,
                11,
                12,
                13,
                14,
                15,
                19,
                20,
                24,
                25,
                28,
                35,
                39,
                60,
                96,
                98,
                99,
                131,
                186,
                202,
            ),
            *(204, 219, 228, 230, 231, 271, 273, 318, 324, 334),
        ),
        maps=(9, 10),
        stat=262,
        begin=56,
    ),
    "aarch64": _Machine(
        token=0xC00000B7,
        free=(
            *(
                57,
                62,
                63,
                64,
                65,
                66,
                73,
                80,
                93,
                94,
                98,
                99,
                101,
                113,
                115,
                123,
                124,
                128,
                132,
                134,
                135,
                139,
            ),
            *(165, 169, 172, 178, 179, 214, 215, 216, 233, 278, 283, 293),
        ),
        maps=(222, 226),
        stat=79,
        begin=220,
    ),
}
_BEGIN_ANEW = 435  # clone3 on both; what it is asked for lies in memory, where a filter cannot look


def program(machine: str) -> bytes:
    """The filter for this kind of processor, as the kernel reads it. `KeyError` for one that it does not know."""
    return b"".join(_instructions(MACHINES[machine]))


def _instructions(machine: _Machine) -> Iterator[bytes]:
    yield _step(_LOAD, _MACHINE)
    yield _step(_EQUALS, machine.token, 1, 0)
    yield _step(_RETURN, _KILL)
    yield _step(_LOAD, _NUMBER)
    for number in machine.free:
        yield _step(_EQUALS, number, 0, 1)
        yield _step(_RETURN, _ALLOW)
    for number in machine.maps:
        yield from _by_bits(number, 2, _RUNS_CODE, has=_NO | _NOT_PERMITTED, has_not=_ALLOW)
    yield from _by_bits(machine.stat, 3, _OPEN_FILE, has=_ALLOW, has_not=_NO | _NOT_PERMITTED)
    yield from _by_bits(machine.begin, 0, _IS_THREAD, has=_ALLOW, has_not=_NO | _NOT_PERMITTED)
    yield _step(_EQUALS, _BEGIN_ANEW, 0, 1)
    yield _step(_RETURN, _NO | _NO_SUCH_CALL)
    yield _step(_RETURN, _NO | _NOT_PERMITTED)


def _by_bits(number: int, argument: int, bits: int, *, has: int, has_not: int) -> Iterator[bytes]:
    """What becomes of a call according to whether an argument has one of these bits. Both machines are little-endian."""
    yield _step(_EQUALS, number, 0, 4)
    yield _step(_LOAD, _ARGUMENTS + 8 * argument)
    yield _step(_HAS_BITS, bits, 0, 1)
    yield _step(_RETURN, has)
    yield _step(_RETURN, has_not)


def _step(code: int, value: int, when: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("<HBBI", code, when, otherwise, value)
