"""Reading a roster file: never in this process, but in a cage, and never longer or larger than it may be (R8)."""

import threading

import orjson
from pydantic import BaseModel, TypeAdapter

from yoriai.kit.errors import Refused
from yoriai.people.accounts.roster import faults
from yoriai.people.accounts.roster.faults import RosterNoCage, RosterTooLarge, RosterTooMuch
from yoriai.people.accounts.roster.sheet import MOST_BYTES, MOST_MEGABYTES, Sheet
from yoriai.platform.outside.cage.beside import beside
from yoriai.platform.outside.cage.choice import NoCage, choice
from yoriai.platform.outside.cage.kinds import Program
from yoriai.platform.outside.cage.limits import MEBIBYTE, Limits
from yoriai.platform.outside.cage.run import GaveUp, run

READER = "yoriai.people.accounts.roster.reader"
LIMITS = Limits(cpu=20, memory=768 * MEBIBYTE, seconds=40.0, output=64 * MEBIBYTE)
AT_ONCE = 2  # readers beside the server: each may use up its bounds

_REFUSALS: dict[str, type[Refused]] = {kind.code: kind for kind in faults.OF_FILES}
_places = threading.BoundedSemaphore(AT_ONCE)


class _Refusal(BaseModel):
    refused: str
    details: dict[str, int]


_SAID: TypeAdapter[Sheet | _Refusal] = TypeAdapter(Sheet | _Refusal)


async def read(data: bytes, sheet: str = "") -> Sheet:
    """The rows in a file, or the one reason why there are none."""
    if len(data) > MOST_BYTES:
        raise RosterTooLarge(most=MOST_MEGABYTES)
    try:
        found = await beside(lambda: _found(data, sheet))
    except GaveUp:
        raise RosterTooMuch from None
    except (NoCage, OSError):  # the machine has none, or cannot begin it any more
        raise RosterNoCage from None
    if isinstance(found, _Refusal):
        raise _REFUSALS[found.refused](**found.details)
    return found


def _found(data: bytes, sheet: str) -> Sheet | _Refusal:
    with _places:
        cage = choice().best
        said = run(cage, Program.module(READER, sheet, cage), data, LIMITS)
    return _SAID.validate_python(orjson.loads(said))
