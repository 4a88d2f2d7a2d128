"""The quick way: plain rows in one go, with the same promises as the long way."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.platform.hall import Call
from yoriai.platform.db.statement import (
    Rows,
    as_id,
    as_id_or_none,
    as_json,
    as_moment,
    packed,
    statement,
)
from yoriai.platform.db.store import Store, path_of
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio

CALL = statement("INSERT INTO hall_calls (id, hall_id, words, key) VALUES (:id, :hall_id, :words, :key)")
WORDS = statement("SELECT words FROM hall_calls WHERE hall_id = :hall_id ORDER BY words")
AMONG = statement(
    "SELECT asked.n, c.words FROM {asked} JOIN hall_calls c ON c.id = asked.i ORDER BY asked.n",
    asked={"i": "uuid", "n": "bigint"},
)
HELD = statement("SELECT c.words FROM hall_calls c WHERE c.hall_id = :hall_id {hold} OF c")
LINE = statement(
    "INSERT INTO journal (xid, stream, number, name, body, by, at)"
    " VALUES ({transaction}, :stream, 1, 'n', CAST(:body AS {json}), :by, :at)"
)
READ = statement("SELECT body, by, at, xid, tenant_id FROM journal WHERE stream = :stream")


def say(rows: Rows, hall_id: UUID, words: str, key: str | None = None) -> UUID:
    made = uuid4()
    rows.each(CALL, [{"id": made, "hall_id": hall_id, "words": words, "key": key}])
    return made


async def words(store: Store, hall_id: UUID) -> list[object]:
    return [row[0] for row in await store.quick.read(lambda rows: rows.all(WORDS, hall_id=hall_id))]


async def test_what_was_committed_is_there(store: Store, hall_id: UUID):
    def change(rows: Rows) -> str:
        say(rows, hall_id, "a")
        rows.commit()
        return "done"

    assert await store.quick.write(change) == "done"
    assert await words(store, hall_id) == ["a"]


async def test_what_was_not_committed_is_not(store: Store, hall_id: UUID):
    def fail(rows: Rows) -> None:
        say(rows, hall_id, "b")
        raise RuntimeError

    await store.quick.write(lambda rows: say(rows, hall_id, "a"))
    with pytest.raises(RuntimeError):
        await store.quick.write(fail)
    assert await words(store, hall_id) == []


async def test_errors_are_the_engines_own(store: Store, hall_id: UUID):
    def twice(rows: Rows) -> None:
        say(rows, hall_id, "a", "same")
        say(rows, hall_id, "b", "same")

    with pytest.raises(IntegrityError):
        await store.quick.write(twice)
    with pytest.raises(DBAPIError):
        await store.quick.read(lambda rows: say(rows, hall_id, "a"))
    with pytest.raises(DBAPIError):
        await store.quick.read(lambda rows: rows.all(statement("SELECT nonsense")))
    assert await words(store, hall_id) == []


async def test_a_list_of_any_length_is_one_question(store: Store, hall_id: UUID):
    def change(rows: Rows) -> list[UUID]:
        made = [say(rows, hall_id, f"{turn:04}") for turn in range(500)]
        rows.commit()
        return made

    made = await store.quick.write(change)
    asked = [(call_id, number) for number, call_id in enumerate(made)]
    found = await store.quick.read(lambda rows: rows.all(AMONG, asked=asked))
    assert found == [(number, f"{number:04}") for number in range(500)]
    assert await store.quick.read(lambda rows: rows.all(AMONG, asked=[])) == []


async def test_nothing_for_each_is_nothing(store: Store, hall_id: UUID):
    await store.quick.write(lambda rows: rows.each(CALL, []))
    assert await words(store, hall_id) == []


async def test_rows_can_be_kept_until_the_commit(store: Store, hall_id: UUID):
    def change(rows: Rows) -> list[tuple[object, ...]]:
        say(rows, hall_id, "a")
        return rows.all(HELD, hall_id=hall_id)

    assert await store.quick.write(change) == [("a",)]


@pytest.mark.req("BASE-5")
async def test_values_come_out_as_they_went_in_by_either_way(store: Store):
    me = uuid4()
    at = datetime(2026, 11, 20, 14, 5, 0, 123_456, tzinfo=timezone(timedelta(hours=9)))
    body = {"words": "𠮟る「\\\"'」\n", "n": 2**53, "none": None, "of": [1, {"x": "髙"}], "id": str(me)}

    def change(rows: Rows) -> None:
        rows.each(LINE, [{"stream": "hall/1", "body": body, "by": me, "at": at}])
        rows.commit()

    await store.quick.write(change)
    ((found, by, moment, xid, tenant),) = await store.quick.read(lambda rows: rows.all(READ, stream="hall/1"))
    assert (as_json(found), as_id(by), as_moment(moment)) == (body, me, at)
    assert (as_id_or_none(by), as_id_or_none(tenant)) == (me, None)
    assert (xid == 0) is store.is_single_writer

    async with Works(store).reading() as work:
        row = (await work.session.scalars(select(JournalRow))).one()
    assert (row.body, row.by, row.at) == (body, me, at)
    assert row.at.utcoffset() == timedelta(0)


async def test_a_look_sees_one_moment(store: Store, hall_id: UUID):
    """A commit in between is seen by the next look."""
    looked, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    async def between() -> None:
        await looked.wait()
        async with Works(store).writing() as work:
            work.session.add(Call(hall_id=hall_id, words="a"))
        go_on.set()

    if not store.is_single_writer:
        async with store.reading() as session:
            rows = await session.run_sync(lambda here: store.rows_of(here).all(WORDS, hall_id=hall_id))
            looked.set()
            await between()
            again = await session.run_sync(lambda here: store.rows_of(here).all(WORDS, hall_id=hall_id))
        assert rows == again == []
        return

    def look(rows: Rows) -> tuple[int, int]:
        before = len(rows.all(WORDS, hall_id=hall_id))
        loop.call_soon_threadsafe(looked.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(5)
        return before, len(rows.all(WORDS, hall_id=hall_id))

    seen, _ = await asyncio.gather(store.quick.read(look), between())
    assert seen == (0, 0)
    assert await words(store, hall_id) == ["a"]


async def test_both_ways_take_turns(store: Store, hall_id: UUID):
    works = Works(store)

    async def slow() -> None:
        async with works.writing() as work:
            count = await work.session.scalar(select(func.count()).select_from(Call)) or 0
            await asyncio.sleep(0.01)
            work.session.add(Call(hall_id=hall_id, words=f"{count}"))

    def change(rows: Rows) -> None:
        say(rows, hall_id, "quick")
        rows.commit()

    await asyncio.gather(*(slow() for _ in range(5)), *(store.quick.write(change) for _ in range(5)))
    assert len(await words(store, hall_id)) == 10


async def test_whoever_stops_waiting_leaves_the_database_usable(store: Store, hall_id: UUID):
    writing = asyncio.create_task(store.quick.write(lambda rows: say(rows, hall_id, "a")))
    await asyncio.sleep(0)
    writing.cancel()

    def change(rows: Rows) -> None:
        say(rows, hall_id, "b")
        rows.commit()

    await store.quick.write(change)
    async with Works(store).writing() as work:
        work.session.add(Call(hall_id=hall_id, words="c"))
    assert await words(store, hall_id) == ["b", "c"]


def test_a_value_that_no_database_knows_is_a_defect_of_ours():
    with pytest.raises(TypeError):
        packed([object()], is_embedded=True)  # type: ignore[list-item]


def test_a_moment_is_read_in_utc_whatever_was_written():
    assert as_moment("2026-11-20 05:05:00.000000") == datetime(2026, 11, 20, 5, 5, tzinfo=UTC)
    assert as_moment(datetime(2026, 11, 20, 5, 5, tzinfo=UTC)).tzinfo is UTC
    assert as_json({"a": 1}) == as_json('{"a": 1}')


async def test_a_glance_sees_what_was_just_committed_and_writes_nothing(store: Store, hall_id: UUID):
    def change(rows: Rows) -> None:
        say(rows, hall_id, "a")
        rows.commit()

    for turn in range(1, 4):
        await store.quick.write(change)
        assert await store.quick.glance(lambda rows: len(rows.all(WORDS, hall_id=hall_id))) == turn
    with pytest.raises(DBAPIError):
        await store.quick.glance(change)


@pytest.mark.req("F6")
@pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)
async def test_a_glance_at_a_file_that_somebody_holds_keeps_the_loop_free(
    url: str, store: Store, hall_id: UUID
):
    holder = sqlite.connect(path_of(url), isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("DELETE FROM hall_calls")
    glancing = asyncio.create_task(store.quick.glance(lambda rows: rows.all(WORDS, hall_id=hall_id)))
    began = asyncio.get_running_loop().time()
    for _ in range(5):
        await asyncio.sleep(0.02)
    assert asyncio.get_running_loop().time() - began < 1
    assert not glancing.done()
    holder.close()
    assert await glancing == []
