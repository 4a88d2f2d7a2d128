"""Counting what is asked of the database: a list that asks once for every row is found here, not in the field."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPICursor

from yoriai.platform.db.store import Store


@contextmanager
def statements(store: Store) -> Generator[list[str]]:
    """Every statement that the block sends, but the beginning of transactions."""
    sent: list[str] = []

    def note(_: Connection, __: DBAPICursor, statement: str, *rest: object) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    engines = {store.reader.sync_engine, store.writer.sync_engine}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
