"""`kill -9` in mid conversation: at every named place and at random, nothing acknowledged is lost, doubled or reordered."""

import asyncio
import os
import random
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests import warm
from tests.cast import SATO, SUZUKI, WELFARE
from tests.faults.history import Record, violations
from tests.faults.server import Server
from tests.faults.talker import Talker, final_log
from tests.grounds import Ground
from yoriai.platform.failpoints import Failpoint

pytestmark = pytest.mark.anyio
RANDOM_KILLS = int(
    os.environ.get("YORIAI_KILLS", "12")
)  # more of them: YORIAI_KILLS=50 make test ARGS=tests/faults
SEED = int(os.environ.get("YORIAI_SEED", "20261121"))
RESTART = 5.0  # seconds until the doors are open again (trust.md 6.2)


@asynccontextmanager
async def conversation(server: Server, seed: int) -> AsyncGenerator[Record]:
    """佐藤 on LGWAN and 鈴木 on the Internet talk without a pause; at the end everybody has heard everything."""
    record, dice = Record(), random.Random(seed)
    talkers = [
        Talker(who, zone, WELFARE, server.ports, record, random.Random(dice.random()))
        for who, zone in ((SATO, "lgwan"), (SUZUKI, "internet"))
    ]
    living = [asyncio.create_task(talker.live()) for talker in talkers]
    try:
        yield record
        record.is_over = True
        await _until(lambda: not record.unsure, server)
        final = await final_log(server.ports["lgwan"], "lgwan", SATO, WELFARE)
        await _until(lambda: all(len(heard) >= len(final) for heard in record.delivered.values()), server)
        print(
            f"seed {seed}: {len(final)} messages, {len(record.acknowledged)} acknowledged, {record.repeated} repeated"
        )
        assert violations(record, final) == []
    finally:
        for task in living:
            task.cancel()
        server.stop()


async def _until(true: Callable[[], bool], server: Server) -> None:
    async with asyncio.timeout(20):
        while not true():
            assert server.is_running, server.log()
            await asyncio.sleep(0.02)


@pytest.mark.req("N93", "F1", "D4", "D5", "C1", "C2", "C3", "C4", "C5")
@pytest.mark.parametrize("place", Failpoint)
async def test_a_kill_at_a_named_place_loses_nothing(
    ground: Ground, tmp_path: Path, place: Failpoint
) -> None:
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        await server.start(failpoint=f"{place}:25")
        async with conversation(server, SEED) as record:
            await server.killed()
            before = len(record.acknowledged)
            await server.start()
            await _until(lambda: len(record.acknowledged) > before + 20, server)


@pytest.mark.timed
@pytest.mark.req("F1")
async def test_after_a_kill_the_doors_are_open_again_soon(ground: Ground, tmp_path: Path) -> None:
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        await server.start()
        async with conversation(server, SEED) as record:
            await _until(lambda: len(record.acknowledged) > 20, server)
            await server.kill()
            before = len(record.acknowledged)
            await server.start(run=warm.from_nothing)
            await _until(lambda: len(record.acknowledged) > before + 20, server)
        assert server.starts[-1] < RESTART


@pytest.mark.req("N93", "F1", "D1", "D3", "C1", "C2", "C3", "C4", "C5", "C6")
async def test_kills_at_random_under_load_lose_nothing(ground: Ground, tmp_path: Path) -> None:
    dice = random.Random(SEED)
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        await server.start()
        async with conversation(server, SEED) as record:
            for _ in range(RANDOM_KILLS):
                before = len(record.acknowledged)
                await _until(lambda before=before: len(record.acknowledged) > before, server)
                await asyncio.sleep(dice.uniform(0, 0.5))
                await server.kill()
                await server.start()
            before = len(record.acknowledged)
            await _until(lambda: len(record.acknowledged) > before + 20, server)
        assert len(record.acknowledged) >= RANDOM_KILLS
