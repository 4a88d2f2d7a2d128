"""What a durable reader asked for: it is handed nothing else, and what is not for it costs no transaction."""

from collections.abc import Collection, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.platform.hall import Ended, call
from tests.platform.nodes import KINDS
from yoriai.platform.db.statement import Row, Rows, Statement
from yoriai.platform.db.store import Store
from yoriai.platform.facts import ahead, durable
from yoriai.platform.facts.durable import DurableReaders, Entry, Reader
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.models import DurableCursor, JournalRow
from yoriai.platform.facts.order import Place
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio


@dataclass
class Heard:
    """What a reader was handed."""

    entries: list[Entry] = field(default_factory=list[Entry])

    async def note(self, work: Work, entries: Sequence[Entry]) -> None:
        self.entries.extend(entries)


@contextmanager
def looks(monkeypatch: pytest.MonkeyPatch) -> Generator[list[Place]]:
    """From which places the journal is asked what lies ahead."""
    asked: list[Place] = []
    really = ahead.lines_after

    def counted(rows: Rows, statement: Statement, place: Place) -> list[Row]:
        asked.append(place)
        return really(rows, statement, place)

    with monkeypatch.context() as patched:
        patched.setattr(ahead, "lines_after", counted)
        yield asked


def reading_of(store: Store) -> DurableReaders:
    return DurableReaders(Works(store), Journal(KINDS), [])


async def tell(works: Works, hall_id: UUID, *, times: int = 1) -> None:
    async with works.writing() as work:
        for _ in range(times):
            call(work, hall_id)


async def place_of(works: Works, name: str) -> int | None:
    async with works.reading() as work:
        cursor = await work.session.get(DurableCursor, name)
        return None if cursor is None else cursor.position


async def test_a_reader_is_handed_the_facts_it_asked_for_and_no_others(store: Store, hall_id: UUID):
    heard, me = Heard(), uuid4()
    reading = reading_of(store)
    async with reading.works.writing() as work:
        call(work, hall_id)
        work.state(Ended(account_id=me), by=me)
    await reading.read(Reader("endings", heard.note, of=frozenset({Ended})))

    assert [entry.line.fact for entry in heard.entries] == [Ended(account_id=me)]


async def test_what_concerns_a_reader_little_costs_it_no_transaction(
    store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    heard = Heard()
    endings = Reader("endings", heard.note, of=frozenset({Ended}))
    reading = reading_of(store)
    await tell(reading.works, hall_id)
    await reading.read(endings)
    noted = await place_of(reading.works, "endings")
    for _ in range(3):
        await tell(reading.works, hall_id)
        assert await reading.read(endings) is False
    assert await place_of(reading.works, "endings") == noted

    async with reading.works.writing() as work:
        work.state(Ended(account_id=uuid4()), by=None)
    await reading.read(endings)
    assert len(heard.entries) == 1

    read = await place_of(reading.works, "endings")
    monkeypatch.setattr(durable, "NOTE_AFTER", 2)
    await tell(reading.works, hall_id, times=2)
    await reading.read(endings)
    assert (await place_of(reading.works, "endings") or 0) > (read or 0), "else nothing could ever be pruned"


async def test_a_glance_decides_without_a_lock_whether_lines_are_for_a_reader(store: Store, hall_id: UUID):
    heard, other = Heard(), uuid4()
    reading = reading_of(store)

    def is_ours(rows: Rows, streams: Collection[str]) -> bool:
        return f"hall/{hall_id}" in streams

    ours = Reader("ours", heard.note, glance=is_ours)
    await tell(reading.works, other, times=2)
    await reading.read(ours)
    noted = await place_of(reading.works, "ours")
    await tell(reading.works, other, times=2)
    assert await reading.read(ours) is False
    assert (heard.entries, await place_of(reading.works, "ours")) == ([], noted)

    await tell(reading.works, hall_id)
    await reading.read(ours)
    assert [entry.line.stream for entry in heard.entries] == [f"hall/{hall_id}"]


async def test_much_that_is_for_others_is_passed_over_in_pieces_without_a_lock(
    store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ahead, "MOST_AT_ONCE", 2)
    heard = Heard()
    endings = Reader("endings", heard.note, of=frozenset({Ended}))
    reading = reading_of(store)
    await tell(reading.works, hall_id, times=2)
    await reading.read(endings)
    noted = await place_of(reading.works, "endings")
    await tell(reading.works, hall_id, times=5)

    assert [await reading.read(endings) for _ in range(3)] == [True, True, False]
    assert await place_of(reading.works, "endings") == noted


async def test_a_fact_of_a_newer_server_stops_readers_that_asked_for_others_too(store: Store, hall_id: UUID):
    reading = reading_of(store)
    await tell(reading.works, hall_id)
    async with reading.works.writing() as work:
        await work.session.execute(update(JournalRow).values(name="hall.new"))
    with pytest.raises(KeyError):
        await reading.read(Reader("endings", Heard().note, of=frozenset({Ended})))


async def test_what_one_reader_saw_ahead_serves_the_others(
    store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    """Twelve readers, of whom eleven have no use for a message, cost one look at it."""
    heard = Heard()
    reading = reading_of(store)
    others = [Reader(f"endings-{number}", heard.note, of=frozenset({Ended})) for number in range(11)]
    await tell(reading.works, hall_id, times=3)
    rung_at = monotonic()
    with looks(monkeypatch) as asked:
        for each in others:
            assert await reading.read(each, rung_at) is False
    assert len(asked) == 1


async def test_a_look_from_before_it_was_told_serves_nobody(store: Store, hall_id: UUID):
    first, second = Heard(), Heard()
    reading = reading_of(store)
    readers = [Reader("first", first.note), Reader("second", second.note)]
    await reading.read(readers[0])
    await tell(reading.works, hall_id)
    await reading.read(readers[1], monotonic())

    assert len(second.entries) == 1
