"""Pruning: a month is kept, and what a durable reader has not read; and who comes late is told so."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from tests.platform.hall import call, hall_stream
from tests.platform.nodes import KINDS
from yoriai.kit.errors import Reread
from yoriai.platform.db.store import Store
from yoriai.platform.facts import prune as pruning
from yoriai.platform.facts.durable import DurableReaders, Entry, Reader
from yoriai.platform.facts.feature import journal
from yoriai.platform.facts.journal import Journal, ends_of
from yoriai.platform.facts.models import JournalRow, StreamHead
from yoriai.platform.facts.prune import prune
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio

TODAY = datetime(2026, 11, 20, 3, 20, tzinfo=UTC)


async def tell(store: Store, days_ago: float, *halls: UUID) -> None:
    works = Works(store, now=lambda: TODAY - timedelta(days=days_ago))
    async with works.writing() as work:
        for hall_id in halls:
            call(work, hall_id)


@pytest.fixture
def today(store: Store) -> Works:
    return Works(store, now=lambda: TODAY)


async def kept(works: Works, hall_id: UUID) -> tuple[list[int], int]:
    """The numbers still in the journal, and up to which they are gone."""
    async with works.reading() as work:
        rows = select(JournalRow.number).where(JournalRow.stream == hall_stream(hall_id))
        numbers = list(await work.session.scalars(rows.order_by(JournalRow.number)))
        head = await work.session.get_one(StreamHead, hall_stream(hall_id))
        return numbers, head.oldest


async def read_everything(works: Works, name: str) -> list[int]:
    """Let a durable reader read to the end; the numbers it was handed."""
    heard = list[int]()

    async def nod(work: Work, entries: Sequence[Entry]) -> None:
        heard.extend(entry.line.number for entry in entries)

    reader = Reader(name, nod)
    while await DurableReaders(works, Journal(KINDS), [reader]).read(reader):
        pass
    return heard


@pytest.mark.req("D13")
async def test_what_is_older_than_a_month_goes_and_the_stream_says_so(
    store: Store, today: Works, hall_id: UUID
):
    other = uuid4()
    await tell(store, 40, hall_id, hall_id, other)
    await tell(store, 31, hall_id)
    await tell(store, 29, hall_id, hall_id)

    await prune(today, {})
    assert await kept(today, hall_id) == ([4, 5], 3)
    assert await kept(today, other) == ([], 1)


@pytest.mark.req("D13", "N104")
async def test_whoever_holds_fewer_numbers_than_were_pruned_reads_the_state_again(
    store: Store, today: Works, hall_id: UUID
):
    await tell(store, 40, hall_id, hall_id)
    await tell(store, 1, hall_id)
    await prune(today, {})

    quick, stream = store.quick, hall_stream(hall_id)
    with pytest.raises(Reread):
        await quick.read(lambda rows: Journal(KINDS).missed(rows, stream, 1, ends_of(rows, [stream])[stream]))
    missed = await quick.read(
        lambda rows: Journal(KINDS).missed(rows, stream, 2, ends_of(rows, [stream])[stream])
    )
    assert [line.number for line in missed] == [3]


async def test_nothing_goes_that_a_durable_reader_has_not_read(store: Store, today: Works, hall_id: UUID):
    await tell(store, 40, hall_id)
    await read_everything(today, "slow")
    await tell(store, 39, hall_id, hall_id)
    await tell(store, 1, uuid4())
    await read_everything(today, "quick")

    with capture_logs() as logged:
        await prune(today, {})
    assert await kept(today, hall_id) == ([2, 3], 1)
    behind = "a durable reader is a month behind"
    assert [line["lines"] for line in logged if line["event"] == behind] == [2]

    await read_everything(today, "slow")
    await prune(today, {})
    assert await kept(today, hall_id) == ([], 3)


async def test_after_a_silent_month_readers_hear_what_is_told_next(store: Store, today: Works, hall_id: UUID):
    await tell(store, 40, hall_id, hall_id, hall_id)
    await read_everything(today, "clerk")
    await prune(today, {})
    assert await kept(today, hall_id) == ([3], 2)

    await tell(store, 0, hall_id)
    assert await read_everything(today, "clerk") == [4]


async def test_a_clock_that_went_back_costs_no_number_in_the_middle(
    store: Store, today: Works, hall_id: UUID
):
    await tell(store, 40, hall_id)
    await tell(store, 1, hall_id)
    await tell(store, 35, hall_id)

    await prune(today, {})
    assert await kept(today, hall_id) == ([2, 3], 1)


async def test_much_is_pruned_in_short_works(
    store: Store, today: Works, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pruning, "MOST_AT_ONCE", 2)
    await tell(store, 40, *[hall_id] * 5)
    await tell(store, 1, hall_id)

    await prune(today, {})
    assert await kept(today, hall_id) == ([6], 5)


async def test_an_empty_journal_has_nothing_to_lose(today: Works):
    await prune(today, {})


async def test_numbers_go_on_where_they_were(store: Store, today: Works, hall_id: UUID):
    await tell(store, 40, hall_id, hall_id)
    await prune(today, {})
    async with today.writing() as work:
        told = call(work, hall_id)

    assert told.number == 3


def test_pruning_is_a_job_that_comes_every_night():
    assert {schedule.kind for schedule in journal.schedules} == set(journal.jobs) == {"journal.prune"}
    assert journal.jobs["journal.prune"] is prune
    assert Entry
