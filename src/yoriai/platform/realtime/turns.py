"""Turns: so many at once, and of one account so few that nobody's sockets keep the others waiting."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID


@dataclass
class Turns:
    """Given in the order in which they are asked for, but to nobody who has as many as one may have."""

    most: int
    most_of_one: int
    taken: int = 0
    held: Counter[UUID] = field(default_factory=Counter[UUID])
    """By account."""
    waiting: "OrderedDict[asyncio.Future[None], UUID]" = field(
        default_factory=OrderedDict["asyncio.Future[None]", UUID]
    )

    @asynccontextmanager
    async def turn(self, account_id: UUID) -> AsyncGenerator[None]:
        """Wait for one's turn, and have it for the length of a block."""
        if self._may(account_id):
            self._give(account_id)
        else:
            await self._wait(account_id)
        try:
            yield
        finally:
            self._take_back(account_id)

    async def _wait(self, account_id: UUID) -> None:
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting[mine] = account_id
        try:
            await mine
        except asyncio.CancelledError:
            if self.waiting.pop(mine, None) is None:  # it was given meanwhile
                self._take_back(account_id)
            raise

    def _may(self, account_id: UUID) -> bool:
        return self.taken < self.most and self.held[account_id] < self.most_of_one

    def _give(self, account_id: UUID) -> None:
        self.taken += 1
        self.held[account_id] += 1

    def _take_back(self, account_id: UUID) -> None:
        self.taken -= 1
        self.held[account_id] -= 1
        if not self.held[account_id]:
            del self.held[account_id]
        following = next(
            (mine for mine, whose in self.waiting.items() if self._may(whose) and not mine.done()), None
        )
        if following is not None:
            self._give(self.waiting.pop(following))
            following.set_result(None)
