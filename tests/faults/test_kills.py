"""`kill -9` in mid conversation: at every named place and at random, nothing acknowledged is lost, doubled or reordered."""

import asyncio
import os
import random
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests import warm
from tests.faults.audited import audit_gaps
from tests.faults.checker import violations
from tests.faults.crew import Crew, two_talking
from tests.faults.server import Server
from tests.grounds import Ground
from yoriai.platform.failpoints import Failpoint

pytestmark = pytest.mark.anyio
RANDOM_KILLS = int(
    os.environ.get("YORIAI_KILLS", "12")
)  # more of them: YORIAI_KILLS=50 make test ARGS=tests/faults
SEED = int(os.environ.get("YORIAI_SEED", "20261121"))
RESTART = 5.0  # seconds until the doors are open again (trust.md 6.2)


@asynccontextmanager
async def conversation(server: Server, seed: int) -> AsyncGenerator[Crew]:
    """Two talk without a pause; at the end everybody has heard everything, and the audit log has a row for all of it."""
    try:
        async with two_talking([server.node], seed) as crew:
            yield crew
            await crew.settled()
            final = await crew.final()
        print(f"seed {seed}: {crew.acknowledged} acknowledged")
        assert violations(crew.history, final) == []
        assert await audit_gaps(server.config, crew.acknowledged) == []
    finally:
        server.stop()


async def _until(true: Callable[[], bool], server: Server) -> None:
    async with asyncio.timeout(20):
        while not true():
            assert server.is_running, server.log()
            await asyncio.sleep(0.02)


@pytest.mark.req("N93", "F1", "D4", "D5", "C1", "C2", "C3", "C4", "C5", "C10")
@pytest.mark.parametrize("place", Failpoint)
async def test_a_kill_at_a_named_place_loses_nothing(
    ground: Ground, tmp_path: Path, place: Failpoint
) -> None:
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        await server.start(failpoint=f"{place}:25")
        async with conversation(server, SEED) as crew:
            await server.killed()
            before = crew.acknowledged
            await server.start()
            await _until(lambda: crew.acknowledged > before + 20, server)


@pytest.mark.timed
@pytest.mark.req("F1")
async def test_after_a_kill_the_doors_are_open_again_soon(ground: Ground, tmp_path: Path) -> None:
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        await server.start()
        async with conversation(server, SEED) as crew:
            await _until(lambda: crew.acknowledged > 20, server)
            await server.kill()
            before = crew.acknowledged
            await server.start(run=warm.from_nothing)
            await _until(lambda: crew.acknowledged > before + 20, server)
        assert server.starts[-1] < RESTART


@pytest.mark.req("N93", "F1", "D1", "D3", "C1", "C2", "C3", "C4", "C5", "C6", "C8", "C10")
async def test_kills_at_random_under_load_lose_nothing(ground: Ground, tmp_path: Path) -> None:
    dice = random.Random(SEED)
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        await server.start()
        async with conversation(server, SEED) as crew:
            for _ in range(RANDOM_KILLS):
                before = crew.acknowledged
                await _until(lambda before=before: crew.acknowledged > before, server)
                await asyncio.sleep(dice.uniform(0, 0.5))
                await server.kill()
                await server.start()
            before = crew.acknowledged
            await _until(lambda: crew.acknowledged > before + 20, server)
        assert crew.acknowledged >= RANDOM_KILLS
