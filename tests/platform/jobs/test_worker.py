"""Jobs: done once by whoever is there, again if it fails, taken over if a machine dies, and by the clock."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, update
from structlog.testing import capture_logs

from tests.platform.jobs.office import Deeds, at_work, jobs_of, leave, office, over
from tests.platform.nodes import until
from yoriai.kit.errors import NotNow
from yoriai.platform.db.store import Store
from yoriai.platform.jobs import worker as workers
from yoriai.platform.jobs.feature import forget, jobs
from yoriai.platform.jobs.models import Job
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.jobs.worker import Worker, pause_after
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio


async def test_a_job_is_done_at_once_with_its_body(works: Works, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "LOOK_EVERY", 60.0)
    deeds = Deeds()
    async with at_work(works, do=deeds.do):
        await asyncio.sleep(0.05)
        await leave(works, 7)
        await until(lambda: deeds.done == [7])

    (job,) = await jobs_of(works)
    assert (job.attempts, job.error, job.lease_until) == (1, None, None)
    assert job.done_at is not None


async def test_a_job_of_a_work_that_failed_was_never_left(works: Works):
    deeds = Deeds()
    async with at_work(works, do=deeds.do):
        with pytest.raises(RuntimeError):
            async with works.writing() as work:
                await enqueue(work, "deed")
                raise RuntimeError
        await leave(works, 1)
        await until(lambda: deeds.done == [1])


async def test_a_job_for_later_waits_for_its_moment(works: Works):
    deeds = Deeds()
    async with at_work(works, do=deeds.do):
        async with works.writing() as work:
            await enqueue(work, "deed", run_at=work.now + timedelta(seconds=0.3), body={"n": 1})
            began = work.now
        await until(lambda: deeds.done == [1])
    assert datetime.now(UTC) - began >= timedelta(seconds=0.3)


async def test_while_a_job_with_a_key_is_open_no_second_one_is_left(works: Works):
    deeds = Deeds()
    for _ in range(2):
        async with works.writing() as work:
            await enqueue(work, "deed", unique_key="only one")
    assert len(await jobs_of(works)) == 1

    async with at_work(works, do=deeds.do):
        await until(lambda: deeds.done)
    async with works.writing() as work:
        await enqueue(work, "deed", unique_key="only one")
    assert len(await jobs_of(works)) == 2


async def test_a_lost_doorbell_costs_a_few_seconds_at_most(store: Store, monkeypatch: pytest.MonkeyPatch):
    assert workers.LOOK_EVERY <= 5
    monkeypatch.setattr(workers, "LOOK_EVERY", 0.1)
    deeds = Deeds()
    async with at_work(Works(store, InProcess()), do=deeds.do):
        await asyncio.sleep(0.05)
        await leave(Works(store), 1)
        await until(lambda: deeds.done == [1])


@pytest.mark.req("N106")
async def test_two_workers_do_every_job_once(store: Store):
    deeds, bell = Deeds(), InProcess()
    async with at_work(Works(store, bell), Works(store, bell), do=deeds.do):
        await leave(Works(store, bell), *range(20))
        await until(lambda: len(deeds.done) >= 20)
        await asyncio.sleep(0.1)

    assert sorted(deeds.done, key=str) == sorted(range(20), key=str)
    assert {job.fence for job in await jobs_of(Works(store))} == {1}


async def test_a_process_does_only_so_many_at_once(works: Works):
    begun: list[object] = []
    go_on = asyncio.Event()

    async def do(works: Works, body: Mapping[str, object]) -> None:
        begun.append(body["n"])
        await go_on.wait()

    async with at_work(works, do=do):
        await leave(works, *range(6))
        await until(lambda: len(begun) == workers.MOST_AT_ONCE)
        await asyncio.sleep(0.1)
        assert len(begun) == workers.MOST_AT_ONCE
        go_on.set()
        await until(lambda: len(begun) == 6)


async def test_a_job_that_fails_is_tried_again_later(works: Works, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "pause_after", lambda attempts: timedelta(seconds=0.05 * attempts))
    deeds = Deeds(fails=2)
    with capture_logs() as logged:
        async with at_work(works, do=deeds.do):
            await leave(works, 1)
            await until(lambda: deeds.done == [1])

    (job,) = await jobs_of(works)
    assert (job.attempts, job.error) == (3, None)
    assert [line["attempts"] for line in logged] == [1, 2]


async def test_a_job_that_always_fails_is_given_up_and_says_why_without_its_words(
    works: Works, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workers, "pause_after", lambda attempts: timedelta(0))
    deeds = Deeds(fails=99)
    async with at_work(works, do=deeds.do):
        await leave(works, 1)
        await until(lambda: deeds.fails == 99 - workers.MOST_ATTEMPTS)

    (job,) = await jobs_of(works)
    assert job.done_at is not None and job.error is not None
    assert job.error.startswith("RuntimeError in do:")
    assert "words" not in job.error


async def test_a_job_that_takes_its_process_with_it_is_given_up_too(works: Works):
    deeds = Deeds()
    await leave(works, 1)
    async with works.writing() as work:
        await work.session.execute(update(Job).values(attempts=workers.MOST_ATTEMPTS))
    async with at_work(works, do=deeds.do):
        await over(works)

    (job,) = await jobs_of(works)
    assert (deeds.done, job.error) == ([], "the process ended")


async def test_a_job_that_nobody_here_can_do_stays_for_who_can(works: Works):
    async with works.writing() as work:
        await enqueue(work, "newer")
    deeds = Deeds()
    async with at_work(works, do=deeds.do):
        await leave(works, 1)
        await until(lambda: deeds.done == [1])
    assert [job.attempts for job in await jobs_of(works) if job.kind == "newer"] == [0]


async def test_stopping_lets_a_job_end(works: Works):
    done: list[int] = []

    async def do(works: Works, body: Mapping[str, object]) -> None:
        await asyncio.sleep(0.2)
        done.append(1)

    async with at_work(works, do=do) as (worker,):
        await leave(works, 1)
        await until(lambda: worker.under_way)
    assert done == [1]
    assert (await jobs_of(works))[0].done_at is not None


async def test_a_database_that_is_away_for_a_while_loses_no_job(
    works: Works, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workers, "LOOK_EVERY", 0.05)
    deeds = Deeds()
    await leave(works, 1)
    works.may_write = lambda: False
    with capture_logs() as logged:
        async with at_work(works, do=deeds.do):
            await until(lambda: bool(logged))
            assert deeds.done == []
            works.may_write = lambda: True
            await until(lambda: deeds.done == [1])
    assert {line["error"] for line in logged} == {NotNow.__name__}


async def test_a_job_whose_end_could_not_be_written_stays_open(works: Works):
    async def do(works: Works, body: Mapping[str, object]) -> None:
        works.may_write = lambda: False
        own.may_write = lambda: False

    own = works
    with capture_logs() as logged:
        async with at_work(works, do=do) as (worker,):
            await leave(works, 1)
            await until(lambda: any(line["event"] == "job left open" for line in logged))
            assert not worker.under_way
    (job,) = await jobs_of(works)
    assert (job.done_at, job.attempts) == (None, 1)


async def test_an_idle_worker_asks_the_database_hardly_ever(works: Works):
    asked: list[None] = []
    async with at_work(works, do=Deeds().do):
        await asyncio.sleep(0.1)
        event.listen(works.store.reader.sync_engine, "before_cursor_execute", lambda *_: asked.append(None))
        await asyncio.sleep(0.5)
    assert len(asked) <= 2


def test_pauses_grow_to_an_hour():
    pauses = [pause_after(attempts).total_seconds() for attempts in range(1, 8)]
    assert pauses == [10, 40, 160, 640, 2560, 3600, 3600]


async def test_jobs_that_have_been_over_for_a_month_are_forgotten(works: Works):
    deeds = Deeds()
    async with at_work(works, do=deeds.do):
        await leave(works, 1, 2)
        await until(lambda: len(deeds.done) == 2)
    await leave(works, 3)
    done = [job.id for job in await jobs_of(works) if job.done_at]
    async with works.writing() as work:
        old = update(Job).where(Job.id == done[0]).values(done_at=work.now - timedelta(days=31))
        await work.session.execute(old)

    await forget(works, {})
    assert [job.id for job in await jobs_of(works) if job.done_at] == done[1:]
    assert len(await jobs_of(works)) == 2
    assert jobs.jobs["jobs.forget"] is forget


async def test_of_jobs_that_work_long_so_many_are_done_at_once_and_the_others_find_a_place(works: Works):
    deeds, begun, end = Deeds(), list[object](), asyncio.Event()

    async def long(_: Works, body: Mapping[str, object]) -> None:
        begun.append(body["n"])
        await end.wait()

    (feature,) = office({"long": long, "deed": deeds.do})
    async with Worker(works, [replace(feature, at_once={"long": 2})]).running():
        async with works.writing() as work:
            for number in range(6):
                await enqueue(work, "long", body={"n": number})
        await until(lambda: len(begun) == 2)
        await leave(works, 1, 2, 3)
        await until(lambda: len(deeds.done) == 3)
        assert begun == [0, 1]
        end.set()
        await until(lambda: len(begun) == 6)
