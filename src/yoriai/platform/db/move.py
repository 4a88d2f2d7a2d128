"""Moving everything from an embedded database into an empty one of several machines: all of it, compared, or nothing."""

from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager
from enum import StrEnum

import structlog
from sqlalchemy import Table, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from yoriai.platform.db.at_once import AtOnce
from yoriai.platform.db.at_rest import AtRest, Unreadable
from yoriai.platform.db.digest import Digesting, TableDigest, digest_of
from yoriai.platform.db.postgres import driver_url

OLDEST = 150_000
"""The server's version, as it counts them itself: 15."""
REVISION = "alembic_version"
TOLD_EVERY = 100_000  # rows
ROWS = ("22", "23")
"""How the conditions begin that a row itself brings about: what it holds, and what it leans on."""


class Why(StrEnum):
    """Why nothing was moved."""

    UNREACHABLE = "unreachable"
    TOO_OLD = "too_old"
    NOT_UTF8 = "not_utf8"
    NOT_EMPTY = "not_empty"
    IN_USE = "in_use"
    REFUSED_ROWS = "refused_rows"
    DIFFERENT = "different"
    WRITTEN_MEANWHILE = "written_meanwhile"


class NotMoved(Exception):
    """Nothing was moved: the place to move to holds no more than before, perhaps with empty tables."""

    def __init__(self, why: Why, what: str = "") -> None:
        super().__init__(f"{why} {what}".strip())
        self.why, self.what = why, what


log = structlog.get_logger()

Told = Callable[[str, int], None]
"""Called with a table and how many of its rows have been sent, now and then and at its end."""


@asynccontextmanager
async def connected(url: str) -> AsyncGenerator[AsyncConnection]:
    """A connection that may take its time: a large table takes longer than any work of a server may."""
    patient = {"statement_timeout": "0", "idle_in_transaction_session_timeout": "0"}
    engine = create_async_engine(
        driver_url(url),
        hide_parameters=True,
        connect_args={"server_settings": {"application_name": "yoriai migrate-to", **patient}},
    )
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()


async def examine(url: str, tables: Sequence[Table], newest: str | None) -> None:
    """Refuse a place that cannot be reached, is too old, or in which there is anything already."""
    with _within_reach():
        async with connected(url) as connection:
            if int(await connection.scalar(text("SHOW server_version_num")) or 0) < OLDEST:
                raise NotMoved(Why.TOO_OLD, str(await connection.scalar(text("SHOW server_version"))))
            if await connection.scalar(text("SHOW server_encoding")) != "UTF8":
                raise NotMoved(Why.NOT_UTF8)
            found = await connection.run_sync(lambda here: set(inspect(here).get_table_names()))
            if not found:
                return
            ours = {table.name for table in tables}
            if found != ours | {REVISION}:
                raise NotMoved(Why.NOT_EMPTY, min(found - ours, default=min(found)))
            if await connection.scalar(text(f"SELECT version_num FROM {REVISION}")) != newest:  # noqa: S608 our own name
                raise NotMoved(Why.NOT_EMPTY, REVISION)
            await _all_empty(connection, tables)


async def move(source: AtRest, url: str, tables: Sequence[Table], told: Told) -> list[TableDigest]:
    """Copy all tables into the empty ones there, compare every one, and only then let it be so."""
    with _within_reach():
        async with connected(url) as connection, connection.begin():
            await _to_ourselves(connection, tables)
            there = AtOnce(connection)
            sent = [await _sent(source, there, table, told) for table in tables]
            for table, mine in zip(tables, sent, strict=True):
                if await digest_of(there, table) != mine:
                    raise NotMoved(Why.DIFFERENT, table.name)
            if source.has_changed():
                raise NotMoved(Why.WRITTEN_MEANWHILE)
    await _make_known(url)
    return sent


async def _make_known(url: str) -> None:
    """From here on it is so, whatever becomes of this: it is only for the planner, which else guesses for a while."""
    try:
        async with connected(url) as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.execute(text("ANALYZE"))
    except Exception as error:  # noqa: BLE001 the server looks by itself some time, too
        log.warning("tables not analyzed", error=type(error).__name__)


async def _sent(source: AtRest, there: AtOnce, table: Table, told: Told) -> TableDigest:
    """Send one table, and say what was sent."""
    digesting = Digesting(table)

    async def rows() -> AsyncGenerator[Sequence[object]]:
        async for batch in source.batches(table):
            before = digesting.rows
            digesting.add(batch)
            if before // TOLD_EVERY != digesting.rows // TOLD_EVERY:
                told(table.name, digesting.rows)
            for row in batch:
                yield row

    try:
        await there.fill(table, rows())
        await there.count_on(table)
    except Exception as error:
        if not _is_about_rows(error):
            raise
        # What the database says may hold what was being written: only where it stands is passed on.
        column = getattr(error, "column_name", None)
        raise NotMoved(Why.REFUSED_ROWS, f"{table.name}.{column}" if column else table.name) from error
    told(table.name, digesting.rows)
    return digesting.done()


def _is_about_rows(error: Exception) -> bool:
    """Whether a row cannot be there, or cannot even be read; anything else is the way that broke."""
    return isinstance(error, ValueError | TypeError | Unreadable) or getattr(
        error, "sqlstate", ""
    ).startswith(ROWS)


async def _to_ourselves(connection: AsyncConnection, tables: Sequence[Table]) -> None:
    """Nobody else writes there until all of it is done, and nobody has since it was looked at."""
    names = ", ".join(f'"{table.name}"' for table in tables)
    try:
        await connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE NOWAIT"))
    except SQLAlchemyError as error:
        raise NotMoved(Why.IN_USE) from error
    await _all_empty(connection, tables)


async def _all_empty(connection: AsyncConnection, tables: Sequence[Table]) -> None:
    for table in tables:
        if await connection.scalar(text(f'SELECT EXISTS (SELECT FROM "{table.name}")')):  # noqa: S608 our own names
            raise NotMoved(Why.NOT_EMPTY, table.name)


@contextmanager
def _within_reach() -> Generator[None]:
    """A server that is not there, knows us not, or goes away is one plain word."""
    try:
        yield
    except (OSError, SQLAlchemyError) as error:
        said = getattr(error, "orig", None) or error
        said = said.__cause__ or said
        raise NotMoved(Why.UNREACHABLE, type(said).__name__) from error
    except Exception as error:
        if type(error).__module__.startswith("asyncpg"):
            raise NotMoved(Why.UNREACHABLE, type(error).__name__) from error
        raise
