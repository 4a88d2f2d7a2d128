"""Delivery: everyone who may hear gets every number, in order, once; and hearing changes exactly where it is told."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from contextlib import AsyncExitStack
from random import Random
from typing import cast
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from tests.platform.hall import (
    HALL,
    Call,
    Called,
    Ended,
    Left,
    Lost,
    Someone,
    call,
    hall_stream,
    render_calls,
)
from tests.platform.nodes import KINDS, Ear, hearing, realtime_over, say, seat, until, welcome
from yoriai.platform.db.statement import Rows
from yoriai.platform.db.store import Store
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.sight import Sight
from yoriai.platform.realtime import realtime as realtimes
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.realtime.rendering import Renderer
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio


@pytest.mark.req("D10")
async def test_everyone_in_the_hall_hears_every_call_and_nobody_else_does(node: Realtime, hall_id: UUID):
    me, other, stranger = Someone(), Someone(), Someone()
    await seat(node.works, hall_id, me, other)
    async with hearing(node, me) as mine, hearing(node, other) as theirs, hearing(node, stranger) as none:
        await say(node.works, hall_id, "a", "b")
        await say(node.works, hall_id, "c")
        await until(lambda: len(mine.words) == len(theirs.words) == 3)

    assert mine.words == theirs.words == ["a", "b", "c"]
    assert mine.numbers == [1, 2, 3]
    assert none.frames == []


@pytest.mark.req("D10", "N99")
async def test_rings_that_come_twice_late_or_mixed_up_change_nothing(store: Store, hall_id: UUID):
    class Muddled(InProcess):
        """Keeps rings back and gives them out of order, some of them twice."""

        def __init__(self) -> None:
            super().__init__()
            self.held: list[tuple[Mapping[str, int], Collection[tuple[str, str]]]] = []

        def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
            self.held.append((heads, signals))

        def let_go(self, random: Random) -> None:
            rings, self.held = self.held * 2, []
            random.shuffle(rings)
            for heads, signals in rings:
                super().ring(heads, signals)

    bell, me = Muddled(), Someone()
    realtime = realtime_over(store, bell)
    await seat(realtime.works, hall_id, me)
    async with realtime.running(), hearing(realtime, me) as ear:
        for turn in range(5):
            for number in range(10):
                await say(realtime.works, hall_id, f"{turn * 10 + number}")
            bell.let_go(Random(turn))
            await until(lambda turn=turn: len(ear.numbers) == turn * 10 + 10)
        await asyncio.sleep(0.05)

    assert ear.numbers == list(range(1, 51))
    assert ear.words == [f"{each}" for each in range(50)]


async def test_words_are_loaded_once_for_each_class_of_readers(store: Store, hall_id: UUID):
    loaded: list[tuple[str, int]] = []

    async def render(
        session: AsyncSession, facts: Sequence[Fact], klass: str
    ) -> Sequence[dict[str, object] | None]:
        loaded.append((klass, len(facts)))
        return await render_calls(session, facts, klass)

    realtime = realtime_over(store)
    realtime.delivery.renderer = Renderer(realtime.works, {Called: render})
    people = [Someone() for _ in range(20)] + [Someone(redaction_class="guest") for _ in range(5)]
    await seat(realtime.works, hall_id, *people)
    async with realtime.running(), AsyncExitStack() as stack:
        ears = [await stack.enter_async_context(hearing(realtime, who)) for who in people]
        await say(realtime.works, hall_id, "a", "内緒", "b")
        await until(lambda: all(len(ear.numbers) == 3 for ear in ears))

    assert sorted(loaded) == [("guest", 3), ("staff", 3)]
    assert [ear.words for ear in ears] == [["a", "内緒", "b"]] * 20 + [["a", "b"]] * 5


@pytest.mark.req("D10", "N50")
async def test_what_somebody_may_not_see_comes_as_a_blank(node: Realtime, hall_id: UUID):
    guest = Someone(redaction_class="guest")
    await seat(node.works, hall_id, guest)
    async with hearing(node, guest) as ear:
        await say(node.works, hall_id, "内緒")
        await until(lambda: ear.numbers == [1])

    assert ear.frames == [{"stream": hall_stream(hall_id), "number": 1}]


@pytest.mark.req("D17")
async def test_a_change_of_something_older_than_ones_coming_is_a_blank(node: Realtime, hall_id: UUID):
    new, old = Someone(), Someone()
    await seat(node.works, hall_id, old)
    await seat(node.works, hall_id, new, sight=Sight(since_number=1, sees_from=5))
    async with hearing(node, new) as ear, hearing(node, old) as other:
        async with node.works.writing() as work:
            call(work, hall_id, "old", ordinal=4)
            call(work, hall_id, "new", ordinal=5)
        await until(lambda: ear.numbers == other.numbers == [1, 2])

    assert (ear.words, other.words) == (["new"], ["old", "new"])


async def test_a_fact_whose_words_are_gone_is_a_blank(store: Store, hall_id: UUID):
    me, silent = Someone(), InProcess()
    realtime = realtime_over(store, silent)
    await seat(realtime.works, hall_id, me)
    async with realtime.running(), hearing(realtime, me) as ear:
        mute = Works(store)
        await say(mute, hall_id, "a", "b")
        async with mute.writing() as work:
            await work.session.execute(delete(Call).where(Call.words == "a"))
        silent.ring({hall_stream(hall_id): 2}, ())
        await until(lambda: ear.numbers == [1, 2])

    assert ear.words == ["b"]


async def test_a_fact_without_words_of_its_own_comes_as_it_is(node: Realtime):
    me, hall_id = Someone(), uuid4()
    async with hearing(node, me) as ear:
        async with node.works.writing() as work:
            work.state(Lost(account_id=me.account_id, hall_id=hall_id), by=None)
        await until(lambda: ear.numbers == [1])

    assert ear.frames[0]["body"] == {"account_id": str(me.account_id), "hall_id": str(hall_id)}


@pytest.mark.req("D16", "D20", "N99")
async def test_a_node_whose_doorbell_is_cut_hears_and_ends_sessions_by_looking(
    store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    assert realtimes.POLL_EVERY < 3
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.1)
    here, there = realtime_over(store), realtime_over(store)
    me, leaver = Someone(), Someone()
    await seat(here.works, hall_id, me, leaver)
    async with here.running(), there.running(), hearing(there, me) as far, hearing(there, leaver) as gone:
        await say(here.works, hall_id, "a", "b")
        await until(lambda: far.words == gone.words == ["a", "b"])
        async with here.works.writing() as work:
            work.state(Left(hall_id=hall_id, account_id=leaver.account_id), by=None)
            call(work, hall_id, "c")
            work.state(Ended(account_id=me.account_id), by=None)
        await until(lambda: far.closed)

    assert gone.numbers == [1, 2, 3]


@pytest.mark.req("C4", "C5")
async def test_two_nodes_with_one_doorbell_tell_the_same_in_the_same_order(store: Store, hall_id: UUID):
    bell = InProcess()
    nodes = [realtime_over(store, bell) for _ in range(2)]
    people = [Someone() for _ in nodes]
    await seat(nodes[0].works, hall_id, *people)
    async with AsyncExitStack() as stack:
        for each in nodes:
            await stack.enter_async_context(each.running())
        ears = [
            await stack.enter_async_context(hearing(node, who))
            for node, who in zip(nodes, people, strict=True)
        ]
        await asyncio.gather(*(say(nodes[turn % 2].works, hall_id, f"{turn}") for turn in range(40)))
        await until(lambda: all(len(ear.numbers) == 40 for ear in ears))

    assert [ear.numbers for ear in ears] == [list(range(1, 41))] * 2
    assert ears[0].words == ears[1].words


async def test_more_than_one_reading_holds_comes_in_order_all_the_same(node: Realtime, hall_id: UUID):
    me = Someone()
    await seat(node.works, hall_id, me)
    async with hearing(node, me) as ear:
        await say(node.works, hall_id, *(f"{turn}" for turn in range(2_300)))
        await until(lambda: ear.sent.count(b'"number":2300,'))

    assert ear.numbers == list(range(1, 2_301))


async def test_a_socket_that_ends_while_it_is_written_to_costs_its_neighbours_nothing(
    node: Realtime, hall_id: UUID
):
    """A transport that has too much to write says so from within the write, and its socket goes."""
    people = [Someone() for _ in range(6)]
    await seat(node.works, hall_id, *people)
    ears = [Ear(who) for who in people]
    for at, ear in enumerate(ears):
        listener = ear.listener()
        if at % 2:
            listener.write = lambda _, listener=listener: node.hub.forget(listener)
        await welcome(node, listener)
    await say(node.works, hall_id, "a")
    await say(node.works, hall_id, "b")
    await until(lambda: all(ear.numbers == [1, 2] for ear in ears[::2]))


async def test_a_socket_whose_write_fails_costs_its_neighbours_nothing(node: Realtime, hall_id: UUID):
    def fail(_: bytes) -> None:
        raise RuntimeError("Cannot call write() after write_eof()")

    people = [Someone() for _ in range(4)]
    await seat(node.works, hall_id, *people)
    ears = [Ear(who) for who in people]
    for at, ear in enumerate(ears):
        listener = ear.listener()
        if at == 1:
            listener.write = fail
        await welcome(node, listener)
    await say(node.works, hall_id, "a")
    await say(node.works, hall_id, "b")
    await until(lambda: all(ear.numbers == [1, 2] for ear in (ears[0], ears[2], ears[3])))


async def test_trouble_of_the_database_delays_and_loses_nothing(node: Realtime, hall_id: UUID):
    me, failures = Someone(), [1, 1]

    class Shaky(Journal):
        """Fails twice."""

        def after(self, rows: Rows, numbers: Mapping[str, int], *, most: int = 2_000) -> list[Line]:
            if failures:
                failures.pop()
                raise ConnectionError
            return super().after(rows, numbers, most=most)

    node.delivery.journal = Shaky(KINDS)
    await seat(node.works, hall_id, me)
    async with hearing(node, me) as ear:
        await say(node.works, hall_id, "a")
        await until(lambda: ear.words == ["a"])


async def test_a_fact_that_cannot_be_told_silences_its_own_stream_only(store: Store):
    async def choke(
        session: AsyncSession, facts: Sequence[Fact], klass: str
    ) -> Sequence[dict[str, object] | None]:
        if any(cast("Called", fact).hall_id == bad for fact in facts):
            raise RuntimeError
        return await render_calls(session, facts, klass)

    realtime, me = realtime_over(store), Someone()
    realtime.delivery.renderer = Renderer(realtime.works, {Called: choke})
    good, bad = uuid4(), uuid4()
    await seat(realtime.works, good, me)
    await seat(realtime.works, bad, me)
    async with realtime.running(), hearing(realtime, me) as ear:
        for words in ("a", "b"):
            async with realtime.works.writing() as work:
                call(work, good, words)
                call(work, bad, "never")
        await until(lambda: ear.words == ["a", "b"])


def test_the_hall_declares_what_it_tells():
    assert {fact.name for fact in HALL.facts} == {
        "hall.called",
        "hall.left",
        "hall.entered",
        "hall.lost",
        "hall.ended",
    }
