"""A dump brought back into another server: its transactions count from somewhere else, and readers must not notice."""

import asyncio
from collections.abc import Generator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from tests.app.test_moved import Clerk
from tests.cast import ROADS, SATO, TANAKA, WELFARE
from tests.faults.server import Server
from tests.grounds import Ground
from tests.town import open_town
from yoriai.app.cli import main
from yoriai.platform.db.store import opened

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.parametrize("ground", ["postgresql"], indirect=True),
]
FURTHER = 1_000_000_000  # transactions that the other server had counted


@pytest.fixture
def url(ground: Ground, tmp_path: Path) -> Generator[str]:
    with ground.copied(tmp_path, rebuilds=True) as copy:
        yield copy


def yoriai(url: str, *words: str) -> Result:
    return CliRunner().invoke(main, list(words), env={"YORIAI_DATABASE": url})


async def from_further_on(url: str) -> None:
    """What a server holds that has counted less than the one from which it comes."""
    async with opened(url) as store, store.writing() as session:
        for table in ("journal", "streams", "durable_cursors"):
            await session.execute(text(f"UPDATE {table} SET xid = xid + {FURTHER} WHERE xid > 0"))
        await session.commit()


@pytest.mark.req("F26", "N110")
async def test_readers_go_on_in_a_server_that_has_counted_less(url: str, tmp_path: Path):
    clerk = Clerk()
    async with open_town(url, tmp_path) as town:
        await town.says(SATO, "読んだもの", WELFARE)
        await asyncio.sleep(0.1)
    await clerk.read_at(url)
    async with open_town(url, tmp_path) as town:
        await town.says(SATO, "まだ読んでいないもの", WELFARE)
    await from_further_on(url)
    before = len(clerk.heard)
    await clerk.read_at(url)
    assert len(clerk.heard) == before, "what is not settled is not read"

    folder = tmp_path / str(uuid4())
    folder.mkdir()
    with pytest.raises(AssertionError, match="yoriai restored"):
        await Server(folder, url).start()
    assert (
        await asyncio.to_thread(yoriai, url, "restored")
    ).output == "整えました。サーバーを起動できます。\n"
    assert (await asyncio.to_thread(yoriai, url, "restored")).output == "整えるところはありません。\n"

    async with open_town(url, tmp_path) as town:
        await town.says(TANAKA, "別のルームで", ROADS)
        await town.says(SATO, "戻したあと", WELFARE)
    await clerk.read_at(url)
    assert len(set(clerk.heard)) == len(clerk.heard)
    room = [number for stream, number in clerk.heard if stream == f"room/{WELFARE}"]
    assert room == list(range(room[0], room[0] + 3))
    assert f"room/{ROADS}" in {stream for stream, _ in clerk.heard[before:]}
