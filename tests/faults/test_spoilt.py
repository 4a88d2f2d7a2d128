"""That decoders are really taken over (F23), and that one which is not is noticed."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests import warm
from tests.faults import of_files
from tests.faults.bout import Bout
from tests.faults.crew import two_talking
from tests.faults.installation import Installation
from tests.faults.of_files import spoilt_picture
from tests.faults.server import Server
from tests.grounds import Ground
from tests.people.files.corpus.samples import photo
from tests.people.files.sanitizing.corpus import written
from tests.platform.turns import SHORT, told_of
from yoriai.platform.db.store import opened

SEED = 20261127
pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["sqlite"], indirect=True)]


@asynccontextmanager
async def two_files_judged(ground: Ground, folder: Path) -> AsyncGenerator[Bout]:
    """Two talk, while a picture that takes its decoder over and a photograph are judged."""
    with ground.copied(folder) as url:
        server = Server(folder, url, asks_per_second=1_000_000)
        try:
            await server.start()
            async with two_talking([server.node], SEED) as crew:
                ends_at = asyncio.get_running_loop().time()
                bout = Bout(Installation(folder, [server], None), crew, random.Random(SEED), ends_at)
                await bout.flow()
                await of_files.begin_spoilt(bout)
                await of_files.brought(
                    bout, [spoilt_picture("aborts"), ("現場.jpg", written(photo(), "JPEG"))]
                )
                async with opened(url) as store:
                    await of_files.all_judged(store)
                yield bout
        finally:
            server.stop()


@pytest.mark.req("F23", "N84")
async def test_what_takes_its_decoder_over_is_held_and_a_photograph_beside_it_is_not(
    ground: Ground, tmp_path: Path
) -> None:
    async with two_files_judged(ground, tmp_path) as bout:
        await of_files.judge_files(bout)
        server = bout.servers[0].process
        assert server is not None and server.pid is not None
        assert told_of(server.pid)[2] == SHORT
    assert (bout.counted["files held"], bout.counted["files disarmed"]) == (1, 1)


@pytest.mark.req("F23")
async def test_a_decoder_that_is_not_taken_over_is_noticed(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_files, "spoilt", warm.yoriai)
    async with two_files_judged(ground, tmp_path) as bout:
        with pytest.raises(AssertionError, match="is disarmed"):
            await of_files.judge_files(bout)
