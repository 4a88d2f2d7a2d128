"""Schedules: what comes back by the clock is done once, on however many nodes with whatever clocks."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from tests.platform.jobs.office import Deeds, jobs_of, office
from tests.platform.nodes import until
from yoriai.platform.db.store import Store
from yoriai.platform.feature import Schedule
from yoriai.platform.jobs import worker as workers
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.jobs.worker import Worker, following
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio


@pytest.mark.req("N106")
async def test_a_schedule_has_one_open_job_however_many_nodes_and_restarts(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    nightly = Schedule("deed", "20 3 * * *")
    nodes = [Worker(Works(store, InProcess()), office({"deed": Deeds().do}, nightly)) for _ in range(2)]
    for _ in range(2):
        async with AsyncExitStack() as stack:
            for node in nodes:
                node.is_scheduled = node.is_stopping = False
                await stack.enter_async_context(node.running())
            await until(lambda: all(node.is_scheduled for node in nodes))

    (job,) = await jobs_of(Works(store))
    assert job.run_at.astimezone(UTC).strftime("%H:%M") == "18:20"
    assert job.run_at > datetime.now(UTC)


def _are(done: Sequence[object], often: int) -> bool:
    return len(done) >= often


@pytest.mark.req("N106", "N107")
async def test_a_scheduled_job_runs_once_a_day_although_the_clocks_of_the_nodes_differ(store: Store):
    """One node is an hour ahead of the other; the day's run is done by the first and not again by the second."""
    deeds, nightly = Deeds(), Schedule("deed", "20 3 * * *")
    right = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)  # 1:30 in Japan
    skews = (timedelta(hours=1), timedelta(0))
    passed = timedelta(0)

    def node(skew: timedelta) -> Worker:
        works = Works(store, InProcess(), now=lambda: right + skew + passed)
        return Worker(works, office({"deed": deeds.do}, nightly))

    async with AsyncExitStack() as stack:
        nodes = [node(skew) for skew in skews]
        for each in nodes:
            await stack.enter_async_context(each.running())
        await until(lambda: all(each.is_scheduled for each in nodes))
        # Through two nights, half an hour and more at a time: so often it has been done by then.
        for hours, often in ((0.5, 0), (1, 1), (2, 1), (23, 1), (25, 2), (26, 2)):
            passed = timedelta(hours=hours)
            for each in nodes:
                each.awake.set()
            await asyncio.sleep(0.15)
            await until(partial(_are, deeds.done, often))

    days = [following(nightly.cron, right), following(nightly.cron, right + timedelta(days=1))]
    assert len(deeds.done) == 2
    assert [job.run_at for job in await jobs_of(Works(store)) if job.done_at] == days


async def test_a_scheduled_job_that_was_missed_runs_once_when_somebody_is_there_again(store: Store):
    deeds, nightly = Deeds(), Schedule("deed", "20 3 * * *")
    works = Works(store, InProcess())
    async with works.writing() as work:
        missed = work.now - timedelta(days=3)
        await enqueue(work, "deed", unique_key="deed at 20 3 * * *", run_at=missed)

    async with Worker(works, office({"deed": deeds.do}, nightly)).running():
        await until(lambda: deeds.done)
        await asyncio.sleep(0.05)
    assert len(deeds.done) == 1
    assert [job.run_at > datetime.now(UTC) for job in await jobs_of(works)] == [False, True]


async def test_a_scheduled_job_that_is_given_up_comes_again_at_its_next_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workers, "MOST_ATTEMPTS", 1)
    deeds, nightly = Deeds(fails=9), Schedule("deed", "20 3 * * *")
    works = Works(store, InProcess())
    async with works.writing() as work:
        await enqueue(work, "deed", unique_key="deed at 20 3 * * *")
    async with Worker(works, office({"deed": deeds.do}, nightly)).running():
        await until(lambda: deeds.fails == 8)
    given_up, next_one = await jobs_of(works)
    assert given_up.error and given_up.done_at
    assert next_one.done_at is None


def test_a_cron_line_speaks_of_japanese_time():
    noon = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)  # 12:00 in Japan

    assert following("20 3 * * *", noon) == datetime(2026, 11, 20, 18, 20, tzinfo=UTC)
    assert following("0 12 * * *", noon) == datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
    assert following("0 0 1 4 *", noon) == datetime(2027, 3, 31, 15, 0, tzinfo=UTC)
