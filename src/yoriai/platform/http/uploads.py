"""Files on their way in: the few routes that take raw bytes, how many of them, and how long that may last."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import ClientDisconnect, Request

from yoriai.kit.errors import NotNow, Unparseable

OCTETS = "application/octet-stream"
PATIENCE = 300.0  # seconds for one file to come in
MOST_AT_ONCE = 4  # files coming in at one process; each may fill its limit in memory


@dataclass(frozen=True, slots=True)
class Upload:
    """A route that takes one file as its body. Every other route takes JSON of at most 1 MiB."""

    method: str
    path: str
    """The whole template, as /api/roster/drafts."""
    most: int
    """Bytes."""


class Uploads:
    """Which request is one of them."""

    def __init__(self, declared: Sequence[Upload]) -> None:
        self._known = [(each, re.compile(_pattern(each.path))) for each in declared]

    def at(self, method: str, path: str) -> Upload | None:
        """The upload that this request would be."""
        fits = (each for each, pattern in self._known if each.method == method and pattern.fullmatch(path))
        return next(fits, None)


class Receiving:
    """The files that are coming in at this process."""

    def __init__(self) -> None:
        self.under_way = 0

    async def body(self, request: Request) -> bytes:
        """The whole file. The edge counts what comes and ends it; a line that breaks or dawdles is no file."""
        if self.under_way >= MOST_AT_ONCE:
            raise NotNow(retry_after=5)
        self.under_way += 1
        try:
            async with asyncio.timeout(PATIENCE):
                return b"".join([chunk async for chunk in request.stream()])
        except (ClientDisconnect, TimeoutError):
            raise Unparseable(field="body") from None
        finally:
            self.under_way -= 1


def receiving_of(request: Request) -> Receiving:
    """The files coming in at this process, for a route that takes one."""
    return request.app.state.receiving


def _pattern(template: str) -> str:
    return re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))
