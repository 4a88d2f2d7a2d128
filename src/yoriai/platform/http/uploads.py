"""Files on their way in: the few routes that take raw bytes, how many of them, and how long that may last."""

import asyncio
import re
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from starlette.requests import ClientDisconnect, Request

from yoriai.kit.errors import NotNow, Unparseable

OCTETS = "application/octet-stream"
PATIENCE = 300.0  # seconds for one file to come in
MOST_AT_ONCE = 4  # files coming in at one process; each may fill its limit in memory
MOST_STREAMS = 64  # pieces of files coming in at one process, of each of which little is held …
MOST_OF_ONE = 4  # … and of one person, however many devices they have


@dataclass(frozen=True, slots=True)
class Upload:
    """A route that takes bytes as its body, a file or a piece of one. Every other route takes JSON of at most 1 MiB."""

    method: str
    path: str
    """The whole template, as /api/roster/drafts."""
    most: int
    """Bytes."""
    takes: str = OCTETS
    is_streamed: bool = False
    """Whether the route looks at the bytes as they come and keeps none: nobody else keeps them for it either."""


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
        self.streams = Counter[UUID]()
        self.looking = asyncio.Semaphore(MOST_AT_ONCE)
        """Of those that came in pieces, the ones that are looked through as a whole, and in memory meanwhile."""

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

    @contextmanager
    def stream(self, whose: UUID) -> Generator[None]:
        """A place for a piece that is looked at as it comes."""
        if self.streams.total() >= MOST_STREAMS or self.streams[whose] >= MOST_OF_ONE:
            raise NotNow(retry_after=5)
        self.streams[whose] += 1
        try:
            yield
        finally:
            self.streams[whose] -= 1
            if not self.streams[whose]:
                del self.streams[whose]


def receiving_of(request: Request) -> Receiving:
    """The files coming in at this process, for a route that takes one."""
    return request.app.state.receiving


def _pattern(template: str) -> str:
    return re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))
