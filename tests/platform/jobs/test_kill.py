"""A machine dies in the middle of a job: another does it, once, when the lease has run out."""

import asyncio
import sys

import pytest

from tests.platform.jobs.holder import LEASE
from tests.platform.jobs.office import Deeds, at_work, jobs_of, leave, over
from yoriai.platform.jobs import worker as workers
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio


@pytest.mark.req("N106")
async def test_the_job_of_a_process_that_was_killed_is_done_by_another(
    works: Works, url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workers, "LEASE", LEASE)
    monkeypatch.setattr(workers, "LOOK_EVERY", 0.2)
    deeds = Deeds()
    await leave(works, 7)
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.platform.jobs.holder", url, stdout=asyncio.subprocess.PIPE
    )
    assert holder.stdout is not None
    assert await asyncio.wait_for(holder.stdout.readline(), 20) == b"held\n"

    async with at_work(works, do=deeds.do):
        await asyncio.sleep(0.5)
        assert deeds.done == [], "it is held"
        holder.kill()
        await holder.wait()
        await over(works)
    assert deeds.done == [7]
    (job,) = await jobs_of(works)
    assert (job.fence, job.error) == (2, None)
