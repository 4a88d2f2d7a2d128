"""An office that has things done: handlers, workers on as many nodes as a test likes, and a look at the jobs."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select, update

from yoriai.platform.feature import Feature, FromInternet, JobHandler, Keeps, Schedule
from yoriai.platform.jobs.models import Job
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.jobs.worker import Worker
from yoriai.platform.work.edge import Works

SPAN = timedelta(seconds=60)


@dataclass
class Deeds:
    """A handler that remembers what it was asked to do."""

    done: list[object] = field(default_factory=list[object])
    fails: int = 0

    async def do(self, works: Works, body: Mapping[str, object]) -> None:
        if self.fails:
            self.fails -= 1
            raise RuntimeError("words that stay here")
        self.done.append(body.get("n"))


def office(handlers: Mapping[str, JobHandler], *schedules: Schedule) -> Sequence[Feature]:
    return [
        Feature(
            name="office",
            title="事務",
            keeps=Keeps.NOTHING,
            from_internet=FromInternet.NOTHING,
            jobs=handlers,
            schedules=schedules,
        )
    ]


@asynccontextmanager
async def at_work(*works: Works, do: JobHandler) -> AsyncGenerator[list[Worker]]:
    """A worker on each of these nodes."""
    async with AsyncExitStack() as stack:
        made = [Worker(each, office({"deed": do})) for each in works]
        for worker in made:
            await stack.enter_async_context(worker.running())
        yield made


async def leave(works: Works, *numbers: int) -> None:
    async with works.writing() as work:
        for number in numbers:
            await enqueue(work, "deed", body={"n": number})


async def jobs_of(works: Works) -> list[Job]:
    async with works.reading() as work:
        return list(await work.session.scalars(select(Job).order_by(Job.run_at, Job.id)))


async def over(works: Works, times: int = 1) -> None:
    """Wait until so many jobs are over."""
    async with asyncio.timeout(5):
        while sum(job.done_at is not None for job in await jobs_of(works)) < times:  # noqa: ASYNC110 it is in the database
            await asyncio.sleep(0.02)


async def expire(works: Works) -> None:
    """As if a minute had gone by since the lease."""
    async with works.writing() as work:
        await work.session.execute(update(Job).values(lease_until=work.now - SPAN))
