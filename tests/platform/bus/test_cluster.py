"""The bus as a cluster: its shards move, its servers die, others take over; and everybody goes on hearing."""

import asyncio

import pytest
from structlog.testing import capture_logs

from tests.platform.bus.conftest import KEY, bell, connected, hearing, rings_through
from tests.platform.nodes import until
from tests.valkey import Valkey, valkey_cluster
from yoriai.platform.bus.doorbell import SHARDS, OverBus
from yoriai.platform.bus.notes import Seal

pytestmark = [pytest.mark.anyio, pytest.mark.req("D25", "F7")]
STREAMS = [f"hall/{turn}" for turn in range(SHARDS * 3)]
TAKES_OVER_WITHIN = 20.0  # seconds; after two without a word the others vote


async def test_a_cluster_carries_all_shards_also_when_they_move():
    with valkey_cluster() as (one, other):
        here, there = bell(one.url), bell(other.url)
        far = hearing(there)
        async with connected(here, there):
            here.ring(dict.fromkeys(STREAMS, 1), ())
            await until(lambda: len(far.heads) == len(STREAMS))

            _move_everything(one, other)
            await until(lambda: here.is_well and there.is_well and len(here._known) == 1)
            for stream in STREAMS:
                assert await rings_through(here, far, f"{stream}/later")


def _move_everything(to: Valkey, away_from: Valkey) -> None:
    whom = to.name_in_cluster()
    for server in (to, away_from):
        for channel in range(SHARDS):
            name = f"yoriai/{Seal(KEY).house}/{channel}"
            slot = server.tell("CLUSTER", "KEYSLOT", name)[1:-2].decode()
            server.tell("CLUSTER", "SETSLOT", slot, "NODE", whom)


async def test_when_a_server_dies_its_replica_takes_its_shards():
    with valkey_cluster(primaries=3, replicas=1) as servers, capture_logs() as logged:
        here, there = bell(servers[0].url), bell(servers[1].url)  # one of them knows only the one that dies
        home, far = hearing(here), hearing(there)
        async with connected(here, there):
            assert len(here._links) == 3
            await asyncio.to_thread(servers[0].kill)
            await until(lambda: not (here.is_well or there.is_well))
            here.ring({"hall/meanwhile": 1}, ())  # nobody waits for it
            assert home.heads["hall/meanwhile"] == 1
            await until(lambda: here.is_well and there.is_well, patience=TAKES_OVER_WITHIN)
            assert servers[3].port in {port for _, port in here._known}
            await all_ring_through(here, there)
    said = [line["event"] for line in logged]
    assert sorted(said) == ["bus found"] * 4 + ["bus lost"] * 2
    assert len(far.heads) >= len(STREAMS)


async def test_shards_that_are_handed_over_in_order_are_heard_where_they_are():
    with valkey_cluster(primaries=3, replicas=1) as servers:
        here, there = bell(servers[1].url), bell(servers[2].url)
        async with connected(here, there):
            servers[3].tell("CLUSTER", "FAILOVER")
            await until(lambda: b"role:master" in servers[3].tell("INFO", "replication"), patience=10)
            await all_ring_through(here, there)
            assert servers[3].port in {port for _, port in here._known}


async def test_a_server_that_nobody_replaces_is_missed_and_found_again():
    with valkey_cluster(primaries=3) as servers:
        here, there = bell(servers[0].url), bell(servers[1].url)
        async with connected(here, there):
            await asyncio.to_thread(servers[2].kill)
            await until(lambda: not (here.is_well or there.is_well))
            await asyncio.to_thread(
                servers[2].start
            )  # as the one that it was: it knows the others from its folder
            await until(lambda: here.is_well and there.is_well, patience=TAKES_OVER_WITHIN)
            await all_ring_through(here, there)


async def all_ring_through(here: OverBus, there: OverBus) -> None:
    """What is rung here is heard there, on whatever shard."""
    far = hearing(there)
    for stream in STREAMS:
        assert await rings_through(here, far, f"{stream}/later")
