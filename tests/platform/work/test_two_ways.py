"""Two ways to the database, one order and one journal."""

import asyncio
from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select

from tests.platform.hall import Call, Called, call
from tests.platform.work.calling import CALL, Item, Put, call_all, call_all_quickly, words
from yoriai.platform.db.statement import as_id, statement
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.facts.numbering import Cause, Told
from yoriai.platform.failpoints import Failpoint
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Batch, Telling, Work

pytestmark = pytest.mark.anyio


@pytest.mark.req("D3")
async def test_a_key_that_another_node_wrote_in_between_is_looked_for_again_by_the_quick_way(
    works: Works, hall_id: UUID
):
    looked = 0

    def once_for_each_key(batch: Batch, items: Sequence[Item]) -> Sequence[UUID]:
        nonlocal looked
        looked += 1
        (item,) = items
        found = batch.rows.all(FIND, key=item.key)
        if found and looked > 1:
            return [as_id(found[0][0])]
        made = uuid4()
        batch.rows.each(CALL, [{"id": made, "hall_id": item.hall_id, "words": item.words, "key": item.key}])
        return [made]

    async with works.writing() as work:
        first = Call(id=uuid4(), hall_id=hall_id, words="first", key="k")
        work.session.add(first)

    assert await works.together_quickly(once_for_each_key, Item(hall_id, "again", "k")) == first.id
    assert await words(works) == ["first"]


FIND = statement("SELECT id FROM hall_calls WHERE key = :key")


@pytest.mark.req("D3")
async def test_a_key_that_another_node_wrote_in_between_is_looked_for_again(works: Works, hall_id: UUID):
    looked = 0

    async def once_for_each_key(work: Work, items: Sequence[Item]) -> Sequence[UUID]:
        nonlocal looked
        looked += 1
        (item,) = items
        found = await work.session.scalar(select(Call.id).where(Call.key == item.key))
        if found is None or looked == 1:  # the first time it looks as if nobody had been there
            found = uuid4()
            await work.session.execute(
                insert(Call), [{"id": found, "hall_id": item.hall_id, "words": item.words, "key": item.key}]
            )
        return [found]

    async with works.writing() as work:
        first = Call(id=uuid4(), hall_id=hall_id, words="first", key="k")
        work.session.add(first)

    assert await works.together(once_for_each_key, Item(hall_id, "again", "k")) == first.id
    assert await words(works) == ["first"]


async def test_different_handlers_do_not_share_a_commit(
    works: Works, hall_id: UUID, commits: list[Failpoint]
):
    one, other = (
        works.together(call_all, Item(hall_id, "a")),
        works.together_quickly(call_all_quickly, Item(hall_id, "b")),
    )
    told = await asyncio.gather(one, other)

    assert sorted(each.number for each in told) == [1, 2]
    assert len(commits) == 2


@pytest.mark.req("D8")
async def test_every_way_to_write_takes_its_turn_with_the_others(works: Works, hall_id: UUID):
    async def alone(words: str) -> int:
        async with works.writing() as work:
            told = call(work, hall_id, words)
        return told.number

    async def waiting(words: str, put: Put) -> int:
        return (await put(works, Item(hall_id, words))).number

    ways: list[Put] = [
        lambda works, item: works.together(call_all, item),
        lambda works, item: works.together_quickly(call_all_quickly, item),
    ]
    told = await asyncio.gather(
        *(alone("a") for _ in range(10)), *(waiting("b", way) for way in ways for _ in range(20))
    )
    assert sorted(told) == list(range(1, 51))


async def test_the_journal_is_the_same_whichever_way_it_was_written(works: Works, hall_id: UUID):
    me, cause = uuid4(), Cause(zone="lgwan", address="192.0.2.1", request_id="r", tenant_id=uuid4())

    def state(work: Telling) -> Told:
        fact = Called(hall_id=hall_id, call_id=hall_id, ordinal=3)
        return work.state(fact, by=me, cause=cause)

    async def slowly(work: Work, items: Sequence[Item]) -> Sequence[Told]:
        return [state(work) for _ in items]

    def quickly(batch: Batch, items: Sequence[Item]) -> Sequence[Told]:
        return [state(batch) for _ in items]

    await works.together(slowly, Item(hall_id, ""))
    await works.together_quickly(quickly, Item(hall_id, ""))
    async with works.reading() as work:
        one, other = await work.session.scalars(select(JournalRow).order_by(JournalRow.number))
    columns = [column.name for column in JournalRow.__table__.columns]
    differing = {name for name in columns if getattr(one, name) != getattr(other, name)}
    assert differing <= {"position", "number", "xid", "at"}
    assert (one.by, one.zone, one.tenant_id, one.body["ordinal"]) == (me, "lgwan", cause.tenant_id, 3)
