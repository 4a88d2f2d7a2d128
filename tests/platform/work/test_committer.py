"""The committer: what waits together is written together, and nobody pays for a neighbour."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select

from tests.platform.hall import Call, Called, TooQuiet, call, hall_stream
from yoriai.kit.errors import NotNow, Refused
from yoriai.platform.db.statement import Value, as_id, statement
from yoriai.platform.facts.models import JournalRow, StreamHead
from yoriai.platform.facts.numbering import Cause, Told
from yoriai.platform.failpoints import Failpoint
from yoriai.platform.work import committer, edge
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Batch, Telling, Work

pytestmark = pytest.mark.anyio


@dataclass(frozen=True)
class Item:
    hall_id: UUID
    words: str
    key: str | None = None


async def call_all(work: Work, items: Sequence[Item]) -> Sequence[Told | Refused]:
    """Refuse the silent ones, write the others in one statement, choke on the bad."""
    outcomes, rows = judged(work, items)
    if rows:
        await work.session.execute(insert(Call), rows)
    return outcomes


def call_all_quickly(batch: Batch, items: Sequence[Item]) -> Sequence[Told | Refused]:
    """The same on plain rows."""
    outcomes, rows = judged(batch, items)
    batch.rows.each(CALL, rows)
    return outcomes


CALL = statement("INSERT INTO hall_calls (id, hall_id, words, key) VALUES (:id, :hall_id, :words, :key)")


def judged(work: Telling, items: Sequence[Item]) -> tuple[list[Told | Refused], list[dict[str, Value]]]:
    if any(item.words == "bad" for item in items):
        raise RuntimeError("bad")
    outcomes: list[Told | Refused] = []
    rows: list[dict[str, Value]] = []
    for item in items:
        if not item.words:
            outcomes.append(TooQuiet(least=1))
            continue
        call_id = uuid4()
        rows.append({"id": call_id, "hall_id": item.hall_id, "words": item.words, "key": item.key})
        outcomes.append(work.state(Called(hall_id=item.hall_id, call_id=call_id), by=None))
    return outcomes, rows


Put = Callable[[Works, Item], Awaitable[Told]]


@pytest.fixture(params=["through a session", "the quick way"])
def put(request: pytest.FixtureRequest) -> Put:
    """Hand an item to the committer, by either way to the database."""
    if request.param == "the quick way":
        return lambda works, item: works.together_quickly(call_all_quickly, item)
    return lambda works, item: works.together(call_all, item)


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[Failpoint]:
    """One entry for every commit from now on."""
    seen: list[Failpoint] = []
    monkeypatch.setattr(
        edge, "reach", lambda place: seen.append(place) if place is Failpoint.AFTER_COMMIT else None
    )
    return seen


async def together(works: Works, put: Put, items: Sequence[Item]) -> list[Told | BaseException]:
    return await asyncio.gather(*(put(works, item) for item in items), return_exceptions=True)


async def words(works: Works) -> list[str]:
    async with works.reading() as work:
        return list(await work.session.scalars(select(Call.words).order_by(Call.words)))


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


@pytest.mark.req("D3")
async def test_a_key_that_another_node_wrote_in_between_is_looked_for_again_by_the_quick_way(
    works: Works, hall_id: UUID
):
    looked = 0

    def once_for_each_key(batch: Batch, items: Sequence[Item]) -> Sequence[UUID]:
        nonlocal looked
        looked += 1
        (item,) = items
        found = batch.rows.all(FIND, key=item.key)
        if found and looked > 1:
            return [as_id(found[0][0])]
        made = uuid4()
        batch.rows.each(CALL, [{"id": made, "hall_id": item.hall_id, "words": item.words, "key": item.key}])
        return [made]

    async with works.writing() as work:
        first = Call(id=uuid4(), hall_id=hall_id, words="first", key="k")
        work.session.add(first)

    assert await works.together_quickly(once_for_each_key, Item(hall_id, "again", "k")) == first.id
    assert await words(works) == ["first"]


FIND = statement("SELECT id FROM hall_calls WHERE key = :key")


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


async def test_different_handlers_do_not_share_a_commit(
    works: Works, hall_id: UUID, commits: list[Failpoint]
):
    one, other = (
        works.together(call_all, Item(hall_id, "a")),
        works.together_quickly(call_all_quickly, Item(hall_id, "b")),
    )
    told = await asyncio.gather(one, other)

    assert sorted(each.number for each in told) == [1, 2]
    assert len(commits) == 2


@pytest.mark.req("D8")
async def test_every_way_to_write_takes_its_turn_with_the_others(works: Works, hall_id: UUID):
    async def alone(words: str) -> int:
        async with works.writing() as work:
            told = call(work, hall_id, words)
        return told.number

    async def waiting(words: str, put: Put) -> int:
        return (await put(works, Item(hall_id, words))).number

    ways: list[Put] = [
        lambda works, item: works.together(call_all, item),
        lambda works, item: works.together_quickly(call_all_quickly, item),
    ]
    told = await asyncio.gather(
        *(alone("a") for _ in range(10)), *(waiting("b", way) for way in ways for _ in range(20))
    )
    assert sorted(told) == list(range(1, 51))


async def test_the_journal_is_the_same_whichever_way_it_was_written(works: Works, hall_id: UUID):
    me, cause = uuid4(), Cause(zone="lgwan", address="192.0.2.1", request_id="r", tenant_id=uuid4())

    def state(work: Telling) -> Told:
        fact = Called(hall_id=hall_id, call_id=hall_id, ordinal=3)
        return work.state(fact, by=me, cause=cause)

    async def slowly(work: Work, items: Sequence[Item]) -> Sequence[Told]:
        return [state(work) for _ in items]

    def quickly(batch: Batch, items: Sequence[Item]) -> Sequence[Told]:
        return [state(batch) for _ in items]

    await works.together(slowly, Item(hall_id, ""))
    await works.together_quickly(quickly, Item(hall_id, ""))
    async with works.reading() as work:
        one, other = await work.session.scalars(select(JournalRow).order_by(JournalRow.number))
    columns = [column.name for column in JournalRow.__table__.columns]
    differing = {name for name in columns if getattr(one, name) != getattr(other, name)}
    assert differing <= {"position", "number", "xid", "at"}
    assert (one.by, one.zone, one.tenant_id, one.body["ordinal"]) == (me, "lgwan", cause.tenant_id, 3)
