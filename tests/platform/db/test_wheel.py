"""SQLite's driver under SQLAlchemy: one way over to the thread of the connection, and back."""

import asyncio
from uuid import UUID

import pytest
from aiosqlite import Connection
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from tests.platform.hall import Call
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import statement
from yoriai.platform.db.store import Store

pytestmark = pytest.mark.anyio

WORDS = statement("SELECT words FROM hall_calls WHERE hall_id = :hall_id ORDER BY words")
LONG = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT max(i) FROM n"
)


def count_changes(over: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Note each change to the thread of a connection from here on."""
    go = Connection._execute

    async def counted(self: Connection, *call: object) -> object:
        over.append(call[0])
        return await go(self, *call)

    monkeypatch.setattr(Connection, "_execute", counted)


async def test_a_statement_is_one_change_of_threads(store: Store, monkeypatch):
    if not store.is_single_writer:
        return  # its driver has no threads
    over = list[object]()
    async with store.reading() as session:
        await session.connection()
        count_changes(over, monkeypatch)
        assert list(await session.scalars(text("SELECT 1 UNION SELECT 2"))) == [1, 2]
        monkeypatch.undo()
    assert len(over) == 1


async def test_whoever_stops_waiting_leaves_a_connection_that_goes_on(store: Store):
    async with store.reading() as session:
        waiting = asyncio.ensure_future(session.execute(LONG))
        await asyncio.wait((waiting,), timeout=0.02)
        waiting.cancel()
        await asyncio.wait((waiting,))
    assert waiting.cancelled()
    assert all(
        await asyncio.gather(*(store.answers() for _ in range(8)))
    )  # on every connection that there is


async def test_a_few_rows_are_read_without_a_change_of_threads(store: Store, hall_id: UUID, monkeypatch):
    if not store.is_single_writer:
        return  # its driver has no threads
    over = list[object]()
    assert await store.answers()  # a connection is open
    count_changes(over, monkeypatch)
    async with store.reading() as session:
        assert await plainly(session, lambda rows: rows.all(WORDS, hall_id=hall_id)) == []
    monkeypatch.undo()
    assert over == []


async def test_plain_rows_stand_at_the_moment_of_their_session(store: Store, hall_id: UUID):
    """Two ways lead to one connection: what others commit meanwhile is seen by neither."""
    if not store.is_single_writer:
        return  # there each look of a session has a moment that its engine gives it
    async with store.reading() as session:
        assert await plainly(session, lambda rows: rows.all(WORDS, hall_id=hall_id)) == []
        async with store.writing() as other:
            await other.execute(insert(Call), {"hall_id": hall_id, "words": "a", "key": "a"})
            await other.commit()
        by_engine = list(await session.scalars(select(Call.words).where(Call.hall_id == hall_id)))
        assert (by_engine, await plainly(session, lambda rows: rows.all(WORDS, hall_id=hall_id))) == ([], [])
    async with store.reading() as session:
        assert await plainly(session, lambda rows: rows.all(WORDS, hall_id=hall_id)) == [("a",)]


async def test_what_is_written_comes_back_and_what_is_wrong_is_said(store: Store, hall_id: UUID):
    calls = [{"hall_id": hall_id, "words": words, "key": words} for words in ("b", "a")]
    async with store.writing() as session:
        made = await session.scalars(insert(Call).returning(Call.words), calls)
        assert sorted(made) == ["a", "b"]
        await session.commit()
    with pytest.raises(IntegrityError):
        async with store.writing() as session:
            await session.execute(insert(Call), calls)
    async with store.reading() as session:
        assert list(await session.scalars(select(Call.words).order_by(Call.words))) == ["a", "b"]


async def test_plain_rows_show_what_their_session_was_told_to_change(store: Store, hall_id: UUID):
    async with store.writing() as session:
        session.add(Call(hall_id=hall_id, words="まだ"))
        assert await plainly(session, lambda rows: rows.all(WORDS, hall_id=hall_id)) == [("まだ",)]
