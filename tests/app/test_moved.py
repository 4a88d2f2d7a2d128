"""A town that has moved goes on as if nothing had been: the same people, the same numbers, nothing heard twice."""

from collections.abc import Generator, Sequence
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.cast import SATO, SUZUKI, WELFARE
from tests.grounds import Ground, prepare
from tests.postgres import database
from tests.town import Town, open_town
from yoriai.app.cli.digest import EVERYTHING
from yoriai.app.wiring import FEATURES
from yoriai.migrations import steps
from yoriai.platform.db import at_once, at_rest
from yoriai.platform.db.move import connected, move
from yoriai.platform.db.store import opened
from yoriai.platform.facts.durable import DurableReaders, Entry, Reader
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.models import DurableCursor, JournalRow
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.parametrize("ground", ["postgresql"], indirect=True),
]
KINDS = {fact.name: fact for feature in FEATURES for fact in feature.facts}
STREAM = f"room/{WELFARE}"


@pytest.fixture
async def old(tmp_path: Path) -> str:
    """The cast on one machine."""
    url = f"sqlite:{tmp_path / 'yoriai.db'}"
    await prepare(url)
    return url


@pytest.fixture
def new(ground: Ground) -> Generator[str]:
    """The empty place to which they move."""
    with database(ground.server) as url:
        yield url


async def moved(old: str, new: str) -> None:
    await steps.up(new)
    with at_rest.at_rest(Path(old.removeprefix("sqlite:"))) as source:
        await move(source, new, EVERYTHING, lambda _table, _rows: None)


async def read(town: Town, who: UUID) -> Sequence[object]:
    """A room's messages, as somebody reads them who has been signed in all along."""
    answer = await town.call(who, "GET", f"/api/rooms/{WELFARE}/messages")
    assert answer.status_code == 200, answer.text
    said: Sequence[object] = answer.json()["messages"]
    return said


async def test_the_same_session_reads_the_same_room_and_goes_on_by_its_numbers(
    old: str, new: str, tmp_path: Path
):
    async with open_town(old, tmp_path) as town:
        await town.says(SATO, "きのうの当番表です", WELFARE)
        async with town.listens(SUZUKI) as ear:
            held = ear.hello["heads"][STREAM]
        await town.says(SATO, "引っ越しの前に、もう一つ", WELFARE)
        before = await read(town, SUZUKI)

    await moved(old, new)

    async with open_town(new, tmp_path) as town:
        assert await read(town, SUZUKI) == before
        async with town.listens(SUZUKI) as ear:
            assert await ear.ask("hear", since={STREAM: held}) == {"reset": []}
            await town.says(SATO, "引っ越しました", WELFARE)
            await ear.fact("messages.posted", times=2)
            told = [frame["number"] for frame in ear.facts if frame["stream"] == STREAM]
        assert told == [held + 1, held + 2]
        assert len(await read(town, SUZUKI)) == len(before) + 1


async def test_no_more_rows_are_held_than_were_asked_for(
    old: str, ground: Ground, monkeypatch: pytest.MonkeyPatch
):
    """A town of millions of messages goes through as much memory as this one."""
    monkeypatch.setattr(at_once, "MOST_AT_ONCE", 2)
    monkeypatch.setattr(at_rest, "MOST_AT_ONCE", 2)
    (accounts,) = (table for table in EVERYTHING if table.name == "accounts")
    with at_rest.at_rest(Path(old.removeprefix("sqlite:"))) as file:
        here = [batch async for batch in file.batches(accounts)]
    async with connected(ground.url) as connection:
        there = [batch async for batch in at_once.AtOnce(connection).batches(accounts)]
    assert [len(batch) for batch in here] == [len(batch) for batch in there] == [2, 2, 1]


class Clerk:
    """A durable reader that remembers where each line stood."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, int]] = []

    async def handle(self, work: Work, entries: Sequence[Entry]) -> None:
        self.heard += [(entry.line.stream, entry.line.number) for entry in entries]

    async def read_at(self, url: str) -> None:
        async with opened(url) as store:
            reader = Reader("clerk", self.handle)
            readers = DurableReaders(Works(store), Journal(KINDS), [reader])
            while await readers.read(reader):
                pass


async def test_durable_readers_go_on_where_they_were(old: str, new: str, tmp_path: Path):
    """Every line once and in the order in which it was told, over the boundary between the two databases."""
    clerk = Clerk()
    async with open_town(old, tmp_path) as town:
        for words in ("読んだもの", "これも"):
            await town.says(SATO, words, WELFARE)
    await clerk.read_at(old)
    async with open_town(old, tmp_path) as town:
        await town.says(SATO, "まだ読んでいないもの", WELFARE)

    await moved(old, new)

    async with open_town(new, tmp_path) as town:
        await town.says(SUZUKI, "引っ越したあと", WELFARE)
        async with town.assembly.works.reading() as work:
            lines = await work.session.scalar(select(func.count()).select_from(JournalRow))
            stood = await work.session.scalar(select(DurableCursor).where(DurableCursor.reader == "clerk"))
            assert stood is not None
            assert stood.xid == 0
    read_before = len(clerk.heard)
    await clerk.read_at(new)
    assert len(clerk.heard) == lines
    assert len(set(clerk.heard)) == lines
    assert read_before < len(clerk.heard)
    room = [number for stream, number in clerk.heard if stream == STREAM]
    assert room == sorted(room)

    async with open_town(new, tmp_path) as town:
        await town.says(SATO, "もう一つ", WELFARE)
    await clerk.read_at(new)
    assert clerk.heard[-1] == (STREAM, room[-1] + 1)
    assert len(set(clerk.heard)) == len(clerk.heard)
