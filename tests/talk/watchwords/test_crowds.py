"""A word for which many watch: everybody is called once, and never more than so many under one lock."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.talk.watchwords.test_watchwords import (
    comes_to,
    edits,
    entries_of,
    eventually,
    is_read,
    watch,
    watched,
)
from tests.town import Town
from yoriai.platform.facts.durable import Entry
from yoriai.talk.messages.facts import MessageEdited
from yoriai.talk.watchwords import call as calling
from yoriai.talk.watchwords.models import Watchword, WordCall

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-16")]
WATCHERS = (SUZUKI, TANAKA, TAKAHASHI)


@pytest.fixture
async def crowd(town: Town) -> None:
    """Three who watch for one word in a room."""
    members = {"accounts": [str(TANAKA), str(TAKAHASHI)]}
    assert (await town.call(SATO, "POST", f"/api/rooms/{WELFARE}/members", members)).status_code == 204
    for who in WATCHERS:
        assert (await watch(town, who, "予算"))[0] == 201


async def met(town: Town) -> list[int]:
    """How often each of them was told."""
    return [(await town.told_at(f"person/{who}")).count("watchwords.met") for who in WATCHERS]


async def rows(town: Town) -> int:
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.count()).select_from(WordCall)) or 0


async def taken(town: Town, entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """Read these lines as the reader does: each time how many were called, and how many lines are done with."""
    steps, left = list[tuple[int, int]](), entries
    while left:
        before = await rows(town)
        async with town.assembly.works.writing() as work:
            done = await calling.call(work, left)
        steps.append((await rows(town) - before, done))
        left = left[done:]
    return steps


@pytest.mark.usefixtures("crowd")
async def test_many_are_called_a_few_at_a_time_and_each_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "MOST_CALLS", 2)
    for at in range(3):
        await town.says(SATO, f"予算の話{at}", WELFARE)
    for who in WATCHERS:
        await comes_to(town, who, [1, 2, 3])
    assert await met(town) == [3, 3, 3]


@pytest.mark.usefixtures("crowd")
async def test_no_lock_is_held_for_more_than_so_many(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "MOST_LINES", 2)
    async with (
        town.assembly.works.writing() as work
    ):  # what the reader of the town passes over calls nobody there
        await work.session.execute(update(Watchword).values(since=work.now.replace(year=work.now.year + 1)))
    said = [UUID(await town.says(SATO, f"予算の話{at}", WELFARE)) for at in range(3)]
    entries = await entries_of(town, said)
    await eventually(town, lambda: is_read(town))
    monkeypatch.setattr(calling, "MOST_CALLS", 2)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Watchword).values(since=entries[0].line.at))
    assert await taken(town, entries) == [(2, 0), (2, 1), (2, 1), (2, 0), (1, 1)]
    assert [await watched(town, who) for who in WATCHERS] == [[1, 2, 3]] * 3


@pytest.mark.usefixtures("crowd")
async def test_what_an_edit_takes_away_is_taken_from_a_few_at_a_time(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = await town.says(SATO, "予算の話", WELFARE)
    for who in WATCHERS:
        await comes_to(town, who, [1])
    monkeypatch.setattr(calling, "MOST_CALLS", 2)
    await edits(town, said, "別の話")
    for who in WATCHERS:
        await comes_to(town, who, [])
    assert await met(town) == [2, 2, 2]
    assert MessageEdited.name in await town.told_at(f"room/{WELFARE}")
