"""Jobs: done once by whoever is there, again if it fails, taken over if a machine dies, and by the clock."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, select, update
from structlog.testing import capture_logs

from tests.platform.hall import Call, call
from tests.platform.nodes import until
from yoriai.kit.errors import NotNow
from yoriai.platform.db.store import Store
from yoriai.platform.feature import Feature, FromInternet, JobHandler, Keeps, Schedule
from yoriai.platform.jobs import worker as workers
from yoriai.platform.jobs.feature import forget, jobs
from yoriai.platform.jobs.leases import LeaseLost, extend, fenced, release, take
from yoriai.platform.jobs.models import Job
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.jobs.worker import Worker, following, pause_after
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio

SPAN = timedelta(seconds=60)


@pytest.fixture
def works(store: Store) -> Works:
    return Works(store, InProcess())


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
        await asyncio.sleep(0.1)
        assert deeds.done == []
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
    monkeypatch.setattr(workers, "LEASE", timedelta(seconds=0.15))
    done: list[int] = []

    async def do(works: Works, body: Mapping[str, object]) -> None:
        await asyncio.sleep(0.5)
        done.append(1)

    async with at_work(works, do=do):
        await leave(works, 1)
        await asyncio.sleep(0.3)
        held = (await jobs_of(works))[0].lease_until
        await until(lambda: done)
    assert held is not None and (await jobs_of(works))[0].attempts == 1


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
        async with asyncio.timeout(2):
            await stopped.wait()


async def test_trouble_while_holding_on_does_not_stop_the_job(works: Works, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "LEASE", timedelta(seconds=0.15))
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


async def test_a_database_that_is_away_for_a_while_loses_no_job(
    works: Works, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workers, "LOOK_EVERY", 0.05)
    deeds = Deeds()
    await leave(works, 1)
    works.may_write = lambda: False
    with capture_logs() as logged:
        async with at_work(works, do=deeds.do):
            await asyncio.sleep(0.1)
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
        for hours in (0.5, 1, 2, 23, 25, 26):  # through two nights, half an hour and more at a time
            passed = timedelta(hours=hours)
            for each in nodes:
                each.awake.set()
            await asyncio.sleep(0.15)

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
