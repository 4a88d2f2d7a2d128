"""A server whose decoders of images are taken over by what they decode (F23): by the mark that a picture carries, they
hang, fork, grow, or die, within their cage and once it is shut."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from tests import warm
from yoriai.people.files.sanitizing import methods
from yoriai.platform.outside.cage.kinds import Program

SECONDS: Final = 6.0
"""That a decoder has, instead of a hundred: so that many which hang come to their end within a bout."""
MARK: Final = "spoilt-decoder:"
WAYS: Final[Mapping[str, str]] = {
    "computes": "while True: pass",
    "sleeps": "time.sleep(600)",
    "keeps its output shut": "os.close(1); time.sleep(600)",
    "forks": "while True: os.fork()",
    "grows": "kept = []\nwhile True: kept.append(bytearray(2**24))",
    "talks": "while True: os.write(1, b'x' * 65536)",
    "aborts": "os.abort()",
    "segfaults": "ctypes.string_at(0)",
}
_TAKEN_OVER: Final = f"""
import ctypes, os, sys, time
from yoriai.people.files.sanitizing import decoder
opened, ways = decoder._opened, {{{", ".join(f"{name!r}: compile({code!r}, 'way', 'exec')" for name, code in WAYS.items())}}}
def taken_over(kind, data):
    for name, code in ways.items():
        if {MARK!r}.encode() + name.encode() in data:
            exec(code)
    return opened(kind, data)
decoder._opened = taken_over
sys.exit(decoder.main(*sys.argv[1:4]))
"""


def apart(*, is_server: bool) -> None:
    """Whoever measures has a processor of its own, if there are two, so that it is the server that is measured: those
    who talk to a server do not sit at its machine."""
    first, *others = sorted(os.sched_getaffinity(0))
    if others:
        os.sched_setaffinity(0, others if is_server else [first])


def taken_over(honest: Callable[..., Program]) -> Callable[..., Program]:
    """The programs by their names, with decoders that pictures take over."""

    def chosen(name: str, *more: str) -> Program:
        if name.endswith("sanitizing.decoder"):
            return Program(("-c", _TAKEN_OVER, *more))
        return honest(name, *more)

    return chosen


def spoilt(*words: str) -> None:
    """Such a server."""
    apart(is_server=True)
    methods.Program.module = taken_over(Program.module)  # pyright: ignore[reportAttributeAccessIssue] as a static one
    methods.LIMITS = replace(methods.LIMITS, seconds=SECONDS)
    warm.yoriai(*words)
