"""Both cages, and programs that behave badly in them once they are locked in."""

from textwrap import dedent

import pytest

from yoriai.platform.outside.cage.kinds import Cage, Program, files_wanted
from yoriai.platform.outside.cage.limits import MEBIBYTE, Limits

EACH_CAGE = [
    pytest.param(Cage.LANDLOCK, id="landlock"),
    pytest.param(Cage.BUBBLEWRAP, id="bubblewrap", marks=pytest.mark.outside("bwrap")),
]
QUICK = Limits(cpu=20, memory=512 * MEBIBYTE, seconds=20.0, output=MEBIBYTE)

LOCKED = """
import ctypes, os, resource, signal, socket, sys, time
from yoriai.platform.outside.cage.inside import lock
lock(sys.argv[-1], without_files={files})
"""


def locked_in(cage: Cage, code: str) -> Program:
    """A program that locks itself in, as the product's own do, and then does this."""
    return Program(("-c", LOCKED.format(files=files_wanted(cage)) + dedent(code)))
