"""What a statement is in SQL, worked out once for all towns of a process, as a server does that lives for months."""

from collections.abc import Iterator

from sqlalchemy import Engine

from yoriai.platform.db.quick import Shared
from yoriai.platform.db.store import Store

# An engine of each part that has met its database. What it has worked out knows nothing of an address.
FIRST = dict[tuple[str, str], Engine]()


def share_compiled(store: Store) -> None:
    """Let the engines of a store, of which nobody has made use yet, know all that those before them have worked out."""
    for part, engine in _engines(store):
        first = FIRST.get((engine.dialect.name, part))
        if first is None or first.dialect.server_version_info is None:
            FIRST[engine.dialect.name, part] = engine
        else:
            engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache


def _engines(store: Store) -> Iterator[tuple[str, Engine]]:
    yield "reader", store.reader.sync_engine
    yield "writer", store.writer.sync_engine
    if isinstance(store.quick, Shared):
        yield "quick reader", store.quick.reader.sync_engine
        yield "quick writer", store.quick.writer.sync_engine
