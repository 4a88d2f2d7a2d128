"""Reading the journal: what a stream told after a number, in order, and when it is too late to ask."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.platform.hall import Called, call, hall_stream
from tests.platform.nodes import KINDS
from yoriai.kit.errors import Reread
from yoriai.platform.db.store import Store
from yoriai.platform.facts import journal as journals
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio


@pytest.fixture
def journal(store: Store) -> Journal:
    return Journal(store, KINDS)


async def tell(works: Works, *halls: UUID) -> None:
    async with works.writing() as work:
        for hall_id in halls:
            call(work, hall_id)


async def test_lines_come_stream_by_stream_in_the_order_of_their_numbers(works: Works, journal: Journal):
    first, second = sorted((uuid4(), uuid4()))
    await tell(works, second, first, second)
    await tell(works, first, second)

    async with works.reading() as work:
        lines = await journal.after(work.session, {hall_stream(second): 1, hall_stream(first): 0})
    assert [(line.stream, line.number) for line in lines] == [
        (hall_stream(first), 1),
        (hall_stream(first), 2),
        (hall_stream(second), 2),
        (hall_stream(second), 3),
    ]


async def test_a_line_holds_its_fact_again(works: Works, journal: Journal, hall_id: UUID):
    me, call_id = uuid4(), uuid4()
    async with works.writing() as work:
        work.state(Called(hall_id=hall_id, call_id=call_id, ordinal=7), by=me)

    async with works.reading() as reading:
        (line,) = await journal.after(reading.session, {hall_stream(hall_id): 0})
    assert line.fact == Called(hall_id=hall_id, call_id=call_id, ordinal=7)
    assert (line.by, line.at) == (me, work.now)


async def test_a_reading_holds_so_many_lines_and_no_more(works: Works, journal: Journal, hall_id: UUID):
    await tell(works, *[hall_id] * 5)

    async with works.reading() as work:
        lines = await journal.after(work.session, {hall_stream(hall_id): 1}, most=2)
    assert [line.number for line in lines] == [2, 3]


async def test_only_streams_that_have_gone_on_are_named_with_their_heads(works: Works, journal: Journal):
    grown, still = uuid4(), uuid4()
    await tell(works, grown, grown, still)

    async with works.reading() as work:
        heads = await journal.grown(
            work.session, {hall_stream(grown): 1, hall_stream(still): 1, "hall/nobody": 0}
        )
    assert heads == {hall_stream(grown): 2}


async def test_many_streams_are_asked_for_in_one_question(works: Works, journal: Journal):
    halls = [uuid4() for _ in range(1_500)]
    await tell(works, *halls)

    async with works.reading() as work:
        assert len(await journal.grown(work.session, {hall_stream(each): 0 for each in halls})) == 1_500
        assert len(await journal.after(work.session, {hall_stream(each): 0 for each in halls})) == 1_500


@pytest.mark.req("D11", "N104")
async def test_what_was_missed_is_exact(works: Works, journal: Journal, hall_id: UUID):
    await tell(works, *[hall_id] * 4)

    async with works.reading() as work:
        missed = [await journal.missed(work.session, hall_stream(hall_id), after) for after in (0, 2, 4, 9)]
    assert [[line.number for line in lines] for lines in missed] == [[1, 2, 3, 4], [3, 4], [], []]


async def test_of_a_stream_that_never_told_anything_nothing_was_missed(works: Works, journal: Journal):
    async with works.reading() as work:
        assert await journal.missed(work.session, "hall/nobody", 0) == []


@pytest.mark.req("D13", "N104")
async def test_whoever_is_too_far_behind_reads_the_state_again(
    works: Works, journal: Journal, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journals, "MOST_MISSED", 3)
    await tell(works, *[hall_id] * 5)

    async with works.reading() as work:
        assert len(await journal.missed(work.session, hall_stream(hall_id), 2)) == 3
        with pytest.raises(Reread) as refused:
            await journal.missed(work.session, hall_stream(hall_id), 1)
    assert refused.value.status == 410


@pytest.mark.req("D13")
def test_five_thousand_facts_of_a_stream_may_be_missed():
    assert journals.MOST_MISSED == 5_000


@pytest.mark.req("D13", "N104")
async def test_whoever_missed_what_is_no_longer_kept_reads_the_state_again(
    works: Works, journal: Journal, hall_id: UUID
):
    await tell(works, *[hall_id] * 5)
    async with works.writing() as work:
        await work.session.execute(update(StreamHead).values(oldest=2))

    async with works.reading() as work:
        assert len(await journal.missed(work.session, hall_stream(hall_id), 2)) == 3
        with pytest.raises(Reread):
            await journal.missed(work.session, hall_stream(hall_id), 1)


async def test_the_newest_position_moves_with_every_line(works: Works, journal: Journal, hall_id: UUID):
    async with works.reading() as work:
        assert await journal.newest_position(work.session) == 0
    seen: list[int] = []
    for _ in range(2):
        await tell(works, hall_id)
        async with works.reading() as work:
            seen.append(await journal.newest_position(work.session))

    assert 0 < seen[0] < seen[1]
