"""What a cable drops does not arrive, whichever way, and only that node gives the bus up; mended, it is found again."""

import asyncio
import os
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.faults import of_buses
from tests.faults.bout import Bout
from tests.faults.cables import Cable, bus_by_cable
from tests.faults.checker import violations
from tests.faults.crew import two_talking
from tests.faults.installation import Installation
from tests.faults.server import Server
from tests.grounds import Ground
from tests.platform.bus.conftest import bell, connected, hearing, rings_through
from tests.platform.nodes import until
from yoriai.platform.bus import link as links

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.outside("ip"),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root lays cables"),
]


@pytest.mark.req("F7", "N99", "D16")
@pytest.mark.parametrize("ways", [("near",), ("far",), ("near", "far")])
async def test_a_node_that_is_cut_off_one_way_gives_the_bus_up_and_finds_it_again(
    monkeypatch: pytest.MonkeyPatch, ways: tuple[str, ...]
) -> None:
    monkeypatch.setattr(links, "SILENCE", 1.0)
    monkeypatch.setattr(links, "PULSE_EVERY", 0.2)
    with bus_by_cable(2) as (bus, cables):
        here, there = (bell(f"valkey://{cable.far}:{bus.port}") for cable in cables)
        far = hearing(there)
        async with connected(here, there):
            cables[0].cut(*ways)
            await until(lambda: not here.is_well)
            assert there.is_well
            here.ring({"hall/1": 1}, ())  # nobody waits for it
            assert not await rings_through(here, far, "hall/2")
            cables[0].mended(*ways)
            await until(lambda: here.is_well, patience=10)
            assert await rings_through(here, far, "hall/3")


@asynccontextmanager
async def bout_by_cable(ground: Ground, folder: Path) -> AsyncGenerator[Bout]:
    """Two talk to two nodes, each of which has a cable to the bus."""
    with ground.copied(folder) as url, bus_by_cable(2) as (bus, cables):
        servers = list[Server]()
        for cable in cables:
            place = folder / f"node{cable.number}"
            place.mkdir()
            servers.append(Server(place, url, bus=f"valkey://{cable.far}:{bus.port}"))
        try:
            await asyncio.gather(*(server.start() for server in servers))
            async with two_talking([server.node for server in servers], 7) as crew:
                for talker in crew.talkers:
                    talker.habits.pause = 0.1
                place = Installation(folder, servers, None, bus, cables=cables)
                yield Bout(place, crew, random.Random(7), asyncio.get_running_loop().time())
        finally:
            for server in servers:
                server.stop()


@pytest.mark.req("F7", "C5", "D16")
@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
async def test_what_is_said_while_a_node_is_cut_off_arrives_within_three_seconds(
    ground: Ground, tmp_path: Path
) -> None:
    async with bout_by_cable(ground, tmp_path) as bout:
        await of_buses.one_way(bout)
        await bout.crew.settled()
        assert violations(bout.crew.history, await bout.crew.final()) == []
    assert bout.counted["the bus was given up"] == 1


@pytest.mark.req("F7")
@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
async def test_a_cable_that_is_not_cut_at_all_is_noticed(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cable, "cut", lambda _, *__: None)
    monkeypatch.setattr(Cable, "mended", lambda _, *__: None)
    async with bout_by_cable(ground, tmp_path) as bout:
        with pytest.raises(AssertionError, match="did not notice"):
            await of_buses.one_way(bout)
