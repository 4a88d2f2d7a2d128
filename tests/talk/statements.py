"""Counting what a work asks of the database: a list that asks once for every row is found here, not in the field."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPICursor

from yoriai.platform.db.statement import Row, Rows, Statement, Value
from yoriai.platform.work.committer import Item, Outcome, QuickHandle
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Batch, Work


@asynccontextmanager
async def statements(work: Work) -> AsyncGenerator[list[str]]:
    """Every statement that the block sends in this work, and nobody else's."""
    sent: list[str] = []

    def note(_: Connection, __: DBAPICursor, statement: str, *rest: object) -> None:
        sent.append(statement)

    connection = (await work.session.connection()).sync_connection
    event.listen(connection, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(connection, "before_cursor_execute", note)


class Counted:
    """Plain rows that count what is asked of them."""

    def __init__(self, rows: Rows) -> None:
        self.rows, self.asked = rows, 0

    def all(self, query: Statement, /, **values: Value) -> list[Row]:
        self.asked += 1
        return self.rows.all(query, **values)

    def each(self, asked: Statement, rows: Sequence[Mapping[str, Value]]) -> None:
        self.asked += 1
        self.rows.each(asked, rows)

    def commit(self) -> None:
        self.rows.commit()


async def taken_by(works: Works, handle: QuickHandle[Item, Outcome], items: Sequence[Item]) -> int:
    """How many statements a handle of the hot path takes for these items. Nothing of it stays."""

    def count(rows: Rows) -> int:
        counted = Counted(rows)
        handle(Batch(rows=counted, now=works.now()), items)
        return counted.asked

    return await works.store.quick.write(count)
