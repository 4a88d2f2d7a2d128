"""A database of several machines, read whole at one moment, and filled whole in one transaction."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any, Protocol, cast

from sqlalchemy import Column, Table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from yoriai.platform.db.cells import is_json, is_words, keys_of
from yoriai.platform.db.digest import Batch, columns_of

MOST_AT_ONCE = 1_000  # rows


class _Driver(Protocol):
    """The part of the driver's connection that SQLAlchemy has no word for."""

    async def copy_records_to_table(
        self, table_name: str, *, records: AsyncGenerator[Sequence[object]], columns: Sequence[str]
    ) -> str: ...


class AtOnce:
    """One transaction in which everything is read, or written."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def batches(self, table: Table) -> AsyncGenerator[Batch]:
        """All rows in the order of the keys, as the embedded database has it."""
        names = ", ".join(_asked(column) for column in columns_of(table))
        keys = ", ".join(_ordered(column) for column in keys_of(table))
        asked = text(f'SELECT {names} FROM "{table.name}" ORDER BY {keys}')  # noqa: S608 our own names
        found = await self.connection.stream(asked)
        async for rows in found.partitions(MOST_AT_ONCE):
            yield rows

    async def fill(self, table: Table, rows: AsyncGenerator[Sequence[object]]) -> None:
        """Write all rows in one statement: a row may lean on another of the same table that comes later."""
        raw = await self.connection.get_raw_connection()
        driver = cast("_Driver", cast("Any", raw).driver_connection)
        names = [column.name for column in columns_of(table)]
        await driver.copy_records_to_table(table.name, records=rows, columns=names)

    async def count_on(self, table: Table) -> None:
        """Let the counter of a table, if it has one, go on after its largest number."""
        for column in keys_of(table):
            if column.autoincrement is True:
                largest = f'(SELECT max("{column.name}") FROM "{table.name}")'  # noqa: S608 our own names
                sequence = f"pg_get_serial_sequence('\"{table.name}\"', '{column.name}')"
                going_on = f"SELECT setval({sequence}, coalesce({largest}, 1), {largest} IS NOT NULL)"
                await self.connection.execute(text(going_on))


def _asked(column: Column[object]) -> str:
    return f'CAST("{column.name}" AS text)' if is_json(column) else f'"{column.name}"'


def _ordered(column: Column[object]) -> str:
    """By bytes, whatever language the database was made for."""
    return f'"{column.name}" COLLATE "C"' if is_words(column) else f'"{column.name}"'
