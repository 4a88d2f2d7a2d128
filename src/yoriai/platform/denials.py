"""Refusals on their way to whoever keeps them: noted in memory, written by others a moment later, and never without bound.

Somebody who is refused a thousand times a minute leaves one row at once and one at the minute's end, with the count.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

import structlog

from yoriai.platform.work.edge import Works

EVERY: Final = 1.0  # seconds
MOST_OF_ONE: Final = 6  # kinds of refusals of one account or one address in a minute; more are counted as one
MOST: Final = 300  # kinds of refusals of all in a minute
OTHERS: Final = "others"
"""The action under which everything is counted that is too much to be told apart."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Denied:
    """One act that was refused, as far as it is known."""

    at: datetime
    status: int
    code: str
    reason: str
    action: str
    """The method and the route's own path, or the command: never what was asked for."""
    zone: str
    address: str
    request_id: str
    tenant_id: UUID | None = None
    account_id: UUID | None = None
    session_id: UUID | None = None
    things: tuple[tuple[str, UUID], ...] = ()
    """The ids in the path, by the names that the route has for them."""
    is_known: bool = False
    """Somebody is signed in, or shows a session."""
    times: int = 1


Key = tuple[UUID | None, str, str, str, str, UUID | None]
Write = Callable[[Works, Sequence[Denied]], Awaitable[None]]
Noted = Callable[[Denied], bool]


@dataclass(frozen=True, slots=True)
class KeepsDenials:
    """How a feature keeps refusals: which of them, and how they are written."""

    is_noted: Noted
    write: Write


@dataclass(slots=True)
class _Seen:
    first: Denied
    minute: int
    left: int = 0
    """How many are not yet written."""
    is_written: bool = False


@dataclass
class Denials:
    """The refusals that this process has given and not yet handed on."""

    is_noted: Noted = lambda denied: False
    """Whether a refusal is worth a row; until somebody says so, none is."""
    seen: dict[Key, _Seen] = field(default_factory=dict[Key, _Seen])
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def note(self, denied: Denied) -> None:
        """Costs nothing and waits for nothing."""
        if not self.is_noted(denied):
            return
        minute = int(denied.at.timestamp() // 60)
        key = self._key(denied)
        found = self.seen.get(key)
        if found is None:
            told_apart = denied if key[2] != OTHERS else _mixed(denied, of_one=key[1] != OTHERS)
            found = self.seen[key] = _Seen(told_apart, minute)
        found.left += 1

    def due(self, now: datetime | None) -> list[Denied]:
        """What is to be written: the first of each at once, the others when the minute is over; None: everything."""
        minute = None if now is None else int(now.timestamp() // 60)
        due: list[Denied] = []
        for key, each in list(self.seen.items()):
            is_over = minute is None or each.minute != minute
            if each.left and (is_over or not each.is_written):
                due.append(replace(each.first, times=each.left))
                each.left, each.is_written = 0, True
            if is_over:
                del self.seen[key]
        return due

    async def write(self, works: Works, write: Write, *, everything: bool = False) -> None:
        """Hand on what is due. What cannot be written now is counted on."""
        async with self.writing:
            due = self.due(None if everything else works.now())
            if not due:
                return
            try:
                await write(works, due)
            except Exception as error:  # noqa: BLE001 whatever it is, what was refused is not forgotten
                log.warning("refusals not written", error=type(error).__name__, count=len(due))
                self._take_back(due)

    @asynccontextmanager
    async def kept_by(self, works: Works, keeper: KeepsDenials) -> AsyncGenerator[None]:
        """Hand them on every second for the length of a block, and all that are left at its end."""
        self.is_noted = keeper.is_noted
        keeping = asyncio.create_task(self._keep(works, keeper.write), name="denials")
        try:
            yield
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await self.write(works, keeper.write, everything=True)

    async def _keep(self, works: Works, write: Write) -> None:
        while True:
            await asyncio.sleep(EVERY)
            await self.write(works, write)

    def _key(self, denied: Denied) -> Key:
        who, whence = denied.account_id, "" if denied.account_id else denied.address
        which = denied.things[0][1] if denied.things else None
        key = (who, whence, denied.action, denied.code, denied.zone, which)
        if key in self.seen:
            return key
        of_one = sum(each[:2] == (who, whence) for each in self.seen)
        if len(self.seen) >= MOST:
            return (None, OTHERS, OTHERS, OTHERS, "", None)
        return (who, whence, OTHERS, OTHERS, denied.zone, None) if of_one >= MOST_OF_ONE else key

    def _take_back(self, due: Sequence[Denied]) -> None:
        for each in due:
            found = self.seen.setdefault(self._key(each), _Seen(each, int(each.at.timestamp() // 60)))
            found.left, found.is_written = found.left + each.times, False


def _mixed(denied: Denied, *, of_one: bool) -> Denied:
    """One that stands for several kinds: it names nothing that the others would not."""
    mixed = replace(denied, action=OTHERS, code=OTHERS, things=())
    if of_one:
        return mixed
    return replace(mixed, tenant_id=None, account_id=None, session_id=None, address="", zone="")
