"""The committer: what waits together is written together, and nobody pays for a neighbour."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

import pytest

from tests.platform.hall import TooQuiet, hall_stream
from tests.platform.work.calling import Item, Put, together, words
from yoriai.kit.errors import NotNow, Refused
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.facts.numbering import Told
from yoriai.platform.failpoints import Failpoint
from yoriai.platform.work import committer
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio


async def test_what_waits_together_is_one_commit(
    works: Works, hall_id: UUID, put: Put, commits: list[Failpoint]
):
    told = await together(works, put, [Item(hall_id, f"{turn}") for turn in range(200)])

    assert [each.number for each in told if isinstance(each, Told)] == list(range(1, 201))
    assert len(commits) == 1
    assert len(await words(works)) == 200


async def test_what_comes_meanwhile_is_the_next_commit(
    works: Works, hall_id: UUID, put: Put, commits: list[Failpoint]
):
    first = asyncio.create_task(put(works, Item(hall_id, "a")))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    later = await together(works, put, [Item(hall_id, "b"), Item(hall_id, "c")])

    assert [(await first).number, *(each.number for each in later if isinstance(each, Told))] == [1, 2, 3]
    assert len(commits) == 2


async def test_one_commit_holds_so_many_and_no_more(
    works: Works, hall_id: UUID, put: Put, commits: list[Failpoint], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(committer, "MOST_TOGETHER", 10)
    await together(works, put, [Item(hall_id, f"{turn}") for turn in range(25)])

    assert len(commits) == 3


async def test_a_refused_item_touches_no_neighbour(
    works: Works, hall_id: UUID, put: Put, commits: list[Failpoint]
):
    before, refused, after = await together(
        works, put, [Item(hall_id, "a"), Item(hall_id, ""), Item(hall_id, "b")]
    )

    assert isinstance(refused, TooQuiet)
    assert isinstance(before, Told) and isinstance(after, Told)
    assert (before.number, after.number, len(commits)) == (1, 2, 1)
    assert await words(works) == ["a", "b"]


async def test_a_batch_that_fails_is_tried_one_by_one(works: Works, hall_id: UUID, put: Put):
    told = await together(works, put, [Item(hall_id, each) for each in ("a", "bad", "b")])

    assert isinstance(told[1], RuntimeError)
    assert [each.number for each in told if isinstance(each, Told)] == [1, 2]
    assert await words(works) == ["a", "b"]


async def test_whoever_stops_waiting_takes_nothing_out(works: Works, hall_id: UUID, put: Put):
    waiting = [asyncio.create_task(put(works, Item(hall_id, each))) for each in "abc"]
    await asyncio.sleep(0)
    waiting[1].cancel()

    told = [await waiting[0], await waiting[2]]
    with suppress(asyncio.CancelledError):
        await waiting[1]
    assert waiting[1].cancelled()
    assert [each.number for each in told] == [1, 3]
    assert await words(works) == ["a", "b", "c"]


async def test_whoever_stops_waiting_for_a_failing_batch_costs_the_others_nothing(
    works: Works, hall_id: UUID, put: Put
):
    waiting = [asyncio.create_task(put(works, Item(hall_id, each))) for each in ("a", "bad", "c")]
    await asyncio.sleep(0)
    waiting[1].cancel()

    assert [(await waiting[0]).number, (await waiting[2]).number] == [1, 2]
    assert await words(works) == ["a", "c"]


async def test_answers_leave_before_the_doorbell_rings(works: Works, hall_id: UUID, put: Put):
    order: list[str] = []
    works.doorbell = InProcess()
    works.doorbell.listen(lambda heads, _: order.append(f"rung {heads[hall_stream(hall_id)]}"))

    async def wait(words: str) -> None:
        await put(works, Item(hall_id, words))
        order.append(words)

    await asyncio.gather(wait("a"), wait("b"))
    await works.finish()

    assert order == ["a", "b", "rung 2"]


async def test_finishing_waits_for_everything_taken_in(works: Works, hall_id: UUID, put: Put):
    waiting = [asyncio.create_task(put(works, Item(hall_id, f"{turn}"))) for turn in range(30)]
    await asyncio.sleep(0)
    await works.finish()

    assert all(each.done() for each in waiting)
    async with works.reading() as work:
        assert (await work.session.get_one(StreamHead, hall_stream(hall_id))).head == 30


async def test_finishing_with_nothing_to_do_is_at_once(works: Works):
    await works.finish()


@pytest.mark.req("D5")
async def test_when_the_database_is_busy_all_of_them_are_told_at_once(works: Works, hall_id: UUID):
    tries = 0

    async def busy(work: Work, items: Sequence[Item]) -> Sequence[Told | Refused]:
        nonlocal tries
        tries += 1
        raise NotNow(retry_after=3)

    waiting = [works.together(busy, Item(hall_id, each)) for each in "abc"]
    told = await asyncio.gather(*waiting, return_exceptions=True)

    assert ([type(each) for each in told], tries) == ([NotNow] * 3, 1)


@pytest.mark.req("D21")
async def test_a_node_that_may_not_write_refuses_each_of_them(works: Works, hall_id: UUID, put: Put):
    works.may_write = lambda: False
    told = await together(works, put, [Item(hall_id, "a"), Item(hall_id, "b")])

    assert [type(each) for each in told] == [NotNow, NotNow]
