"""The embedded database when nobody uses it: opened for reading only, not a byte of it is changed."""

import fcntl
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Table

from yoriai.platform.db.cells import Reading, keys_of, reading
from yoriai.platform.db.digest import Batch, Cells, columns_of

MOST_AT_ONCE = 1_000  # rows
# Whoever has the file open in the mode of our servers keeps these bytes locked (https://www.sqlite.org/lockingv3.html).
SHARED_BYTES, HOW_MANY = 0x40000002, 510


def is_held(file: Path) -> bool:
    """Whether another process has the database open. Never ask of a file that this process has open itself: the
    system would let go of its own locks, too."""
    with file.open("r+b") as probe:
        try:
            fcntl.lockf(probe, fcntl.LOCK_EX | fcntl.LOCK_NB, HOW_MANY, SHARED_BYTES)
        except BlockingIOError:
            return True
    return False


class Unreadable(Exception):
    """The file is damaged, or holds bytes that are no words where words belong."""


class AtRest:
    """One moment of an embedded database."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self.connection = connection
        self.began_at = self._changes()

    def revision(self) -> str | None:
        """Which shape it has; None where nothing was ever set up."""
        try:
            row = self.connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite.OperationalError:
            return None
        return str(row[0]) if row else None

    def count(self, table: Table) -> int:
        (rows,) = self.connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()  # noqa: S608 our own names
        return cast("int", rows)

    async def batches(self, table: Table) -> AsyncGenerator[Batch]:
        """All rows in the order of the keys, as the other database takes them."""
        columns = columns_of(table)
        names = ", ".join(f'"{column.name}"' for column in columns)
        keys = ", ".join(f'"{column.name}"' for column in keys_of(table))
        convert = _converter([reading(column) for column in columns])
        with _readable(table.name):
            cursor = self.connection.execute(f'SELECT {names} FROM "{table.name}" ORDER BY {keys}')  # noqa: S608 our own names
            while batch := cursor.fetchmany(MOST_AT_ONCE):
                yield [convert(row) for row in batch]

    def has_changed(self) -> bool:
        """Whether anybody has written since the beginning. The moment is over then: read everything first."""
        self.connection.execute("ROLLBACK")
        return self._changes() != self.began_at

    def _changes(self) -> int:
        """Grows with every commit of anybody else. Then the moment begins."""
        (number,) = self.connection.execute("PRAGMA data_version").fetchone()
        self.connection.execute("BEGIN")
        self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return cast("int", number)


@contextmanager
def at_rest(file: Path) -> Generator[AtRest]:
    """Open the file for reading, as it is now, until the block ends."""
    connection = sqlite.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        yield AtRest(connection)
    finally:
        connection.close()


@contextmanager
def _readable(table: str) -> Generator[None]:
    try:
        yield
    except sqlite.Error:  # what it says may be what stands there
        raise Unreadable(table) from None


def _converter(readings: list[Reading | None]) -> Callable[[Cells], Cells]:
    changing = [(at, does) for at, does in enumerate(readings) if does is not None]

    def convert(row: Cells) -> Cells:
        cells = list(row)
        for at, does in changing:
            if cells[at] is not None:
                cells[at] = does(cells[at])
        return cells

    return convert
