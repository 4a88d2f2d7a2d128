"""However long the journal is, whoever reads on in it goes to a place and never walks there."""

from pathlib import Path

import pytest
from sqlalchemy import delete, select
from sqlalchemy.dialects import sqlite

from yoriai.migrations import steps
from yoriai.platform.db.store import Store, embedded_url, opened
from yoriai.platform.facts.ahead import AHEAD
from yoriai.platform.facts.durable import LINES
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.facts.order import after, up_to

pytestmark = pytest.mark.anyio


def spelled(store: Store) -> list[str]:
    """What is asked of the journal by its order, as the embedded database is asked."""
    asked = [
        select(JournalRow.position).where(after((0, 7), store)).order_by(JournalRow.xid, JournalRow.position),
        delete(JournalRow).where(up_to((0, 7), store)),
    ]
    return [AHEAD.embedded, LINES.embedded, *(str(each.compile(dialect=sqlite.dialect())) for each in asked)]


async def test_the_embedded_database_seeks_by_the_whole_place(tmp_path: Path):
    """By its first part alone, which is the same in every line there, it would go through all of them at each look."""
    await steps.up(embedded_url(tmp_path))
    async with opened(embedded_url(tmp_path)) as store, store.reading() as session:
        connection = await session.connection()
        for each in spelled(store):
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {_filled(each)}")
            (found,) = [str(row.detail) for row in plan]
            assert found.endswith(("(xid=? AND position>?)", "(xid=? AND position<?)")), (each, found)


def _filled(asked: str) -> str:
    for name in (":xid", ":position", ":most", "?"):
        asked = asked.replace(name, "7")
    return asked
