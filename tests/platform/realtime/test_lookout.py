"""Looking around: whatever no doorbell announced is found, and it costs what was told, not what might have been."""

import asyncio
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from tests.platform.facts.test_commit_order import tell_late
from tests.platform.hall import Someone, call, hall_stream
from tests.platform.nodes import hearing, realtime_over, say, seat, until
from yoriai.platform.db.statement import Rows
from yoriai.platform.db.store import Store
from yoriai.platform.facts import journal as journals
from yoriai.platform.realtime import lookout as lookouts
from yoriai.platform.realtime import realtime as realtimes
from yoriai.platform.realtime.realtime import Realtime

pytestmark = pytest.mark.anyio


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Of how many streams the heads were asked for, each time that they were."""
    numbers: list[int] = []

    def counting(rows: Rows, asked: dict[str, int]) -> dict[str, int]:
        numbers.append(len(asked))
        return journals.grown(rows, asked)

    monkeypatch.setattr(lookouts, "grown", counting)
    monkeypatch.setattr(lookouts, "ALL_EVERY", 1_000)
    return numbers


@pytest.fixture
def there(store: Store, monkeypatch: pytest.MonkeyPatch) -> Realtime:
    """A node that no doorbell of the others reaches."""
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.05)
    return realtime_over(store)


async def test_while_nothing_is_told_nobody_is_asked_for_heads(
    store: Store, there: Realtime, hall_id: UUID, asked: list[int]
):
    here, me = realtime_over(store), Someone()
    await seat(here.works, hall_id, me)
    async with there.running(), hearing(there, me) as ear:
        await until(lambda: asked)
        await asyncio.sleep(0.2)
        looked = len(asked)
        await asyncio.sleep(0.3)
        assert len(asked) == looked <= 3
        await say(here.works, hall_id, "a")
        await until(lambda: ear.words == ["a"])
        if not store.is_single_writer:
            assert len(asked) == looked  # it came with what was told


@pytest.mark.req("D16", "N98")
@pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)
async def test_what_commits_late_is_found_although_others_committed_and_were_seen_meanwhile(
    store: Store, there: Realtime
):
    here, me, late, others = realtime_over(store), Someone(), uuid4(), uuid4()
    await seat(here.works, late, me)
    await seat(here.works, others, me)
    async with there.running(), hearing(there, me) as ear:
        numbered = asyncio.Event()
        waiting = asyncio.create_task(tell_late(here.works, late, numbered=numbered, pause=0.5))
        await numbered.wait()
        await say(here.works, others, "meanwhile")
        await until(lambda: ear.words == ["meanwhile"])
        await waiting
        await until(lambda: ear.words == ["meanwhile", "late"])


@pytest.mark.req("D16", "N98")
@pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)
async def test_a_line_of_an_older_work_on_a_stream_that_a_newer_one_has_told_on_is_found(
    store: Store, there: Realtime, hall_id: UUID
):
    """The line bears the newer transaction, which was seen long ago."""
    here, me = realtime_over(store), Someone()
    await seat(here.works, hall_id, me)
    async with there.running(), hearing(there, me) as ear:
        async with here.works.writing() as older:
            call(older, uuid4(), "so that it has begun")
            await older.session.flush()
            await say(here.works, hall_id, "newer")
            await until(lambda: ear.words == ["newer"])
            await asyncio.sleep(0.2)
            call(older, hall_id, "older")
        await until(lambda: ear.words == ["newer", "older"])


@pytest.mark.req("D16", "N98")
@pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)
async def test_numbers_of_transactions_that_left_nothing_behind_are_not_taken_for_used(
    store: Store, there: Realtime, hall_id: UUID
):
    """Found by `make faults`: after a crash they are given out again, and their lines would be passed over."""
    here, me = realtime_over(store), Someone()
    await seat(here.works, hall_id, me)
    await say(here.works, hall_id, "a")
    for _ in range(5):
        async with store.writing() as session:
            await session.execute(text("SELECT pg_current_xact_id()"))
    await there.lookout.look(is_sure=True)
    async with store.reading() as session:
        newest = await session.scalar(text("SELECT max(xid) FROM journal"))
    assert there.lookout.horizon == newest + 1


@pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)
async def test_more_than_can_be_listed_and_a_database_put_back_are_found_by_their_heads(
    store: Store, there: Realtime, hall_id: UUID, asked: list[int], monkeypatch: pytest.MonkeyPatch
):
    here, me = realtime_over(store), Someone()
    monkeypatch.setattr(journals, "MOST_AT_ONCE", 5)
    await seat(here.works, hall_id, me)
    async with there.running(), hearing(there, me) as ear:
        begun = there.lookout.looks
        # The look that asks for the heads of what has just been opened has ended by then.
        await until(lambda: there.lookout.looks >= begun + 2)
        looked = len(asked)
        await say(here.works, hall_id, *"abcdefg")
        await until(lambda: len(ear.numbers) == 7)
        assert len(asked) > looked
        monkeypatch.undo()
        there.lookout.horizon = 2**50
        await say(here.works, hall_id, "h")
        await until(lambda: ear.numbers == list(range(1, 9)))


async def test_a_look_that_failed_forgets_no_new_channel(there: Realtime, monkeypatch: pytest.MonkeyPatch):
    async def fail(quick: object, look: object) -> None:
        raise ConnectionError

    there.hub.opened.add(hall_stream(uuid4()))
    before = set(there.hub.opened)
    monkeypatch.setattr(type(there.works.store.quick), "read", fail)
    with pytest.raises(ConnectionError):
        await there.lookout.look(is_sure=True)
    assert there.hub.opened == before
