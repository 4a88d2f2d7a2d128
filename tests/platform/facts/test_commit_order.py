"""Commits in another order than numbers: a work that has numbered its facts may commit after later ones (F17)."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.platform.hall import Someone, call, hall_stream, sit
from tests.platform.nodes import KINDS, hearing, realtime_over, until
from yoriai.platform.db.store import Store
from yoriai.platform.facts.durable import DurableReaders, Entry, Reader
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.realtime import realtime as realtimes
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio

PAUSE = 2.0  # seconds between numbering and commit, where commits can overtake each other


async def tell_late(works: Works, hall_id: UUID, *, numbered: asyncio.Event, pause: float = PAUSE) -> None:
    """Number a fact, then wait a while with the commit."""
    async with works.writing() as work:
        call(work, hall_id, "late")
        commit = work.session.commit

        async def hesitant() -> None:
            numbered.set()
            await asyncio.sleep(0.2 if works.store.is_single_writer else pause)
            await commit()

        work.session.commit = hesitant  # type: ignore[method-assign]


@asynccontextmanager
async def overtaken(works: Works, early: UUID, late: UUID) -> AsyncGenerator[asyncio.Task[None]]:
    """A work that has numbered but not committed, and a later one that has committed before it."""
    numbered = asyncio.Event()
    waiting = asyncio.create_task(tell_late(works, late, numbered=numbered))
    await numbered.wait()
    if not works.store.is_single_writer:
        async with works.writing() as work:
            call(work, early, "early")
    yield waiting
    await waiting
    if works.store.is_single_writer:
        async with works.writing() as work:
            call(work, early, "early")


class Naive:
    """A reader as one would write it first: everything beyond the last position seen."""

    def __init__(self, works: Works) -> None:
        self.works, self.last = works, 0
        self.streams: list[str] = []

    async def look(self) -> None:
        async with self.works.reading() as work:
            beyond = select(JournalRow.position, JournalRow.stream).where(JournalRow.position > self.last)
            for row in await work.session.execute(beyond.order_by(JournalRow.position)):
                self.last = row.position
                self.streams.append(row.stream)


class Heard:
    """A durable reader that remembers what it was handed."""

    def __init__(self) -> None:
        self.streams: list[str] = []
        self.numbers: list[int] = []

    async def handle(self, work: Work, entries: object) -> None:
        for entry in entries:  # type: ignore[attr-defined]
            assert isinstance(entry, Entry)
            self.streams.append(entry.line.stream)
            self.numbers.append(entry.line.number)


@pytest.mark.req("N98", "D8", "D16")
async def test_nobody_misses_what_was_numbered_early_and_committed_late(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.3)
    early, late, me = uuid4(), uuid4(), Someone()
    realtime = realtime_over(store)
    works = realtime.works
    async with works.writing() as work:
        await sit(work, early, me.account_id)
        await sit(work, late, me.account_id)
    naive, heard = Naive(works), Heard()
    reader = Reader("heard", heard.handle)
    durable = DurableReaders(works, Journal(KINDS), [reader])

    async with realtime.running(), hearing(realtime, me) as ear:
        async with overtaken(works, early, late) as waiting:
            while not waiting.done():  # everybody looks, again and again, while the commit is awaited
                await naive.look()
                await durable.read(reader)
                await asyncio.sleep(0.1)
        await naive.look()
        await durable.read(reader)
        await until(lambda: len(ear.numbers) == 2)

    assert sorted(heard.streams) == sorted((hall_stream(early), hall_stream(late)))
    assert (ear.numbers_of(hall_stream(early)), ear.numbers_of(hall_stream(late))) == ([1], [1])
    if not store.is_single_writer:
        assert ear.words == ["early", "late"]
        assert naive.streams == [hall_stream(early)], "the naive reader misses it: the test does what it says"


@pytest.mark.req("N98", "D8")
async def test_on_one_stream_commits_cannot_overtake_each_other(store: Store, hall_id: UUID):
    works, numbered = Works(store), asyncio.Event()
    late = asyncio.create_task(tell_late(works, hall_id, numbered=numbered, pause=0.3))
    await numbered.wait()
    async with works.writing() as work:
        after = call(work, hall_id, "after")

    await late
    assert after.number == 2


@pytest.mark.req("N98")
async def test_a_work_that_began_early_and_numbered_late_is_read_in_the_order_of_numbers(
    store: Store, hall_id: UUID
):
    """Transactions get their own number when they first write, long before they number their facts."""
    works, heard = Works(store), Heard()
    reader = Reader("heard", heard.handle)
    durable = DurableReaders(works, Journal(KINDS), [reader])
    if store.is_single_writer:
        for _ in range(2):
            async with works.writing() as work:
                call(work, hall_id)
    else:
        async with works.writing() as first:
            call(first, uuid4(), "began first")
            await first.session.flush()
            async with works.writing() as bystander:
                call(bystander, uuid4())
                await bystander.session.flush()
                async with works.writing() as second:
                    call(second, hall_id)
                call(first, hall_id)
                await first.session.flush()

    while await durable.read(reader):
        pass
    of_the_hall = [
        number
        for stream, number in zip(heard.streams, heard.numbers, strict=True)
        if stream == hall_stream(hall_id)
    ]
    assert of_the_hall == [1, 2]
