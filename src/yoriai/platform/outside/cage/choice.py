"""Which cage this machine has. Each is tried before it is trusted: what the kernel knows, it may still not grant."""

from dataclasses import dataclass
from functools import cache

from yoriai.platform.outside.cage.kinds import Cage, Program
from yoriai.platform.outside.cage.limits import Limits
from yoriai.platform.outside.cage.run import GaveUp, run

_TRIAL = Limits(cpu=10, seconds=60.0, output=100)


class NoCage(Exception):
    """This machine has none: nothing foreign is read on it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The cages that hold here, the better one first."""

    held: tuple[Cage, ...]

    @property
    def best(self) -> Cage:
        """The one to use. `NoCage` where there is none."""
        if not self.held:
            raise NoCage
        return self.held[0]


def choice() -> Choice:
    """What holds on this machine. It is found out once in a process, which takes a tenth of a second; where nothing was
    found to hold, it is tried again the next time: a machine that is very busy may not come to it."""
    found = _found()
    if not found.held:
        _found.cache_clear()
    return found


@cache
def _found() -> Choice:
    return Choice(tuple(cage for cage in Cage if holds(cage)))


def holds(cage: Cage) -> bool:
    """Whether a process can be begun in this cage and is kept in by it."""
    try:
        said = run(cage, Program.module("yoriai.platform.outside.cage.trial", cage), b"", _TRIAL)
    except (GaveUp, OSError):
        return False
    return said == b"shut"
