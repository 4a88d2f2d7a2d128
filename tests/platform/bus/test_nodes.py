"""Nodes over one database and a bus: quick as long as it rings, right whatever it does."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, cast
from uuid import UUID

import pytest
from redis.asyncio import Redis

from tests.platform.bus.conftest import KEY, bell, connected
from tests.platform.hall import Ended, Someone
from tests.platform.nodes import hearing, realtime_over, say, seat, until
from tests.valkey import Valkey, valkey
from yoriai.platform.bus.doorbell import SHARDS
from yoriai.platform.bus.link import ended
from yoriai.platform.bus.notes import Seal
from yoriai.platform.db.store import Store
from yoriai.platform.realtime import realtime as realtimes

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)]


@asynccontextmanager
async def repeating(bus: Valkey, dice: random.Random) -> AsyncGenerator[list[int]]:
    """Somebody on the bus who says everything again, often, late and mixed up."""
    channels = [f"yoriai/{Seal(KEY).house}/{shard}" for shard in range(SHARDS)]
    repeated: list[int] = []

    async def repeat(line: Redis) -> None:
        kept: list[tuple[bytes, bytes]] = []
        async with line.pubsub() as ears:
            await ears.ssubscribe(*channels)
            while True:
                said = cast("dict[str, Any]", await ears.get_message(timeout=0.01) or {})
                if said.get("type") != "smessage" or (said["channel"], said["data"]) in kept:
                    continue
                kept.append((said["channel"], said["data"]))
                for channel, frame in dice.sample(kept, min(5, len(kept))):
                    await line.execute_command("SPUBLISH", channel, frame)
                    repeated.append(1)

    async with Redis(port=bus.port) as line:
        task = asyncio.create_task(repeat(line))
        yield repeated
        await ended([task])


@pytest.mark.req("C2", "C4", "C5", "N99")
async def test_whatever_the_bus_repeats_and_mixes_up_everybody_hears_once_and_in_order(
    store: Store, bus: Valkey, hall_id: UUID
):
    """F16."""
    bells = [bell(bus.url) for _ in range(2)]
    nodes = [realtime_over(store, each) for each in bells]
    people = [Someone() for _ in nodes]
    await seat(nodes[0].works, hall_id, *people)
    async with (
        connected(*bells),
        repeating(bus, random.Random(7)) as repeated,
        nodes[0].running(),
        nodes[1].running(),
        hearing(nodes[0], people[0]) as one,
        hearing(nodes[1], people[1]) as other,
    ):
        for turn in range(30):
            await say(nodes[turn % 2].works, hall_id, f"{turn}")
        await until(lambda: len(one.numbers) == len(other.numbers) == 30 and len(repeated) > 30)

    assert one.numbers == other.numbers == list(range(1, 31))


@pytest.mark.req("D16", "D19", "N99")
async def test_without_the_bus_nodes_find_everything_by_looking_also_what_ends_a_session(
    store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    assert realtimes.POLL_EVERY < 3
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.2)
    with valkey() as bus:
        bells = [bell(bus.url) for _ in range(2)]
        here, there = [realtime_over(store, each) for each in bells]
        me = Someone()
        await seat(here.works, hall_id, me)
        async with connected(*bells), here.running(), there.running(), hearing(there, me) as far:
            await say(here.works, hall_id, "by the bus")
            await until(lambda: far.numbers == [1])
            await asyncio.to_thread(bus.kill)
            await say(here.works, hall_id, "by looking")
            await until(lambda: far.numbers == [1, 2])
            async with here.works.writing() as work:
                work.state(Ended(account_id=me.account_id), by=None)
            await until(lambda: far.closed)
