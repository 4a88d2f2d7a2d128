"""The committer: what waits together is written together, and nobody pays for a neighbour."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, insert, select

from tests.platform.hall import Call, Called, TooQuiet, hall_stream
from yoriai.kit.errors import NotNow, Refused
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.facts.numbering import Told
from yoriai.platform.work import committer
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio


@dataclass(frozen=True)
class Item:
    hall_id: UUID
    words: str
    key: str | None = None


async def call_all(work: Work, items: Sequence[Item]) -> Sequence[Told | Refused]:
    """Refuse the silent ones, write the others in one statement, choke on the bad."""
    if any(item.words == "bad" for item in items):
        raise RuntimeError("bad")
    outcomes: list[Told | Refused] = []
    rows: list[dict[str, object]] = []
    for item in items:
        if not item.words:
            outcomes.append(TooQuiet(least=1))
            continue
        call_id = uuid4()
        rows.append({"id": call_id, "hall_id": item.hall_id, "words": item.words, "key": item.key})
        outcomes.append(work.state(Called(hall_id=item.hall_id, call_id=call_id), by=None))
    if rows:
        await work.session.execute(insert(Call), rows)
    return outcomes


@pytest.fixture
def commits(works: Works) -> list[None]:
    """One entry for every commit of this database from now on."""
    seen: list[None] = []
    event.listen(works.store.writer.sync_engine, "commit", lambda _: seen.append(None))
    return seen


async def together(works: Works, items: Sequence[Item]) -> list[Told | BaseException]:
    return await asyncio.gather(*(works.together(call_all, item) for item in items), return_exceptions=True)


async def words(works: Works) -> list[str]:
    async with works.reading() as work:
        return list(await work.session.scalars(select(Call.words).order_by(Call.words)))


async def test_what_waits_together_is_one_commit(works: Works, hall_id: UUID, commits: list[None]):
    told = await together(works, [Item(hall_id, f"{turn}") for turn in range(200)])

    assert [each.number for each in told if isinstance(each, Told)] == list(range(1, 201))
    assert len(commits) == 1
    assert len(await words(works)) == 200


async def test_what_comes_meanwhile_is_the_next_commit(works: Works, hall_id: UUID, commits: list[None]):
    first = asyncio.create_task(works.together(call_all, Item(hall_id, "a")))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    later = await together(works, [Item(hall_id, "b"), Item(hall_id, "c")])

    assert [(await first).number, *(each.number for each in later if isinstance(each, Told))] == [1, 2, 3]
    assert len(commits) == 2


async def test_one_commit_holds_so_many_and_no_more(
    works: Works, hall_id: UUID, commits: list[None], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(committer, "MOST_TOGETHER", 10)
    await together(works, [Item(hall_id, f"{turn}") for turn in range(25)])

    assert len(commits) == 3


async def test_a_refused_item_touches_no_neighbour(works: Works, hall_id: UUID, commits: list[None]):
    before, refused, after = await together(
        works, [Item(hall_id, "a"), Item(hall_id, ""), Item(hall_id, "b")]
    )

    assert isinstance(refused, TooQuiet)
    assert isinstance(before, Told) and isinstance(after, Told)
    assert (before.number, after.number, len(commits)) == (1, 2, 1)
    assert await words(works) == ["a", "b"]


async def test_a_batch_that_fails_is_tried_one_by_one(works: Works, hall_id: UUID):
    told = await together(works, [Item(hall_id, each) for each in ("a", "bad", "b")])

    assert isinstance(told[1], RuntimeError)
    assert [each.number for each in told if isinstance(each, Told)] == [1, 2]
    assert await words(works) == ["a", "b"]


@pytest.mark.req("D3")
async def test_a_key_that_another_node_wrote_in_between_is_looked_for_again(works: Works, hall_id: UUID):
    looked = 0

    async def once_for_each_key(work: Work, items: Sequence[Item]) -> Sequence[UUID]:
        nonlocal looked
        looked += 1
        (item,) = items
        found = await work.session.scalar(select(Call.id).where(Call.key == item.key))
        if found is None or looked == 1:  # the first time it looks as if nobody had been there
            found = uuid4()
            await work.session.execute(
                insert(Call), [{"id": found, "hall_id": item.hall_id, "words": item.words, "key": item.key}]
            )
        return [found]

    async with works.writing() as work:
        first = Call(id=uuid4(), hall_id=hall_id, words="first", key="k")
        work.session.add(first)

    assert await works.together(once_for_each_key, Item(hall_id, "again", "k")) == first.id
    assert await words(works) == ["first"]


async def test_whoever_stops_waiting_takes_nothing_out(works: Works, hall_id: UUID):
    waiting = [asyncio.create_task(works.together(call_all, Item(hall_id, each))) for each in "abc"]
    await asyncio.sleep(0)
    waiting[1].cancel()

    told = [await waiting[0], await waiting[2]]
    with suppress(asyncio.CancelledError):
        await waiting[1]
    assert waiting[1].cancelled()
    assert [each.number for each in told] == [1, 3]
    assert await words(works) == ["a", "b", "c"]


async def test_whoever_stops_waiting_for_a_failing_batch_costs_the_others_nothing(works: Works, hall_id: UUID):
    waiting = [asyncio.create_task(works.together(call_all, Item(hall_id, each))) for each in ("a", "bad", "c")]
    await asyncio.sleep(0)
    waiting[1].cancel()

    assert [(await waiting[0]).number, (await waiting[2]).number] == [1, 2]
    assert await words(works) == ["a", "c"]


async def test_answers_leave_before_the_doorbell_rings(works: Works, hall_id: UUID):
    order: list[str] = []
    works.doorbell = InProcess()
    works.doorbell.listen(lambda heads, _: order.append(f"rung {heads[hall_stream(hall_id)]}"))

    async def wait(words: str) -> None:
        await works.together(call_all, Item(hall_id, words))
        order.append(words)

    await asyncio.gather(wait("a"), wait("b"))
    await works.finish()

    assert order == ["a", "b", "rung 2"]


async def test_finishing_waits_for_everything_taken_in(works: Works, hall_id: UUID):
    waiting = [asyncio.create_task(works.together(call_all, Item(hall_id, f"{turn}"))) for turn in range(30)]
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
async def test_a_node_that_may_not_write_refuses_each_of_them(works: Works, hall_id: UUID):
    works.may_write = lambda: False
    told = await together(works, [Item(hall_id, "a"), Item(hall_id, "b")])

    assert [type(each) for each in told] == [NotNow, NotNow]


async def test_different_handlers_do_not_share_a_commit(works: Works, hall_id: UUID, commits: list[None]):
    def handler() -> Callable[[Work, Sequence[Item]], object]:
        async def handle(work: Work, items: Sequence[Item]) -> Sequence[Told | Refused]:
            return await call_all(work, items)

        return handle

    one, other = handler(), handler()
    await asyncio.gather(works.together(one, Item(hall_id, "a")), works.together(other, Item(hall_id, "b")))  # type: ignore[arg-type]

    assert len(commits) == 2
