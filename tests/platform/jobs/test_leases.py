"""Leases: a job belongs to one worker at a time, and whoever has lost it changes nothing more for it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update
from structlog.testing import capture_logs

from tests.platform.hall import Call, call
from tests.platform.jobs.office import SPAN, at_work, expire, jobs_of, leave, over
from tests.platform.nodes import until
from yoriai.platform.db.store import Store
from yoriai.platform.jobs import worker as workers
from yoriai.platform.jobs.leases import LeaseLost, extend, fenced, inherit, release, take
from yoriai.platform.jobs.models import Job
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio


@pytest.mark.req("N106")
async def test_a_lease_that_ran_out_goes_to_another_and_the_first_can_change_nothing_more(works: Works):
    await leave(works, 1)
    first = await take(works, ["deed"], SPAN)
    assert first is not None
    assert await take(works, ["deed"], SPAN) is None

    await expire(works)
    second = await take(works, ["deed"], SPAN)
    assert second is not None
    assert (second.job_id, second.fence, second.attempts) == (first.job_id, first.fence + 1, 2)

    with pytest.raises(LeaseLost):
        async with fenced(works, first).writing() as work:
            call(work, UUID(int=0))
    assert await extend(works, first, SPAN) is False
    await release(works, first)
    async with fenced(works, second).writing() as work:
        call(work, UUID(int=0))
    async with works.reading() as work:
        assert len(list(await work.session.scalars(select(Call)))) == 1
    (job,) = await jobs_of(works)
    assert (job.fence, job.done_at) == (second.fence, None)


@pytest.mark.req("N106", "F1")
async def test_a_server_that_works_alone_takes_over_at_once_what_the_dead_one_held(works: Works):
    await leave(works, 1)
    first = await take(works, ["deed"], SPAN)
    assert first is not None
    await inherit(works)
    second = await take(works, ["deed"], SPAN)
    assert (second is not None) is works.store.is_single_writer, "where several work, the others live"
    assert await extend(works, first, SPAN) is (second is None)


@pytest.mark.req("N106")
async def test_a_paused_worker_does_nothing_that_another_has_done_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    """As after SIGSTOP: the holder sleeps through its lease, another does the job, then the holder wakes."""
    monkeypatch.setattr(workers, "MOST_AT_ONCE", 1)
    wake, asleep = asyncio.Event(), asyncio.Event()

    async def slow(works: Works, body: Mapping[str, object]) -> None:
        asleep.set()
        await wake.wait()
        async with works.writing() as work:
            call(work, UUID(int=0), "slow")

    async def quick(works: Works, body: Mapping[str, object]) -> None:
        async with works.writing() as work:
            call(work, UUID(int=0), "quick")

    here, there = Works(store, InProcess()), Works(store, InProcess())
    with capture_logs() as logged:
        async with at_work(here, do=slow):
            await leave(here, 1)
            await asleep.wait()
            await expire(here)
            async with at_work(there, do=quick):
                await over(there)
            wake.set()
            await until(lambda: any("lost" in line["event"] for line in logged))

    async with here.reading() as work:
        assert list(await work.session.scalars(select(Call.words))) == ["quick"]
    (job,) = await jobs_of(here)
    assert (job.fence, job.error) == (2, None)
    assert job.done_at is not None


async def test_a_lease_is_held_on_while_the_job_lasts(works: Works, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "LEASE", timedelta(seconds=0.6))
    monkeypatch.setattr(workers, "MOST_AT_ONCE", 1)
    go_on = asyncio.Event()

    async def do(works: Works, body: Mapping[str, object]) -> None:
        await go_on.wait()

    async with at_work(works, do=do) as (worker,):
        await leave(works, 1)
        await until(lambda: worker.under_way)
        held = (await jobs_of(works))[0].lease_until
        assert held
        async with asyncio.timeout(20):
            while ((await jobs_of(works))[0].lease_until or held) < held + timedelta(seconds=1):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        go_on.set()
    (job,) = await jobs_of(works)
    assert (job.attempts, job.error) == (1, None)


async def test_a_worker_that_learns_that_its_lease_is_lost_stops_the_job(
    works: Works, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workers, "LEASE", timedelta(seconds=0.3))
    stopped = asyncio.Event()

    async def do(works: Works, body: Mapping[str, object]) -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            stopped.set()
            raise

    async with at_work(works, do=do) as (worker,):
        await leave(works, 1)
        await until(lambda: worker.under_way)
        async with works.writing() as work:
            away = work.now + timedelta(hours=1)
            await work.session.execute(update(Job).values(fence=Job.fence + 1, lease_until=away))
        async with asyncio.timeout(20):
            await stopped.wait()


async def test_trouble_while_holding_on_does_not_stop_the_job(works: Works, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "LEASE", timedelta(seconds=0.15))
    monkeypatch.setattr(workers, "MOST_AT_ONCE", 1)
    done: list[int] = []

    async def do(works: Works, body: Mapping[str, object]) -> None:
        works.may_write = lambda: True
        await asyncio.sleep(0.3)
        done.append(1)

    async with at_work(works, do=do) as (worker,):
        await leave(works, 1)
        await until(lambda: worker.under_way)
        works.may_write = lambda: False
        await asyncio.sleep(0.2)
        works.may_write = lambda: True
        await until(lambda: done)
    assert (await jobs_of(works))[0].error is None


async def test_stopping_gives_back_what_does_not_end(works: Works, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "GRACE", 0.05)

    async def do(works: Works, body: Mapping[str, object]) -> None:
        await asyncio.sleep(60)

    async with at_work(works, do=do) as (worker,):
        await leave(works, 1)
        await until(lambda: worker.under_way)
    (job,) = await jobs_of(works)
    assert (job.attempts, job.lease_until, job.done_at) == (0, None, None)
    assert await take(works, ["deed"], SPAN)


async def test_works_of_a_job_are_as_good_as_any(works: Works, hall_id: UUID):
    """They commit together with others too, and ring the same doorbell."""
    rung: list[Mapping[str, int]] = []
    works.doorbell.listen(lambda heads, _: rung.append(heads))
    await leave(works, 1)
    lease = await take(works, ["deed"], SPAN)
    assert lease is not None

    async def call_all(work: Work, items: Sequence[str]) -> Sequence[str]:
        for item in items:
            call(work, hall_id, item)
        return items

    assert await fenced(works, lease).together(call_all, "a") == "a"
    await until(lambda: any(rung))
