"""Reading the journal: what a stream told after a number, in order, and when it is too late to ask."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.platform.hall import Called, call, hall_stream
from tests.platform.nodes import KINDS
from yoriai.kit.errors import Reread
from yoriai.platform.db.statement import Rows
from yoriai.platform.facts import journal as journals
from yoriai.platform.facts.journal import Ends, Journal, ends_of, grown, newest_position
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.models import JournalRow, StreamHead
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio

JOURNAL = Journal(KINDS)


async def tell(works: Works, *halls: UUID) -> None:
    async with works.writing() as work:
        for hall_id in halls:
            call(work, hall_id)


async def after(works: Works, numbers: dict[str, int]) -> list[Line]:
    return await works.store.quick.read(lambda rows: JOURNAL.after(rows, numbers))


async def missed(works: Works, stream: str, number: int) -> list[int]:
    def look(rows: Rows) -> list[Line]:
        return JOURNAL.missed(rows, stream, number, ends_of(rows, [stream]).get(stream, Ends()))

    lines = await works.store.quick.read(look)
    return [line.number for line in lines]


async def test_lines_come_stream_by_stream_in_the_order_of_their_numbers(works: Works):
    first, second = sorted((uuid4(), uuid4()), key=str)
    await tell(works, second, first, second)
    await tell(works, first, second)

    lines = await after(works, {hall_stream(second): 1, hall_stream(first): 0})
    assert [(line.stream, line.number) for line in lines] == [
        (hall_stream(first), 1),
        (hall_stream(first), 2),
        (hall_stream(second), 2),
        (hall_stream(second), 3),
    ]


@pytest.mark.req("F20", "N108")
async def test_what_a_newer_server_adds_to_a_fact_hinders_no_older_one(works: Works, hall_id: UUID):
    await tell(works, hall_id)
    async with works.writing() as work:
        lines = select(JournalRow).where(JournalRow.stream == hall_stream(hall_id))
        for row in await work.session.scalars(lines):
            row.body = {**row.body, "loudly": True}

    (line,) = await after(works, {hall_stream(hall_id): 0})
    assert isinstance(line.fact, Called)


async def test_a_line_holds_its_fact_again(works: Works, hall_id: UUID):
    me, call_id = uuid4(), uuid4()
    async with works.writing() as work:
        work.state(Called(hall_id=hall_id, call_id=call_id, ordinal=7), by=me)

    (line,) = await after(works, {hall_stream(hall_id): 0})
    assert line == Line(
        hall_stream(hall_id), 1, Called(hall_id=hall_id, call_id=call_id, ordinal=7), me, work.now
    )


async def test_a_reading_holds_so_many_lines_and_no_more(works: Works, hall_id: UUID):
    await tell(works, *[hall_id] * 5)

    lines = await works.store.quick.read(lambda rows: JOURNAL.after(rows, {hall_stream(hall_id): 1}, most=2))
    assert [line.number for line in lines] == [2, 3]


async def test_only_streams_that_have_gone_on_are_named_with_their_heads(works: Works):
    moving, still = uuid4(), uuid4()
    await tell(works, moving, moving, still)

    asked = {hall_stream(moving): 1, hall_stream(still): 1, "hall/nobody": 0}
    assert await works.store.quick.read(lambda rows: grown(rows, asked)) == {hall_stream(moving): 2}


async def test_many_streams_are_asked_for_in_one_question(works: Works):
    halls = [uuid4() for _ in range(1_200)]
    await tell(works, *halls)

    asked = {hall_stream(each): 0 for each in halls}
    assert len(await works.store.quick.read(lambda rows: grown(rows, asked))) == 1_200
    assert len(await after(works, asked)) == 1_200


@pytest.mark.req("D11", "N104")
async def test_what_was_missed_is_exact(works: Works, hall_id: UUID):
    await tell(works, *[hall_id] * 4)

    found = [await missed(works, hall_stream(hall_id), number) for number in (0, 2, 4, 9)]
    assert found == [[1, 2, 3, 4], [3, 4], [], []]


async def test_of_a_stream_that_never_told_anything_nothing_was_missed(works: Works):
    assert await missed(works, "hall/nobody", 0) == []


@pytest.mark.req("D13", "N104")
async def test_whoever_is_too_far_behind_reads_the_state_again(
    works: Works, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journals, "MOST_MISSED", 3)
    await tell(works, *[hall_id] * 5)

    assert await missed(works, hall_stream(hall_id), 2) == [3, 4, 5]
    with pytest.raises(Reread) as refused:
        await missed(works, hall_stream(hall_id), 1)
    assert refused.value.status == 410


@pytest.mark.req("D13")
def test_five_thousand_facts_of_a_stream_may_be_missed():
    assert journals.MOST_MISSED == 5_000


@pytest.mark.req("D13", "N104")
async def test_whoever_missed_what_is_no_longer_kept_reads_the_state_again(works: Works, hall_id: UUID):
    await tell(works, *[hall_id] * 5)
    async with works.writing() as work:
        await work.session.execute(update(StreamHead).values(oldest=2))

    assert await missed(works, hall_stream(hall_id), 2) == [3, 4, 5]
    with pytest.raises(Reread):
        await missed(works, hall_stream(hall_id), 1)


async def test_the_newest_position_moves_with_every_line(works: Works, hall_id: UUID):
    seen = [await works.store.quick.read(newest_position)]
    for _ in range(2):
        await tell(works, hall_id)
        seen.append(await works.store.quick.read(newest_position))

    assert 0 == seen[0] < seen[1] < seen[2]
