"""What is acknowledged waits for the standby, also when it was done before by somebody who did not wait (D4, D24)."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

import asyncpg  # pyright: ignore[reportMissingTypeStubs]
import pytest

from tests.postgres import NEWEST, postgres
from yoriai.platform.db.statement import statement
from yoriai.platform.db.store import opened
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Batch

pytestmark = pytest.mark.anyio

LOOK = statement("SELECT 1")


@pytest.fixture
async def lonely() -> AsyncGenerator[str]:
    """A server that waits for a standby which is not there."""
    with postgres(durable=True, version=NEWEST) as url:
        await heeds(url, "standby")
        yield url
        await heeds(url, "")


async def heeds(url: str, names: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{names}'")
    await connection.execute("SELECT pg_reload_conf()")
    await connection.close()
    async with asyncio.timeout(10):
        while await _heeded(url) != names:  # noqa: ASYNC110 a database rings for nobody
            await asyncio.sleep(0.02)


async def _heeded(url: str) -> str:
    """What a connection that begins now goes by; those that are open follow within the same moment."""
    connection = await asyncpg.connect(url)
    names: str = await connection.fetchval("SHOW synchronous_standby_names")
    await connection.close()
    return names


def find(batch: Batch, items: Sequence[int]) -> Sequence[int]:
    """As of a message that is sent again: it is there, and nothing is written."""
    return [len(batch.rows.all(LOOK)) for _ in items]


@pytest.mark.req("D4", "D24", "C1")
@pytest.mark.parametrize("is_quick", [True, False])
async def test_who_sends_again_is_not_told_of_what_lies_on_one_disk_alone(lonely: str, is_quick: bool):
    """The first answer never came, as its commit waited in vain; the second came at once."""
    async with opened(lonely) as store:
        works = Works(store)

        async def again() -> None:
            if is_quick:
                await works.together_quickly(find, 1)
            else:
                async with works.writing() as work:
                    await work.session.connection()

        answered = asyncio.create_task(again())
        done, _ = await asyncio.wait([answered], timeout=1)
        assert not done
        assert await store.answers() < 5  # who only looks waits for nobody
        await heeds(lonely, "")
        async with asyncio.timeout(5):
            await answered
