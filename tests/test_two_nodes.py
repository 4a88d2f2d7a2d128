"""Two servers over one PostgreSQL and one Valkey: to the people of the town they are one."""

import asyncio
import statistics
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI, WELFARE
from tests.ear import Ear
from tests.grounds import Ground
from tests.town import Town, open_town
from tests.two_nodes import Nodes
from tests.valkey import valkey_cluster

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["postgresql"], indirect=True)]

QUICK = 0.5  # seconds: looking would take longer


async def took(town: Town, ear: Ear, text: str) -> float:
    """Seconds until what is said here is heard over there."""
    heard, began = len(ear.named("messages.posted")), time.monotonic()
    await town.says(SATO, text, WELFARE)
    await ear.fact("messages.posted", heard + 1)
    return time.monotonic() - began


@pytest.mark.timed
@pytest.mark.req("D16", "D25", "N99")
async def test_a_message_crosses_at_once_and_while_the_bus_is_dead_within_three_seconds(nodes: Nodes) -> None:
    async with nodes.there.listens(SUZUKI) as ear:
        quick = [await took(nodes.here, ear, f"{turn}") for turn in range(21)]
        assert statistics.median(quick) < QUICK
        nodes.bus.kill()
        slow = await took(nodes.here, ear, "バスなし")
        assert slow < 3
        nodes.bus.start()
        await nodes.are_well()
        assert min([await took(nodes.here, ear, f"また {turn}") for turn in range(3)]) < QUICK
        numbers = [frame["number"] for frame in ear.facts if frame["stream"] == f"room/{WELFARE}"]
    print(f"p50 {statistics.median(quick) * 1000:.1f} ms, without the bus {slow:.2f} s")
    assert numbers == sorted(set(numbers))


@pytest.mark.timed
@pytest.mark.req("D16", "D25", "F7")
async def test_while_a_server_of_a_cluster_is_replaced_nobody_waits_longer_than_three_seconds(
    ground: Ground, tmp_path: Path, quick_folder: Path
) -> None:
    with ground.copied(quick_folder) as url, valkey_cluster(primaries=3, replicas=1) as servers:
        async with (
            open_town(url, tmp_path, bus=servers[0].url) as here,
            open_town(url, tmp_path, bus=servers[0].url) as there,
            there.listens(SUZUKI) as ear,
        ):
            nodes = Nodes(here, there, servers[0])
            await nodes.are_well()
            servers[0].kill()
            meanwhile = [await took(here, ear, "替わる間"), await took(here, ear, "まだ替わる間")]
            assert max(meanwhile) < 3
            await nodes.are_well()
            assert min([await took(here, ear, f"替わったあと {turn}") for turn in range(3)]) < QUICK
            numbers = [frame["number"] for frame in ear.facts if frame["stream"] == f"room/{WELFARE}"]
    print(f"while it was replaced {max(meanwhile):.2f} s")
    assert numbers == sorted(set(numbers))


@pytest.mark.req("D18", "D20", "N23")
@pytest.mark.parametrize("is_there", [True, False])
async def test_whoever_is_suspended_here_is_out_over_there_within_seconds(
    nodes: Nodes, is_there: bool
) -> None:
    async with nodes.there.listens(SUZUKI) as ear:
        if not is_there:
            nodes.bus.kill()
        path = f"/api/accounts/{SUZUKI}/suspension"
        assert (await nodes.here.call(TAKAHASHI, "PUT", path)).status_code == 204
        assert (await ear.ended(2 if is_there else 5))[0] == 4401
    assert (await nodes.there.call(SUZUKI, "GET", "/api/screen")).status_code == 401


@pytest.mark.req("MSG-21")
async def test_who_writes_here_is_seen_writing_there(nodes: Nodes) -> None:
    async with nodes.here.listens(SUZUKI) as writing, nodes.there.listens(SATO) as looking:
        await looking.ask("look", stream=f"room/{WELFARE}")
        await writing.ask("typing.write", room_id=str(WELFARE))
        await looking.until(lambda: any(frame.get("signal") == "typing.writes" for frame in looking.frames))


async def guessed(town: Town) -> int:
    wrong = {"tenant": "mihon", "login_id": "10001", "password": "まちがったパスワード"}
    return (await town.call(None, "POST", "/api/sign-in", wrong)).status_code


@pytest.mark.req("N32")
async def test_a_machine_that_guesses_gains_nothing_by_going_to_the_next_node(nodes: Nodes) -> None:
    for _ in range(10):
        assert await guessed(nodes.here) == 401
    await asyncio.sleep(0.3)
    assert await guessed(nodes.there) == 429
    nodes.bus.kill()  # then each counts alone, and goes on
    assert await guessed(nodes.here) == 429


@asynccontextmanager
async def _gone(nodes: Nodes) -> AsyncGenerator[int]:
    """The number that a page holds when it loses its node."""
    async with nodes.here.listens(SUZUKI) as ear:
        for turn in range(3):
            await nodes.here.says(SATO, f"{turn}", WELFARE)
        yield (await ear.fact("messages.posted", 3))["number"]


@pytest.mark.req("D12", "C7")
async def test_whoever_changes_nodes_is_told_no_older_numbers(nodes: Nodes) -> None:
    async with nodes.there.listens(SATO):  # so that the room has a place over there, where nothing rings
        nodes.bus.kill()
        async with _gone(nodes) as held, nodes.there.listens(SUZUKI) as ear:
            assert ear.hello["heads"][f"room/{WELFARE}"] >= held
