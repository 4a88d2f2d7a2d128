"""A machine dies while it reads the journal: the next one goes on, and every line has been heard exactly once."""

import asyncio
import os
import signal
import sys
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.platform.facts.scribe import PAPER
from tests.platform.hall import Call, call
from yoriai.platform.failpoints import Failpoint
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio
LINES = 20


async def heard(works: Works) -> list[str]:
    async with works.reading() as work:
        return sorted(await work.session.scalars(select(Call.words).where(Call.hall_id == PAPER)))


async def reads(url: str, failpoint: str) -> asyncio.subprocess.Process:
    environment = os.environ | {"YORIAI_FAILPOINT": failpoint}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.platform.facts.scribe",
        url,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
    )


@pytest.mark.req("D4", "F1")
@pytest.mark.parametrize("place", [Failpoint.BEFORE_COMMIT, Failpoint.AFTER_COMMIT])
async def test_a_reader_that_is_killed_again_and_again_loses_and_doubles_nothing(
    works: Works, url: str, hall_id: UUID, place: Failpoint
):
    other = uuid4()
    async with works.writing() as work:
        for at in range(LINES):
            call(work, hall_id if at % 2 else other)
    for times in (1, 2, 3):
        killed = await reads(url, f"{place}:{times}")
        assert await asyncio.wait_for(killed.wait(), 20) == -signal.SIGKILL

    last = await reads(url, "")
    async with asyncio.timeout(20):
        while len(await heard(works)) < LINES:  # noqa: ASYNC110 it happens in another process
            await asyncio.sleep(0.05)
    last.kill()
    await last.wait()
    halls = (other, hall_id)
    assert await heard(works) == sorted(f"hall/{hall} {at + 1}" for hall in halls for at in range(LINES // 2))
