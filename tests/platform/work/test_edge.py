"""The edge of the work: everything of a work is there afterwards, or nothing; and who listens is told after it."""

import asyncio
from collections.abc import Collection, Mapping
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from structlog.testing import capture_logs

from tests.platform.hall import Call, Called, call, hall_stream
from yoriai.kit.errors import NoSpace, NotNow
from yoriai.platform.db.store import opened
from yoriai.platform.facts.models import JournalRow, StreamHead
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work import edge
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio


async def numbers(works: Works, hall_id: UUID) -> list[int]:
    async with works.reading() as work:
        rows = select(JournalRow.number).where(JournalRow.stream == hall_stream(hall_id))
        return list(await work.session.scalars(rows.order_by(JournalRow.number)))


async def calls(works: Works) -> int:
    async with works.reading() as work:
        return await work.session.scalar(select(func.count()).select_from(Call)) or 0


@pytest.mark.req("D4")
async def test_rows_and_facts_are_there_together(works: Works, hall_id: UUID):
    async with works.writing() as work:
        told = [call(work, hall_id), call(work, hall_id)]

    assert [each.number for each in told] == [1, 2]
    assert (await calls(works), await numbers(works, hall_id)) == (2, [1, 2])


@pytest.mark.req("D4")
@pytest.mark.asvs("V2.3.3")
async def test_a_work_that_fails_leaves_no_row_no_fact_and_rings_nobody(works: Works, hall_id: UUID):
    rung: list[Mapping[str, int]] = []
    works.doorbell = InProcess()
    works.doorbell.listen(lambda heads, _: rung.append(heads))

    with pytest.raises(RuntimeError):
        async with works.writing() as work:
            call(work, hall_id)
            raise RuntimeError

    assert (await calls(works), await numbers(works, hall_id), rung) == (0, [], [])


async def test_the_doorbell_rings_after_the_commit_with_the_new_heads(works: Works, hall_id: UUID):
    rung: list[tuple[Mapping[str, int], Collection[tuple[str, str]]]] = []
    works.doorbell = InProcess()
    works.doorbell.listen(lambda heads, signals: rung.append((heads, set(signals))))

    async with works.writing() as work:
        call(work, hall_id)
        call(work, hall_id)
        work.signal(hall_stream(hall_id), "hall.counted")
        assert rung == []

    assert rung == [({hall_stream(hall_id): 2}, {(hall_stream(hall_id), "hall.counted")})]


async def test_a_work_that_says_nothing_rings_nobody(works: Works):
    rung: list[object] = []
    works.doorbell = InProcess()
    works.doorbell.listen(lambda heads, signals: rung.append((heads, signals)))

    async with works.writing():
        pass

    assert rung == []


@pytest.mark.req("D4")
@pytest.mark.asvs("V16.2.1")
async def test_the_journal_keeps_who_did_it_and_from_where(works: Works, hall_id: UUID):
    me, other, boss, session, tenant = (uuid4() for _ in range(5))
    here = Cause(me, boss, tenant, session, "internet", "192.0.2.7", "request")
    async with works.writing(here) as work:
        call(work, hall_id, by=me)
        call(work, hall_id, by=other)
        work.state(Called(hall_id=hall_id, call_id=uuid4()), by=None, cause=Cause(zone="lgwan"))

    async with works.reading() as work:
        mine, theirs, nobodys = await work.session.scalars(select(JournalRow).order_by(JournalRow.number))
        head = await work.session.get_one(StreamHead, hall_stream(hall_id))
    kept = (mine.by, mine.on_behalf_of, mine.session_id, mine.zone, mine.address, mine.request_id)
    assert kept == (me, boss, session, "internet", "192.0.2.7", "request")
    assert (theirs.by, theirs.address) == (other, "192.0.2.7")
    assert (nobodys.by, nobodys.zone, nobodys.address) == (None, "lgwan", None)
    assert {row.tenant_id for row in (mine, theirs, nobodys)} == {head.tenant_id} == {tenant}


@pytest.mark.req("D8")
async def test_fifty_works_at_once_leave_numbers_without_gaps(works: Works, hall_id: UUID):
    async def one(turn: int) -> None:
        async with works.writing() as work:
            call(work, hall_id)
            await asyncio.sleep(0)
            if turn % 5 == 0:
                raise RuntimeError

    done = await asyncio.gather(*(one(turn) for turn in range(50)), return_exceptions=True)

    assert sum(isinstance(each, RuntimeError) for each in done) == 10
    assert await numbers(works, hall_id) == list(range(1, 41))
    async with works.reading() as work:
        assert (await work.session.get_one(StreamHead, hall_stream(hall_id))).head == 40


@pytest.mark.req("D8")
async def test_works_that_tell_on_the_same_streams_in_any_order_never_wait_for_each_other_in_a_ring(
    works: Works,
):
    halls = [uuid4() for _ in range(4)]

    async def one(turn: int) -> None:
        async with works.writing() as work:
            for hall_id in halls[turn % 4 :] + halls[: turn % 4]:
                call(work, hall_id)

    await asyncio.gather(*(one(turn) for turn in range(40)))

    for hall_id in halls:
        assert await numbers(works, hall_id) == list(range(1, 41))


async def test_facts_of_one_work_keep_their_order_on_their_stream(works: Works):
    first, second = sorted((uuid4(), uuid4()))
    async with works.writing() as work:
        told = [call(work, hall) for hall in (second, first, second, first)]

    assert [each.number for each in told] == [1, 1, 2, 2]


@pytest.mark.parametrize(("slow", "defect", "level"), [(0.01, 9, "warning"), (0.005, 0.01, "error")])
async def test_a_write_that_holds_the_lock_long_is_logged(
    works: Works, monkeypatch: pytest.MonkeyPatch, slow: float, defect: float, level: str
):
    monkeypatch.setattr(edge, "SLOW", slow)
    monkeypatch.setattr(edge, "DEFECT", defect)
    with capture_logs() as logged:
        async with works.writing():
            await asyncio.sleep(0.05)

    assert [line["log_level"] for line in logged] == [level]


async def test_who_waits_for_the_lock_is_not_called_slow(
    works: Works, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    async def slowly() -> None:
        async with works.writing() as work:
            call(work, hall_id)
            await asyncio.sleep(0.1)

    async def quickly() -> None:
        await asyncio.sleep(0.02)
        async with works.writing():
            pass

    monkeypatch.setattr(edge, "SLOW", 0.08)
    with capture_logs() as logged:
        await asyncio.gather(slowly(), quickly())

    assert [line["facts"] for line in logged] == [1]


@pytest.mark.req("D21")
async def test_a_node_that_may_not_write_takes_nothing_in(works: Works, hall_id: UUID):
    works.may_write = lambda: False
    with pytest.raises(NotNow) as refused:
        async with works.writing() as work:
            call(work, hall_id)
    assert refused.value.retry_after > 0

    works.may_write = lambda: True
    assert await calls(works) == 0


async def test_a_write_that_never_ends_is_given_up(
    works: Works, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as hurry:
        hurry.setattr(edge, "LONGEST_WRITE", 0.1)
        with pytest.raises(NotNow):
            async with works.writing() as work:
                call(work, hall_id)
                await asyncio.sleep(5)

    assert await calls(works) == 0
    async with works.writing() as work:  # and the lock is free again
        call(work, hall_id)
    assert await numbers(works, hall_id) == [1]


@pytest.mark.req("N95")
async def test_a_full_disk_is_said_and_nothing_is_half_there(works: Works, hall_id: UUID):
    full = "PRAGMA max_page_count = 1" if works.store.is_single_writer else raising("disk_full")
    with pytest.raises(NoSpace):
        async with works.writing() as work:
            await work.session.execute(text(full))
            call(work, hall_id, "長" * 50_000)

    assert (await calls(works), await numbers(works, hall_id)) == (0, [])
    if works.store.is_single_writer:
        async with works.store.writing() as session:
            await session.execute(text("PRAGMA max_page_count = 1073741823"))
    async with works.writing() as work:
        call(work, hall_id)
    assert await numbers(works, hall_id) == [1]


@pytest.mark.req("N95")
async def test_a_database_held_by_somebody_else_means_later(works: Works, hall_id: UUID, url: str):
    if not works.store.is_single_writer:
        with pytest.raises(NotNow):
            async with works.writing() as work:
                await work.session.execute(text(raising("deadlock_detected")))
        return
    async with works.store.writing() as session:
        await session.execute(text("PRAGMA busy_timeout = 50"))
    async with opened(url) as another, another.writing() as holding:
        await holding.connection()
        with pytest.raises(NotNow) as refused:
            async with works.writing() as work:
                call(work, hall_id)
    assert refused.value.retry_after > 0


async def test_other_troubles_fly_as_they_are(works: Works):
    with pytest.raises(IntegrityError):
        async with works.writing() as work:
            work.session.add_all([Call(hall_id=uuid4(), words="", key="same") for _ in range(2)])


async def test_reading_changes_nothing(works: Works, hall_id: UUID):
    with pytest.raises(DBAPIError):
        async with works.reading() as work:
            await work.session.execute(text("DELETE FROM streams"))


async def test_a_reading_sees_one_moment(works: Works, hall_id: UUID):
    async with works.reading() as work:
        before = await work.session.scalar(select(func.count()).select_from(Call))
        async with works.writing() as other:
            call(other, hall_id)
        heads = await work.session.scalar(select(func.count()).select_from(StreamHead))

    assert (before, heads) == (0, 0)


def raising(condition: str) -> str:
    """What the database does when it meets this condition, without having to bring it about."""
    return f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{condition}'; END $$"
