"""Nodes over one database and a bus: quick as long as it rings, right whatever it does."""

import asyncio
import random
from uuid import UUID

import pytest

from tests.platform.bus.conftest import KEY, bell, connected
from tests.platform.hall import Ended, Someone
from tests.platform.nodes import hearing, realtime_over, say, seat, until
from tests.repeating import repeating
from tests.valkey import Valkey, valkey
from yoriai.platform.db.store import Store
from yoriai.platform.realtime import realtime as realtimes

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)]


@pytest.mark.req("F16", "C2", "C4", "C5", "N99")
async def test_whatever_the_bus_repeats_and_mixes_up_everybody_hears_once_and_in_order(
    store: Store, bus: Valkey, hall_id: UUID
):
    bells = [bell(bus.url) for _ in range(2)]
    nodes = [realtime_over(store, each) for each in bells]
    people = [Someone() for _ in nodes]
    await seat(nodes[0].works, hall_id, *people)
    async with (
        connected(*bells),
        repeating(bus.port, KEY, random.Random(7)) as repeated,
        nodes[0].running(),
        nodes[1].running(),
        hearing(nodes[0], people[0]) as one,
        hearing(nodes[1], people[1]) as other,
    ):
        for turn in range(30):
            await say(nodes[turn % 2].works, hall_id, f"{turn}")
        await until(lambda: len(one.numbers) == len(other.numbers) == 30 and len(repeated) > 30)

    assert one.numbers == other.numbers == list(range(1, 31))


@pytest.mark.req("F7", "D16", "D19", "N99")
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
