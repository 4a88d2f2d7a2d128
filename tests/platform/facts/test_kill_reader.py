"""A machine dies while it reads the journal: the next one goes on, and every line has been heard exactly once."""

import asyncio
import signal
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests import warm
from tests.platform.facts.scribe import PAPER, scribe
from tests.platform.hall import Call, call
from yoriai.platform.failpoints import Failpoint
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio
LINES = 20


async def heard(works: Works) -> list[str]:
    async with works.reading() as work:
        return sorted(await work.session.scalars(select(Call.words).where(Call.hall_id == PAPER)))


@pytest.mark.req("D4", "F1")
@pytest.mark.parametrize("place", [Failpoint.BEFORE_COMMIT, Failpoint.AFTER_COMMIT])
async def test_a_reader_that_is_killed_again_and_again_loses_and_doubles_nothing(
    works: Works, url: str, hall_id: UUID, place: Failpoint, tmp_path: Path
):
    other, log = uuid4(), tmp_path / "scribe.log"
    async with works.writing() as work:
        for at in range(LINES):
            call(work, hall_id if at % 2 else other)
    for times in (1, 2, 3):
        killed = await asyncio.to_thread(warm.begin, log, f"{place}:{times}", scribe, url)
        await asyncio.to_thread(killed.join, 20)
        assert killed.exitcode == -signal.SIGKILL, log.read_text()

    last = await asyncio.to_thread(warm.begin, log, "", scribe, url)
    async with asyncio.timeout(20):
        while len(await heard(works)) < LINES:  # noqa: ASYNC110 it happens in another process
            await asyncio.sleep(0.05)
    last.kill()
    last.join()
    halls = (other, hall_id)
    assert await heard(works) == sorted(f"hall/{hall} {at + 1}" for hall in halls for at in range(LINES // 2))
