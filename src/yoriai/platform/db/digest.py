"""A digest of everything in a database: the same for the same rows, wherever and however they are kept.

Rows are taken in the order of their keys, columns in that of their names, and each cell by the bytes of what it means
(`cells`), with its length before it: nothing can move from one cell into the next unseen.
"""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from sqlalchemy import Column, Table

from yoriai.platform.db.cells import writing

NOTHING = b"\xff\xff\xff\xff"
"""Before a cell that is empty, where others have their length."""

Cells = Sequence[object]
Batch = Sequence[Cells]


class Whole(Protocol):
    """A database that is read whole, as it was at one moment."""

    def batches(self, table: Table) -> AsyncGenerator[Batch]:
        """All rows of a table in the order of its keys, their cells in that of `columns_of`; no more of them at a
        time than memory holds easily."""
        ...


@dataclass(frozen=True, slots=True)
class TableDigest:
    """One table in few words."""

    table: str
    rows: int
    digest: str


def columns_of(table: Table) -> list[Column[object]]:
    """The columns in the order of their names: that in which they were added is another on older installations."""
    return sorted(table.columns, key=lambda column: column.name)


class Digesting:
    """The digest of one table while its rows go by."""

    def __init__(self, table: Table) -> None:
        self.table = table.name
        self.rows = 0
        columns = columns_of(table)
        self.cells = [writing(column) for column in columns]
        self.sum = sha256("\n".join([table.name, *(column.name for column in columns)]).encode())

    def add(self, batch: Batch) -> None:
        """Some more rows."""
        parts: list[bytes] = []
        for row in batch:
            for bytes_of, cell in zip(self.cells, row, strict=True):
                if cell is None:
                    parts.append(NOTHING)
                else:
                    said = bytes_of(cell)
                    parts += (len(said).to_bytes(4), said)
        self.rows += len(batch)
        self.sum.update(b"".join(parts))

    def done(self) -> TableDigest:
        return TableDigest(self.table, self.rows, self.sum.hexdigest())


async def digest_of(whole: Whole, table: Table) -> TableDigest:
    """Read a table to its end."""
    digesting = Digesting(table)
    async for batch in whole.batches(table):
        digesting.add(batch)
    return digesting.done()


def together(digests: Sequence[TableDigest]) -> str:
    """One digest for all tables, in whatever order they were read."""
    lines = sorted(f"{each.table} {each.rows} {each.digest}\n" for each in digests)
    return sha256("".join(lines).encode()).hexdigest()
