"""That all lines end at once, and that somebody does not read, is really done: what does nothing is noticed."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from tests.faults import of_readers, of_storms
from tests.faults.bout import Bout, laid
from tests.faults.checker import violations
from tests.faults.crew import two_talking
from tests.faults.installation import Installation
from tests.faults.server import Server
from tests.faults.wires import CHUNK, Passage, Wires
from tests.grounds import Ground

SEED = 20261126
CROWD = 6
pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["sqlite"], indirect=True)]


@asynccontextmanager
async def bout_behind_wires(ground: Ground, folder: Path) -> AsyncGenerator[Bout]:
    """Two talk, and between them and the server there are wires."""
    with ground.copied(folder) as url:
        server = Server(folder, url, asks_per_second=1_000_000)
        try:
            await server.start()
            async with AsyncExitStack() as stack:
                dice = random.Random(SEED)
                wires = list[Wires]()
                node = await laid(stack, server.node, wires, dice)
                async with two_talking([node], SEED) as crew:
                    ends_at = asyncio.get_running_loop().time()
                    bout = Bout(Installation(folder, [server], None), crew, dice, ends_at, wires=wires)
                    await bout.flow()
                    yield bout
        finally:
            server.stop()


async def judged(bout: Bout) -> None:
    await bout.flow()
    await bout.crew.settled()
    assert violations(bout.crew.history, await bout.crew.final()) == []


@pytest.mark.req("F14", "D15", "C5", "C12")
async def test_when_all_lines_end_at_once_all_are_soon_back_and_miss_nothing(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_storms, "IN_NO_HURRY", 1.0)
    monkeypatch.setattr(of_storms, "LOOKS_EVERY", 0.1)
    async with bout_behind_wires(ground, tmp_path) as bout:
        await of_storms.storms(bout, CROWD)
        await judged(bout)
    assert bout.counted["lines cut"] == CROWD + 2


@pytest.mark.req("F14")
async def test_a_storm_in_which_no_line_ends_is_noticed(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_storms, "BACK_WITHIN", 4.0)
    monkeypatch.setattr(Passage, "cut", lambda _: None)
    async with bout_behind_wires(ground, tmp_path) as bout:
        with pytest.raises(TimeoutError):
            await of_storms.storms(bout, CROWD)


@pytest.mark.req("F11", "D14", "C5")
async def test_a_page_that_reads_no_more_is_let_go_and_misses_nothing(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_readers, "USUALLY", 0.5)
    monkeypatch.setattr(
        of_readers, "SLACK", 5.0
    )  # how soon others hear is asked where there is time to measure
    async with bout_behind_wires(ground, tmp_path) as bout:
        await of_readers.slow_readers(bout)
        await judged(bout)
    assert bout.counted["pages let go"] == 1
    assert bout.counted["KiB told until then"] * 1024 > of_readers.BUFFER


@pytest.mark.req("F11")
async def test_a_page_that_reads_on_all_the_same_is_noticed(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_readers, "USUALLY", 0.5)
    monkeypatch.setattr(of_readers, "LET_GO_WITHIN", 2.0)
    monkeypatch.setattr(Wires, "_taken", lambda _self, _passage, source, _side: source.read(CHUNK))
    async with bout_behind_wires(ground, tmp_path) as bout:
        with pytest.raises(TimeoutError):
            await of_readers.slow_readers(bout)
