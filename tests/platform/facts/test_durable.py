"""Durable readers: every line once, in order, together with what the reader makes of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update
from structlog.testing import capture_logs

from tests.platform.hall import Call, Called, call, hall_stream
from tests.platform.nodes import KINDS, until
from yoriai.platform.db.store import Store
from yoriai.platform.facts import ahead, durable
from yoriai.platform.facts.durable import DurableReaders, Entry, Reader, horizon_lag
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio


@dataclass
class Scribe:
    """A reader that writes down what it hears: a row for every line, beside what it remembers."""

    name: str = "scribe"
    heard: list[Entry] = field(default_factory=list[Entry])
    fails: int = 0

    async def write_down(self, work: Work, entries: Sequence[Entry]) -> None:
        for entry in entries:
            work.session.add(Call(hall_id=UUID(int=0), words=f"{entry.line.stream} {entry.line.number}"))
        if self.fails:
            self.fails -= 1
            raise RuntimeError("no ink")
        self.heard.extend(entries)

    @property
    def reader(self) -> Reader:
        return Reader(self.name, self.write_down)

    @property
    def numbers(self) -> list[int]:
        return [entry.line.number for entry in self.heard]


def readers(store: Store, *scribes: Scribe) -> DurableReaders:
    works = Works(store, InProcess())
    return DurableReaders(works, Journal(KINDS), [scribe.reader for scribe in scribes])


async def tell(works: Works, *halls: UUID) -> None:
    async with works.writing() as work:
        for hall_id in halls:
            call(work, hall_id)


async def written(works: Works) -> int:
    async with works.reading() as work:
        return await written_in(work)


async def written_in(work: Work) -> int:
    rows = select(func.count()).select_from(Call).where(Call.hall_id == UUID(int=0))
    return await work.session.scalar(rows) or 0


async def test_a_new_reader_begins_with_the_oldest_line(store: Store, hall_id: UUID):
    scribe = Scribe()
    reading = readers(store, scribe)
    await tell(reading.works, hall_id, hall_id)

    assert await reading.read(scribe.reader) is False
    assert scribe.numbers == [1, 2]


async def test_each_line_is_handed_over_once_and_again_only_what_is_new(store: Store, hall_id: UUID):
    scribe = Scribe()
    reading = readers(store, scribe)
    for _ in range(3):
        await tell(reading.works, hall_id)
        await reading.read(scribe.reader)
        await reading.read(scribe.reader)

    assert scribe.numbers == [1, 2, 3]
    assert await written(reading.works) == 3


async def test_an_entry_knows_who_did_it_and_from_where(store: Store, hall_id: UUID):
    scribe, me = Scribe(), uuid4()
    reading = readers(store, scribe)
    cause = Cause(me, uuid4(), uuid4(), uuid4(), "lgwan", "192.0.2.1", "request")
    async with reading.works.writing(cause) as work:
        told = call(work, hall_id, by=me)
    await reading.read(scribe.reader)

    (entry,) = scribe.heard
    assert entry.cause == cause
    assert (entry.line.fact, entry.line.by, entry.line.at) == (told.fact, me, work.now)


async def test_much_is_read_in_pieces(store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ahead, "MOST_AT_ONCE", 2)
    scribe = Scribe()
    reading = readers(store, scribe)
    await tell(reading.works, *[hall_id] * 5)

    more = [await reading.read(scribe.reader) for _ in range(4)]
    assert (more, scribe.numbers) == ([True, True, False, False], [1, 2, 3, 4, 5])


async def test_a_reader_takes_as_much_as_it_will_under_one_lock(store: Store, hall_id: UUID):
    scribe = Scribe()

    async def one_in_two(work: Work, entries: Sequence[Entry]) -> int:
        """Takes the first line at the second time, and leaves the others for later."""
        await scribe.write_down(work, entries[:1])
        return await written_in(work) % 2 == 0

    reading = readers(store)
    reader = Reader("slow", one_in_two)
    await tell(reading.works, hall_id, hall_id)
    await tell(reading.works, hall_id)

    more = [await reading.read(reader) for _ in range(7)]
    assert (more, scribe.numbers) == ([True, True, True, True, True, False, False], [1, 1, 2, 2, 3, 3])


@pytest.mark.req("D4")
async def test_what_a_reader_makes_of_lines_and_how_far_it_has_come_are_one(store: Store, hall_id: UUID):
    scribe = Scribe(fails=1)
    reading = readers(store, scribe)
    await tell(reading.works, hall_id)

    with pytest.raises(RuntimeError):
        await reading.read(scribe.reader)
    assert (await written(reading.works), scribe.numbers) == (0, [])

    await reading.read(scribe.reader)
    assert (await written(reading.works), scribe.numbers) == (1, [1])


async def test_two_nodes_share_the_work_of_one_reader(store: Store, hall_id: UUID):
    mine, theirs = Scribe(), Scribe()
    here, there = readers(store, mine), readers(store, theirs)
    await tell(here.works, *[hall_id] * 20)

    await asyncio.gather(*(node.read(scribe.reader) for node, scribe in [(here, mine), (there, theirs)] * 3))
    while await here.read(mine.reader):
        pass

    assert sorted(mine.numbers + theirs.numbers) == list(range(1, 21))
    assert await written(here.works) == 20


async def test_a_node_leaves_the_reader_to_the_one_that_is_reading(store: Store, hall_id: UUID):
    if store.is_single_writer:
        return  # there the write lock lets one read at a time
    slow, quick = Scribe(), Scribe()
    here, there = readers(store, slow), readers(store, quick)
    await tell(here.works, hall_id)
    await here.read(slow.reader)
    await tell(here.works, hall_id)
    reached, go_on = asyncio.Event(), asyncio.Event()

    async def wait(work: Work, entries: Sequence[Entry]) -> None:
        reached.set()
        await go_on.wait()

    reading = asyncio.create_task(here.read(Reader("scribe", wait)))
    await reached.wait()
    assert await there.read(quick.reader) is False
    go_on.set()
    await reading
    assert quick.heard == []


async def test_a_running_reader_is_woken_by_the_doorbell(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(durable, "LOOK_EVERY", 60.0)
    monkeypatch.setattr(durable, "GATHER", 0.01)
    scribe, other = Scribe(), Scribe("other")
    reading = readers(store, scribe, other)
    async with reading.running():
        await asyncio.sleep(0.05)
        await tell(reading.works, uuid4())
        await until(lambda: scribe.numbers == other.numbers == [1])
        async with reading.works.writing() as work:
            work.signal("hall/x", "hall.counted")  # a ring that says nothing of facts wakes nobody
        await tell(reading.works, uuid4())
        await until(lambda: scribe.numbers == other.numbers == [1, 1])


@pytest.mark.req("D16")
async def test_a_running_reader_looks_by_itself_when_the_doorbell_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(durable, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(durable, "GATHER", 0.01)
    scribe = Scribe()
    reading = readers(store, scribe)
    async with reading.running():
        await tell(Works(store), uuid4())
        await until(lambda: scribe.numbers == [1])
    assert durable.LOOK_EVERY <= 3


async def test_a_running_reader_that_fails_tries_again_and_hinders_no_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(durable, "LONGEST_PAUSE", 0.05)
    monkeypatch.setattr(durable, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(durable, "GATHER", 0.01)
    failing, other = Scribe(fails=2), Scribe("other")
    reading = readers(store, failing, other)
    with capture_logs() as logged:
        async with reading.running():
            await tell(reading.works, uuid4())
            await until(lambda: other.numbers == failing.numbers == [1])

    assert [line["reader"] for line in logged if "reader" in line] == ["scribe", "scribe"]
    assert await written(reading.works) == 2


async def test_a_running_reader_reads_on_while_there_is_more(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ahead, "MOST_AT_ONCE", 2)
    monkeypatch.setattr(durable, "LOOK_EVERY", 60.0)
    scribe = Scribe()
    reading = readers(store, scribe)
    await tell(reading.works, *[uuid4()] * 7)
    async with reading.running():
        await until(lambda: len(scribe.heard) == 7)


async def test_stopping_lets_a_reader_finish_its_transaction(store: Store, hall_id: UUID):
    entered = asyncio.Event()

    async def slowly(work: Work, entries: Sequence[Entry]) -> None:
        entered.set()
        await asyncio.sleep(0.2)
        work.session.add(Call(hall_id=UUID(int=0), words="done"))

    works = Works(store, InProcess())
    reading = DurableReaders(works, Journal(KINDS), [Reader("slow", slowly)])
    await tell(works, hall_id)
    async with reading.running():
        await entered.wait()
    assert await written(works) == 1


async def test_a_fact_that_this_server_does_not_know_is_not_passed_over(store: Store, hall_id: UUID):
    scribe = Scribe()
    reading = readers(store, scribe)
    await tell(reading.works, hall_id, hall_id)
    async with reading.works.writing() as work:
        await work.session.execute(update(JournalRow).where(JournalRow.number == 1).values(name="hall.new"))

    with pytest.raises(KeyError):
        await reading.read(scribe.reader)
    newer = DurableReaders(reading.works, Journal(KINDS | {"hall.new": Called}), [scribe.reader])
    await newer.read(scribe.reader)
    assert scribe.numbers == [1, 2]


async def test_the_horizon_lags_as_long_as_an_open_work_keeps_readers_waiting(store: Store, hall_id: UUID):
    works = Works(store)
    async with works.reading() as work:
        assert await horizon_lag(work.session, store) == 0.0
    if store.is_single_writer:
        await tell(works, hall_id)
        async with works.reading() as work:
            assert await horizon_lag(work.session, store) == 0.0
        return

    async with works.writing() as open_work:
        call(open_work, uuid4())
        await open_work.session.flush()
        earlier = datetime.now(UTC) - timedelta(seconds=90)
        await tell(Works(store, now=lambda: earlier), hall_id)
        async with works.reading() as work:
            assert 89 < await horizon_lag(work.session, store) < 100
    async with works.reading() as work:
        assert await horizon_lag(work.session, store) == 0.0
    assert hall_stream(hall_id)
