"""Two works that want the same two rows in opposite order: a real deadlock, which the database ends by undoing one."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import text

from tests.platform.hall import Call
from yoriai.platform.db.statement import statement
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

HOLD = statement("SELECT id FROM hall_calls WHERE id = :id {hold}")
WAITING = text(
    "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
)
# Looks for no deadlock before the other has found it, however slow the machine is.
PATIENT = text("SET LOCAL deadlock_timeout = '30s'")


@dataclass(frozen=True)
class Crossing:
    """Two rows. Whoever takes them in this order meets another work that takes them the other way round."""

    first: UUID
    second: UUID


async def take(work: Work, *rows: UUID) -> None:
    """Lock these rows, one after another."""
    for row in rows:
        await work.session.execute(text(HOLD.sql(is_embedded=False)), {"id": row})


@asynccontextmanager
async def crossed(works: Works, hall_id: UUID) -> AsyncGenerator[Crossing]:
    """For the length of a block another work holds the second row, and takes the first once somebody waits for it.

    Whoever waits notices and is undone; the other work goes on.
    """
    rows = Crossing(uuid4(), uuid4())
    async with works.writing() as work:
        work.session.add_all([Call(id=row, hall_id=hall_id, words="") for row in (rows.first, rows.second)])
    holds = asyncio.Event()

    async def the_other_way_round() -> None:
        async with works.writing() as work:
            await work.session.execute(PATIENT)
            await take(work, rows.second)
            holds.set()
            while not await work.session.scalar(WAITING):  # noqa: ASYNC110 a database rings for nobody
                await asyncio.sleep(0.01)
            await take(work, rows.first)

    async with asyncio.timeout(20):
        other = asyncio.create_task(the_other_way_round())
        await holds.wait()
        yield rows
        await other
