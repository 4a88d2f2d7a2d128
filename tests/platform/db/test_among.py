"""Many keys at once: a list of any length is one parameter, on either database."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update

from tests.people.questions import questions
from tests.platform.hall import Call
from yoriai.platform.db.among import among
from yoriai.platform.db.store import Store
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio
MANY = 40_000  # more than either database has numbers for, or can join in one statement


@pytest.fixture
async def calls(works: Works, hall_id: UUID) -> list[UUID]:
    """Three calls, the last of which nobody asks for."""
    ids = [uuid4() for _ in range(3)]
    async with works.writing() as work:
        work.session.add_all(
            [
                Call(id=each, hall_id=hall_id, words=word, key=f"鍵「{word}」\"'")
                for each, word in zip(ids, "abc", strict=True)
            ]
        )
    return ids


async def test_more_keys_than_a_statement_has_parameters_find_their_rows(works: Works, calls: list[UUID]):
    wanted = [*calls[:2], *(uuid4() for _ in range(MANY))]
    async with works.reading() as work:
        found = await work.session.scalars(
            select(Call.words).where(among(Call.id, wanted)).order_by(Call.words)
        )
        assert found.all() == ["a", "b"]
        words = ["鍵「a」\"'", *(f"{number}" for number in range(MANY))]
        assert await work.session.scalar(select(func.count()).where(among(Call.key, words))) == 1


async def test_they_are_changed_as_they_are_found(works: Works, calls: list[UUID]):
    wanted = {*calls[:2], *(uuid4() for _ in range(MANY))}
    async with works.writing() as work:
        await work.session.execute(update(Call).where(among(Call.id, wanted)).values(words="x"))
    async with works.reading() as work:
        assert sorted(await work.session.scalars(select(Call.words))) == ["c", "x", "x"]


async def test_no_keys_are_nobodys(works: Works, calls: list[UUID]):
    async with works.reading() as work:
        assert calls
        assert (await work.session.scalars(select(Call.id).where(among(Call.id, [])))).all() == []
        assert len((await work.session.scalars(select(Call.id).where(~among(Call.id, [])))).all()) == 3


@pytest.mark.asvs("V1.2.4")
async def test_a_statement_has_one_shape_whatever_the_list(works: Works, store: Store, calls: list[UUID]):
    with questions(store) as sent:
        async with works.reading() as work:
            for wanted in (calls[:1], calls, []):
                await work.session.execute(select(Call.id).where(among(Call.id, wanted)))
    assert len(set(sent)) == 1


async def test_the_embedded_database_asks_an_index_for_each_of_them(
    works: Works, store: Store, calls: list[UUID]
):
    """As a truth value it would be compared with 1, and the whole table be gone through."""
    if not store.is_single_writer:
        return  # the other one knows how long its tables are, and goes through short ones
    wanted = among(Call.id, calls)
    with questions(store) as sent:
        async with works.reading() as work:
            await work.session.execute(select(Call.words).where(wanted))
            await work.session.execute(select(Call.words).where(wanted, Call.words != "c"))
            connection = await work.session.connection()
            asked = [each.replace("?", "'[]'") for each in sent]
            plans = [await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}") for each in asked]
            looks = [str(row.detail) for plan in plans for row in plan if "hall_calls" in row.detail]
    assert len(looks) == 2
    assert all(each.startswith("SEARCH") for each in looks), looks
