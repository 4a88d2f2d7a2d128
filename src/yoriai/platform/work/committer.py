"""Works that wait together are written together: one transaction, one flush to disk, many answers.

This is what makes durable posting cheap. Items are validated one by one; a refused one never touches its neighbours.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy.exc import IntegrityError

from yoriai.kit.errors import NoSpace, NotNow, Refused
from yoriai.platform.db.troubles import Undone
from yoriai.platform.failpoints import Failpoint, reach
from yoriai.platform.work.work import Batch, Telling, Work

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
Handle = Callable[[Work, Sequence[Item]], Awaitable[Sequence[Outcome | Refused]]]
"""Writes all items in one work and says for each what came of it; a refused one must have left no row."""

QuickHandle = Callable[[Batch, Sequence[Item]], Sequence[Outcome | Refused]]
"""The same by the quick way: it never waits."""

Write = Callable[[Sequence[Item]], Awaitable[tuple[Telling, Sequence[Outcome | Refused]]]]
"""One whole commit: a handle with its transaction around it."""

MOST_TOGETHER = 256
TURNS = 4  # of the loop, in which an answer goes by way of whoever waits to the network


@dataclass(slots=True)
class Waiting(Generic[Item, Outcome]):
    """An item and who waits for it."""

    item: Item
    answer: "asyncio.Future[Outcome]"


class Committer(Generic[Item, Outcome]):
    """Takes everything that is waiting into one transaction, again and again while there is any."""

    def __init__(self, write: Write[Item, Outcome], tell: Callable[[Telling], None]) -> None:
        self._write, self._tell = write, tell
        self._queue: deque[Waiting[Item, Outcome]] = deque()
        self._running: asyncio.Task[None] | None = None

    async def put(self, item: Item) -> Outcome:
        """Return the outcome once it is durable, or raise why it was refused."""
        waiting = Waiting(item, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        # A caller that goes away must not take the item out of a transaction that may already hold it.
        return await asyncio.shield(waiting.answer)

    async def finish(self) -> None:
        """Wait until nothing is waiting any more."""
        while self._running is not None:
            await asyncio.shield(self._running)

    async def _run(self) -> None:
        try:
            while self._queue:
                batch = [self._queue.popleft() for _ in range(min(len(self._queue), MOST_TOGETHER))]
                try:
                    await self._commit_or_do_it_again(batch)
                except (NotNow, NoSpace) as error:
                    # It is the database's trouble, no item's: nobody would fare better alone.
                    for waiting in batch:
                        _answer(waiting, error)
                except Exception:  # noqa: BLE001 one bad item must not fail the others: each gets a try of its own
                    for alone in batch:
                        await self._commit_alone(alone)
        finally:
            self._running = None

    async def _commit_or_do_it_again(self, batch: Sequence[Waiting[Item, Outcome]]) -> None:
        """Everything of a batch is still here, so what was undone for another's sake is done once more."""
        try:
            await self._commit(batch)
        except Undone:
            await self._commit(batch)

    async def _commit(self, batch: Sequence[Waiting[Item, Outcome]]) -> None:
        work, outcomes = await self._write([waiting.item for waiting in batch])
        for waiting, outcome in zip(batch, outcomes, strict=True):
            _answer(waiting, outcome)
        for _ in range(TURNS):  # the answers leave first, then the doorbell
            await asyncio.sleep(0)
        reach(Failpoint.AFTER_ANSWER)
        self._tell(work)

    async def _commit_alone(self, waiting: Waiting[Item, Outcome]) -> None:
        if waiting.answer.done():
            return
        try:
            try:
                await self._commit([waiting])
            except IntegrityError:
                # Another node wrote the same key in between; looking again finds what it wrote.
                await self._commit([waiting])
        except Exception as error:  # noqa: BLE001 whatever it was, it belongs to the one who waits
            _answer(waiting, error)


def _answer(waiting: Waiting[Item, Outcome], outcome: Outcome | Exception) -> None:
    if waiting.answer.done():
        return
    if isinstance(outcome, Exception):
        waiting.answer.set_exception(outcome)
    else:
        waiting.answer.set_result(outcome)
