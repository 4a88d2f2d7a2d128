"""Counting what a whole office asks of its database, over several works. What its jobs and readers of the journal ask
beside it, by the clock and not by what is done, is not counted."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPICursor

from yoriai.app.wiring import FEATURES
from yoriai.platform.db.store import LEAN, Store

BESIDE = (
    {"jobs"}
    | {kind for each in FEATURES for kind in each.jobs}
    | {reader.name for each in FEATURES for reader in each.reads}
)  # the names of their tasks


@contextmanager
def questions(store: Store) -> Generator[list[str]]:
    """Every statement that the block sends, but what begins transactions and lets their end wait for a standby."""
    sent: list[str] = []

    def note(_: Connection, __: DBAPICursor, statement: str, *rest: object) -> None:
        if not statement.startswith(("BEGIN", LEAN.shared)) and not _is_beside():
            sent.append(statement)

    engines = (store.writer.sync_engine, store.reader.sync_engine)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


def _is_beside() -> bool:
    asking = asyncio.current_task()
    return asking is not None and asking.get_name() in BESIDE
