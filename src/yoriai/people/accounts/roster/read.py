"""Reading a roster file: never in this process, and never longer or larger than it may be."""

import asyncio

import orjson
from pydantic import BaseModel, TypeAdapter

from yoriai.kit.errors import Refused
from yoriai.people.accounts.roster import faults
from yoriai.people.accounts.roster.faults import RosterTooLarge, RosterTooMuch
from yoriai.people.accounts.roster.sheet import MOST_BYTES, MOST_MEGABYTES, Sheet
from yoriai.platform.outside.caged import Bounds, GaveUp, caged

READER = "yoriai.people.accounts.roster.reader"
BOUNDS = Bounds()
AT_ONCE = 2  # readers beside the server: each may use up its bounds

_REFUSALS: dict[str, type[Refused]] = {kind.code: kind for kind in faults.OF_FILES}
_places = asyncio.Semaphore(AT_ONCE)


class _Refusal(BaseModel):
    refused: str
    details: dict[str, int]


_SAID: TypeAdapter[Sheet | _Refusal] = TypeAdapter(Sheet | _Refusal)


async def read(data: bytes, sheet: str = "") -> Sheet:
    """The rows in a file, or the one reason why there are none."""
    if len(data) > MOST_BYTES:
        raise RosterTooLarge(most=MOST_MEGABYTES)
    try:
        async with _places:
            said = await caged(READER, [sheet], data, BOUNDS)
    except GaveUp:
        raise RosterTooMuch from None
    found = await asyncio.to_thread(lambda: _SAID.validate_python(orjson.loads(said)))
    if isinstance(found, _Refusal):
        raise _REFUSALS[found.refused](**found.details)
    return found
