"""Looking for what no doorbell has announced: which of the streams heard here have grown since the last look.

It costs what was told since then, not what might have been: a process hears tens of thousands of streams, and looks
every other second.
"""

from dataclasses import dataclass

from yoriai.platform.db.statement import Rows
from yoriai.platform.db.store import Store
from yoriai.platform.facts.journal import grown, horizon, newest_position, told_since
from yoriai.platform.realtime.hub import Hub

ALL_EVERY = 15  # looks: then the heads are asked for all the same


@dataclass
class Lookout:
    """The eyes of one process."""

    hub: Hub
    store: Store
    seen: tuple[int, int] = (-1, 0)
    """Where one writes: the newest line and the newest channel at the last look."""
    horizon: int = 0
    """Where many write: what has come to be seen since the last look was told by this transaction or a later one."""
    looks: int = 0

    async def look(self, *, is_sure: bool) -> dict[str, int]:
        """The heads that have grown, perhaps with some that are known. `is_sure`: nothing waits to be delivered."""
        if self.store.is_single_writer:
            return await self._where_one_writes(is_sure=is_sure)
        opened, self.hub.opened = self.hub.opened, set()
        self.looks += 1
        try:
            now, heads = await self.store.quick.read(lambda rows: self._since(rows, opened))
        except BaseException:
            self.hub.opened |= opened
            raise
        self.horizon = now
        return heads

    async def _where_one_writes(self, *, is_sure: bool) -> dict[str, int]:
        quick = self.store.quick
        seen = (await quick.read(newest_position), self.hub.openings)
        self.hub.opened.clear()
        if seen == self.seen and is_sure:
            return {}
        heads = await quick.read(lambda rows: grown(rows, self.hub.numbers()))
        self.seen = seen
        return heads

    def _since(self, rows: Rows, opened: set[str]) -> tuple[int, dict[str, int]]:
        now = horizon(rows)
        # Before the first look, and beyond a database that was put back, nothing is known.
        is_known = 0 < self.horizon <= now and self.looks % ALL_EVERY
        heads = told_since(rows, self.horizon) if is_known else None
        if heads is None:
            return now, grown(rows, self.hub.numbers())
        return now, heads | (grown(rows, self.hub.numbers(opened)) if opened else {})
