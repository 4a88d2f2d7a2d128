"""A server whose hands are slow (F22): it waits between taking a job and doing it, and between doing it and saying so.

Run: python -m tests.faults.dawdling serve --config yoriai.toml
"""

import asyncio
import random
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta

from yoriai.app.cli.entry import enter
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs import worker
from yoriai.platform.jobs.leases import Fenced
from yoriai.platform.work.work import Work

LEASE = timedelta(seconds=2)  # instead of a minute, so that a job is taken over soon
LONGEST = 1.0  # seconds


def slow_down() -> None:
    """From now on this process is one."""
    worker.LEASE, commit = LEASE, Fenced.committing

    @asynccontextmanager
    async def dawdle(self: Fenced, cause: Cause | None = None) -> AsyncGenerator[Work]:
        await asyncio.sleep(random.uniform(0, LONGEST))
        async with commit(self, cause) as work:
            yield work
            await asyncio.sleep(random.uniform(0, LONGEST))

    Fenced.committing = dawdle


if __name__ == "__main__":
    slow_down()
    sys.argv[0] = "yoriai"
    enter()
