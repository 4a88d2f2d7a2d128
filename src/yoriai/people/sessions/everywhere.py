"""Tries counted by all processes together: each counts its own in memory, and hears what the others have counted.

What crosses is the sum of a tenth of a second, so that a try that was right has mostly been taken back before anybody
hears of it; under a name that says neither whose it is nor from where. Nobody waits for an answer, and a process that
hears nothing of the others counts alone.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2b

from yoriai.people.sessions.attempts import InProcess, Limit
from yoriai.platform.work.counting import Counting
from yoriai.platform.work.edge import clock

TRIES = "tries"
TOLD_EVERY = 0.1  # seconds
MILLISECOND = timedelta(milliseconds=1)


class Everywhere:
    """Attempts of this process and of all others."""

    def __init__(self, counting: Counting, server_key: bytes) -> None:
        self._book, self._counting = InProcess(), counting
        self._key = blake2b(server_key, person=b"yoriai-tries").digest()
        self._untold = Counter[str]()
        counting.hear_counts(TRIES, self._hear)

    async def take(self, key: str, limit: Limit, now: datetime) -> int:
        name = self._name(key)
        wait = await self._book.take(name, limit, now)
        if not wait:
            self._note(name, limit.pause)
        return wait

    async def look(self, key: str, limit: Limit, now: datetime) -> int:
        return await self._book.look(self._name(key), limit, now)

    async def give_back(self, key: str, limit: Limit) -> None:
        name = self._name(key)
        await self._book.give_back(name, limit)
        self._note(name, -limit.pause)

    def _name(self, key: str) -> str:
        return blake2b(key.encode(), key=self._key, digest_size=12).hexdigest()

    def _note(self, name: str, pause: timedelta) -> None:
        if not self._untold:
            asyncio.get_running_loop().call_later(TOLD_EVERY, self._tell)
        self._untold[name] += pause // MILLISECOND

    def _tell(self) -> None:
        untold, self._untold = self._untold, Counter[str]()
        if told := {name: count for name, count in untold.items() if count}:
            self._counting.count(TRIES, told)

    def _hear(self, counts: Mapping[str, int]) -> None:
        now = clock()
        for name, count in counts.items():
            self._book.add(name, count * MILLISECOND, now)
