"""The gate: whoever asks the same at the same moment is answered by one look at the database.

When thousands of lines are cut at one moment, thousands knock at one moment, and then ask what they have missed. Looked
for one by one they would all get on so slowly that all of them give up together, and together come again.
"""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import structlog
from sqlalchemy.exc import SQLAlchemyError

from yoriai.kit.errors import NotNow, Refused

AT_ONCE = 2  # looks: each holds a connection to the database; requests of those who are in need some, too
TOGETHER = 64  # who share a look
LONGEST_LOOK = 10.0  # seconds
MOST_WAITING = 10_000  # as many as have their turn before a client gives up
COMES_AGAIN = 4  # seconds at most; chance spreads them

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
Look = Callable[[Sequence[Item]], Awaitable[Sequence[Outcome | Refused]]]
"""Says for each what it found, or why it found nothing."""

log = structlog.get_logger()


@dataclass
class Gate(Generic[Item, Outcome]):
    """A look begins after everybody whom it answers has come: what was true before is no answer."""

    look: Look[Item, Outcome]
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    """Gates may share them."""
    gathering: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: "OrderedDict[asyncio.Future[Outcome], Item]" = field(
        default_factory=OrderedDict["asyncio.Future[Outcome]", Item]
    )
    """In the order in which they came. Whoever gives up keeps no place."""
    looking: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    async def ask(self, item: Item) -> Outcome:
        """What the next look finds; 503 with `Retry-After` when too many wait."""
        if len(self.waiting) >= MOST_WAITING:
            raise NotNow(retry_after=1 + secrets.randbelow(COMES_AGAIN))
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.waiting[answer] = item
        if len(self.looking) < AT_ONCE:
            task = asyncio.create_task(self._look_on())
            self.looking.add(task)
            task.add_done_callback(self.looking.discard)
        try:
            return await answer
        finally:
            self.waiting.pop(answer, None)

    async def _look_on(self) -> None:
        while self.waiting:
            async with self.turns:
                several = await self._next()
                if several:
                    await self._answer(several)

    async def _next(self) -> Sequence[tuple["asyncio.Future[Outcome]", Item]]:
        """Who shares the next look, and first let in whoever stands at the door already: where a look never gives the
        loop away, they would come one by one, and each have a look of their own."""
        async with self.gathering:
            before = 0
            while before < len(self.waiting) < TOGETHER:
                before = len(self.waiting)
                await asyncio.sleep(0)
            return [self.waiting.popitem(last=False) for _ in range(min(len(self.waiting), TOGETHER))]

    async def _answer(self, several: Sequence[tuple["asyncio.Future[Outcome]", Item]]) -> None:
        try:
            async with asyncio.timeout(LONGEST_LOOK):
                outcomes: Sequence[Outcome | Exception] = await self.look([item for _, item in several])
        except Exception as error:
            # The database is away for all of them; but who asks what cannot be answered must not silence the others.
            if len(several) > 1 and not isinstance(error, SQLAlchemyError | OSError | Refused):
                log.exception("no answer at the gate, one by one now")
                for each in several:
                    await self._answer([each])
                return
            outcomes = [error] * len(several)
        for (answer, _), outcome in zip(several, outcomes, strict=True):
            _say(answer, outcome)


def _say(answer: "asyncio.Future[Outcome]", outcome: Outcome | Exception) -> None:
    if answer.done():  # has given up
        return
    if isinstance(outcome, Exception):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)
