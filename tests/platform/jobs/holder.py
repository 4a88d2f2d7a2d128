"""A process that takes a job and never ends it, for a test to kill. Its argument is the address of the database."""

import asyncio
import sys
from collections.abc import Mapping
from datetime import timedelta

from tests.platform.jobs.office import at_work
from yoriai.platform.db.store import opened
from yoriai.platform.jobs import worker as workers
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works

LEASE = timedelta(seconds=2)


async def hold(works: Works, body: Mapping[str, object]) -> None:
    print("held", flush=True)
    await asyncio.sleep(60)


async def main(url: str) -> None:
    workers.LEASE = LEASE
    async with opened(url) as store, at_work(Works(store, InProcess()), do=hold):
        await asyncio.sleep(60)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
