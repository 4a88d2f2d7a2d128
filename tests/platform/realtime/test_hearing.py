"""Hearing changes exactly where it is told: leaving, opening, shutting, ending, and coming in meanwhile."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from uuid import UUID

import pytest
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from tests.platform.hall import (
    Called,
    Ended,
    Entered,
    Left,
    Lost,
    Seat,
    Someone,
    call,
    hall_stream,
    hears,
    render_calls,
    sit,
)
from tests.platform.nodes import Ear, hearing, realtime_over, say, seat, until, welcome
from yoriai.platform.db.store import Store
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Hearer
from yoriai.platform.realtime import realtime as realtimes
from yoriai.platform.realtime.hub import SIGNED_OUT
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.realtime.rendering import Renderer
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio


@pytest.mark.req("D19", "C9")
async def test_whoever_leaves_hears_that_and_then_nothing_more(node: Realtime, hall_id: UUID):
    me, other = Someone(), Someone()
    await seat(node.works, hall_id, me, other)
    async with hearing(node, me) as mine, hearing(node, me) as again, hearing(node, other) as theirs:
        async with node.works.writing() as work:
            call(work, hall_id, "before")
            work.state(Left(hall_id=hall_id, account_id=me.account_id), by=me.account_id)
            call(work, hall_id, "after")
        await until(lambda: theirs.numbers == [1, 2, 3])
        await say(node.works, hall_id, "later")
        await until(lambda: theirs.numbers == [1, 2, 3, 4])

    assert mine.numbers == again.numbers == [1, 2]
    assert mine.words == ["before"]


@pytest.mark.req("D19", "C9")
async def test_what_is_shut_to_somebody_is_heard_no_longer(node: Realtime, hall_id: UUID):
    me, other = Someone(), Someone()
    await seat(node.works, hall_id, me, other)
    async with hearing(node, me) as mine, hearing(node, other) as theirs:
        async with node.works.writing() as work:
            work.state(Lost(account_id=me.account_id, hall_id=hall_id), by=None)
        await until(lambda: mine.numbers)
        await say(node.works, hall_id, "after")
        await until(lambda: theirs.words == ["after"])

    assert mine.numbers_of(hall_stream(hall_id)) == []


@pytest.mark.parametrize("somebody_is_there", [True, False])
async def test_what_is_opened_to_somebody_is_heard_from_then_on(
    node: Realtime, hall_id: UUID, somebody_is_there: bool
):
    me, other = Someone(), Someone()
    await seat(node.works, hall_id, other)
    await say(node.works, hall_id, "long ago")
    async with AsyncExitStack() as stack:
        mine = await stack.enter_async_context(hearing(node, me))
        if somebody_is_there:
            await stack.enter_async_context(hearing(node, other))
        async with node.works.writing() as work:
            await sit(work, hall_id, me.account_id)
            work.state(Entered(account_id=me.account_id, hall_id=hall_id), by=None)
        await until(lambda: mine.numbers)
        await say(node.works, hall_id, "now")
        await until(lambda: mine.words)

    assert mine.words == ["now"]
    assert mine.numbers_of(hall_stream(hall_id)) == [2]


@pytest.mark.req("D17")
async def test_what_is_opened_from_a_message_on_shows_nothing_older(node: Realtime, hall_id: UUID):
    me = Someone()
    async with hearing(node, me) as mine:
        async with node.works.writing() as work:
            work.state(
                Entered(account_id=me.account_id, hall_id=hall_id, since_number=1, sees_from=5), by=None
            )
        await until(lambda: mine.numbers)
        async with node.works.writing() as work:
            call(work, hall_id, "old", ordinal=4)
            call(work, hall_id, "new", ordinal=5)
        await until(lambda: len(mine.numbers) == 3)

    assert mine.words == ["new"]


async def test_what_is_said_while_a_hall_is_opened_to_somebody_leaves_no_hole(store: Store, hall_id: UUID):
    """The words of the opening are loaded a moment later than the line: what is told in between is heard."""
    realtime, me = realtime_over(store), Someone()

    async def head_then(
        session: AsyncSession, facts: Sequence[Fact], klass: str
    ) -> Sequence[dict[str, object] | None]:
        head = await session.scalar(select(StreamHead.head).where(StreamHead.stream == hall_stream(hall_id)))
        await say(realtime.works, hall_id, "meanwhile")
        return [{"number": head or 0} for _ in facts]

    realtime.delivery.renderer = Renderer(realtime.works, {Called: render_calls, Entered: head_then})
    await say(realtime.works, hall_id, "before")
    async with realtime.running(), hearing(realtime, me) as ear:
        async with realtime.works.writing() as work:
            work.state(Entered(account_id=me.account_id, hall_id=hall_id), by=None)
        await until(lambda: ear.numbers)
        await say(realtime.works, hall_id, "after")
        await until(lambda: "after" in ear.words)

    held = ear.frames[0]["body"]["number"]
    assert ear.numbers_of(hall_stream(hall_id))[0] <= held + 1
    assert "meanwhile" in ear.words


@pytest.mark.req("D18", "D19")
async def test_a_session_that_ends_is_closed_at_once_and_the_others_of_the_person_are_not(node: Realtime):
    me = Someone()
    again = Someone(account_id=me.account_id)
    async with hearing(node, me) as mine, hearing(node, again) as other:
        async with node.works.writing() as work:
            work.state(Ended(account_id=me.account_id, session_id=me.session_id), by=None)
        await until(lambda: mine.closed)
        assert (mine.closed, other.closed) == ((SIGNED_OUT, "signed_out"), None)

        async with node.works.writing() as work:
            work.state(Ended(account_id=me.account_id), by=None)
        await until(lambda: other.closed)


@pytest.mark.req("C5")
async def test_a_new_kind_of_reader_who_comes_while_words_are_loaded_misses_none(store: Store, hall_id: UUID):
    loading, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(
        session: AsyncSession, facts: Sequence[Fact], klass: str
    ) -> Sequence[dict[str, object] | None]:
        loading.set()
        await go_on.wait()
        return await render_calls(session, facts, klass)

    realtime = realtime_over(store)
    realtime.delivery.renderer = Renderer(realtime.works, {Called: slowly})
    staff, guest = Someone(), Someone(redaction_class="guest")
    await seat(realtime.works, hall_id, staff, guest)
    async with realtime.running(), hearing(realtime, staff) as first:
        await say(realtime.works, hall_id, "a")
        await loading.wait()
        second = Ear(guest)
        heads = await welcome(realtime, second.listener())
        go_on.set()
        await until(lambda: first.words == ["a"])
        await say(realtime.works, hall_id, "b")
        await until(lambda: first.words == ["a", "b"] and 2 in second.numbers)

    # The hello knew already what was only being told: it is asked for, and not told.
    assert (heads[hall_stream(hall_id)], second.numbers) == (1, [2])


@pytest.mark.req("D19", "D20", "C9")
@pytest.mark.parametrize("others_are_there", [True, False])
async def test_whoever_is_taken_out_while_being_admitted_soon_hears_nothing_more(
    store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch, others_are_there: bool
):
    """Rights are read, then somebody is taken out and that is told, then the socket subscribes."""
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.1)
    realtime = realtime_over(store)
    me, other = Someone(), Someone()
    await seat(realtime.works, hall_id, me, other)

    async def slowly(work: Work, hearers: Sequence[Hearer]) -> Sequence[Mapping[str, Sight]]:
        sights = await hears(work, hearers)
        if hearers[0].who is me and hall_stream(hall_id) in sights[0]:
            async with realtime.works.writing() as leaving:
                await leaving.session.execute(delete(Seat).where(Seat.account_id == me.account_id))
                leaving.state(Left(hall_id=hall_id, account_id=me.account_id), by=None)
                leaving.state(Lost(hall_id=hall_id, account_id=me.account_id), by=None)
            await asyncio.sleep(0.2)  # whoever was there has been told, and the node has looked around
        return sights

    realtime.hears = slowly
    async with realtime.running(), AsyncExitStack() as stack:
        if others_are_there:
            await stack.enter_async_context(hearing(realtime, other))
        mine = await stack.enter_async_context(hearing(realtime, me))
        (listener,) = realtime.hub.accounts[me.account_id]
        await until(lambda: hall_stream(hall_id) not in listener.sights)
        await say(realtime.works, hall_id, "secret")
        await asyncio.sleep(0.2)
        assert mine.words == []


@pytest.mark.req("D19", "C9")
async def test_whoever_is_taken_out_while_another_of_their_sockets_is_admitted_comes_again(
    store: Store, hall_id: UUID
):
    realtime, me = realtime_over(store), Someone()
    await seat(realtime.works, hall_id, me)
    async with realtime.running(), hearing(realtime, me) as first:
        async with realtime.works.reading() as work:
            (rights,) = await realtime.rights(work, [me])
        async with realtime.works.writing() as leaving:
            leaving.state(Lost(hall_id=hall_id, account_id=me.account_id), by=None)
        await until(lambda: first.numbers)

        assert realtime.welcome(Ear(me).listener(), rights) is None


async def test_what_is_said_while_somebody_is_admitted_is_not_lost(
    store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    """It is told to nobody when it rings, for nobody is there yet; and nothing else is said afterwards."""
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.1)
    realtime, me = realtime_over(store), Someone()
    await seat(realtime.works, hall_id, me)

    async def slowly(work: Work, hearers: Sequence[Hearer]) -> Sequence[Mapping[str, Sight]]:
        sights = await hears(work, hearers)
        await say(realtime.works, hall_id, "meanwhile")
        await asyncio.sleep(0.3)  # the node looks around and finds nobody
        return sights

    realtime.hears = slowly
    async with realtime.running():
        ear = Ear(me)
        heads = await welcome(realtime, ear.listener())
        await until(lambda: heads[hall_stream(hall_id)] == 1 or ear.numbers)

    assert ear.numbers == list(range(heads[hall_stream(hall_id)] + 1, 2))
