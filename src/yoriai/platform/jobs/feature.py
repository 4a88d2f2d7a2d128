"""The jobs' own declaration: their table, and the job that forgets old ones."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete

from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.platform.jobs.models import Job
from yoriai.platform.work.edge import Works

KEPT = timedelta(days=30)


async def forget(works: Works, body: Mapping[str, object]) -> None:
    """Drop the jobs that have been over for a month."""
    async with works.writing() as work:
        await work.session.execute(delete(Job).where(Job.done_at < work.now - KEPT))


jobs = Feature(
    name="jobs",
    title="後で行う処理",
    keeps=Keeps.THIRTY_DAYS,
    from_internet=FromInternet.NOTHING,
    tables=(Job,),
    jobs={"jobs.forget": forget},
    schedules=(Schedule("jobs.forget", "50 3 * * *"),),
)
