"""What falls due while one of two nodes stands still, or is killed, is done once; and that a fault is one is noticed."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.faults import of_schedules
from tests.faults.bout import Bout
from tests.faults.checker import violations
from tests.faults.crew import two_talking
from tests.faults.installation import Installation
from tests.faults.log import Booked, Rang
from tests.faults.server import Server
from tests.grounds import Ground

SEED = 20261126
pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["postgresql"], indirect=True)]


@asynccontextmanager
async def bout_of_two_nodes(ground: Ground, tmp_path: Path) -> AsyncGenerator[Bout]:
    """Two talk, each to either of two nodes that share a database."""
    with ground.copied(tmp_path) as url:
        folder = tmp_path / "town"
        places = [folder / "node1", folder / "node2"]
        for place in places:
            place.mkdir(parents=True)
        servers = [Server(place, url, asks_per_second=1_000_000) for place in places]
        try:
            await asyncio.gather(*(server.start() for server in servers))
            async with two_talking([server.node for server in servers], SEED) as crew:
                for talker in crew.talkers:
                    talker.habits.pause = 0.5
                ends_at = asyncio.get_running_loop().time()
                bout = Bout(Installation(folder, servers, None), crew, random.Random(SEED), ends_at)
                await bout.flow(2)
                yield bout
        finally:
            for server in servers:
                server.stop()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_schedules, "OF_EACH", 3)
    monkeypatch.setattr(of_schedules, "APART", 0)  # clocks of their own take long to be wound up
    monkeypatch.setattr(of_schedules, "clock_of", lambda _: dict[str, str]())
    # So long that the database has let go of what the one that stands still holds, be it in the middle of a work.
    monkeypatch.setattr(of_schedules, "STOPS", (9.0, 10.0))
    monkeypatch.setattr(of_schedules, "AFTERWARDS", 2)
    monkeypatch.setattr(of_schedules, "MOST_ROUNDS", 1)


@pytest.mark.req("F22", "MSG-16", "C1", "C2")
async def test_what_falls_due_while_a_node_stands_still_is_done_once(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_schedules, "MOST_ROUNDS", 4)  # chance may have it that nothing was in hand
    async with bout_of_two_nodes(ground, tmp_path) as bout:
        await of_schedules.schedulers(bout, of_schedules.stands_still)
        await bout.crew.settled()
        assert violations(bout.crew.history, await bout.crew.final()) == []
        kinds = [type(event) for event in bout.crew.history.events]
    assert kinds.count(Booked) == bout.counted["rounds"] * of_schedules.OF_EACH
    assert kinds.count(Rang) >= kinds.count(Booked)
    assert bout.counted["jobs taken over"] > 0


@pytest.mark.req("F22")
async def test_a_fault_in_which_nobody_has_to_take_anything_over_is_noticed(
    ground: Ground, tmp_path: Path
) -> None:
    async def nothing(_bout: Bout, _number: int, _skew: Path) -> None:
        pass

    async with bout_of_two_nodes(ground, tmp_path) as bout:
        with pytest.raises(AssertionError, match="no job was taken over"):
            await of_schedules.schedulers(bout, nothing)
