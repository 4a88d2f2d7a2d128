"""Counting what a whole office asks of its database, over several works: nothing else runs there meanwhile."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPICursor

from yoriai.platform.db.store import LEAN, Store


@contextmanager
def questions(store: Store) -> Generator[list[str]]:
    """Every statement that the block sends, but what begins transactions and lets their end wait for a standby."""
    sent: list[str] = []

    def note(_: Connection, __: DBAPICursor, statement: str, *rest: object) -> None:
        if not statement.startswith(("BEGIN", LEAN.shared)):
            sent.append(statement)

    engines = (store.writer.sync_engine, store.reader.sync_engine)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
