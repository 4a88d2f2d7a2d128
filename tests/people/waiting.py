"""Waiting until two works meet at one row: only where a database locks rows do they."""

import asyncio

from sqlalchemy import text

from tests.town import Town


async def somebody_waits(town: Town) -> None:
    """Until a transaction waits for a lock that another one holds."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    async with asyncio.timeout(5), town.assembly.store.writer.connect() as connection:
        while not await connection.scalar(waiting):  # noqa: ASYNC110 a database rings for nobody
            await asyncio.sleep(0.01)
