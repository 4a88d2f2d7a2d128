"""What reads the journal durably in a process of its own, for a test to kill."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from tests.platform.hall import Call
from tests.platform.nodes import KINDS
from yoriai.platform.db.store import opened
from yoriai.platform.facts import ahead, durable
from yoriai.platform.facts.durable import DurableReaders, Entry, Reader
from yoriai.platform.facts.journal import Journal
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

PAPER = UUID(int=0)
"""The hall into which everything heard is called again."""


async def write_down(work: Work, entries: Sequence[Entry]) -> None:
    for entry in entries:
        work.session.add(Call(hall_id=PAPER, words=f"{entry.line.stream} {entry.line.number}"))


def scribe(url: str) -> None:
    asyncio.run(_read(url))


async def _read(url: str) -> None:
    ahead.MOST_AT_ONCE, durable.GATHER = 3, 0.0
    async with opened(url) as store:
        reader = Reader("scribe", write_down)
        async with DurableReaders(Works(store, InProcess()), Journal(KINDS), [reader]).running():
            await asyncio.sleep(60)
