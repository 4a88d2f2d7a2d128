"""A machine that falls silent in mid work keeps the others from its streams for a while, and for one such while only."""

import asyncio
import time
from contextlib import AsyncExitStack, suppress
from uuid import UUID

import pytest
from sqlalchemy import text

from tests.platform.hall import call, hall_stream
from yoriai.kit.errors import NotNow
from yoriai.platform.db import postgres
from yoriai.platform.db.store import Store, opened
from yoriai.platform.work.edge import Works

# Where there is one writer, it falls silent together with its database.
pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)]
SILENCE, QUEUE = 2, 1  # seconds, instead of the longer ones
WORKS = 5  # so many that one silence after another stands out from a machine that is merely busy
HELD = text("SELECT head FROM streams WHERE stream = :stream FOR UPDATE")


async def fall_silent(store: Store, hall_id: UUID) -> None:
    """Take the stream, and be heard of no more: with it, or waiting for it."""
    async with store.writing() as session:
        with suppress(Exception):
            await session.execute(HELD, {"stream": hall_stream(hall_id)})
        await asyncio.sleep(3600)


async def insist(works: Works, hall_id: UUID) -> None:
    """As a page does."""
    while True:
        with suppress(NotNow):
            async with works.writing() as work:
                call(work, hall_id)
            return
        await asyncio.sleep(0.1)


@pytest.mark.req("F8", "N100")
async def test_what_a_silent_machine_still_waits_for_does_not_come_into_what_it_lost(
    url: str, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its second work took the lock as soon as the first had lost it, and kept it for as long again, and so the third."""
    monkeypatch.setattr(postgres, "LONGEST_SILENCE", SILENCE)
    monkeypatch.setattr(postgres, "LONGEST_QUEUE", QUEUE)
    async with AsyncExitStack() as stack:
        silent, other = [await stack.enter_async_context(opened(url)) for _ in range(2)]
        await insist(Works(other), hall_id)
        works = [asyncio.create_task(fall_silent(silent, hall_id)) for _ in range(WORKS)]
        await asyncio.sleep(0.5)
        began = time.monotonic()
        await insist(Works(other), hall_id)
        waited = time.monotonic() - began
        for each in works:
            each.cancel()
        await asyncio.gather(*works, return_exceptions=True)
    assert SILENCE / 2 < waited < SILENCE * WORKS / 2
