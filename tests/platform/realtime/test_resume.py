"""Coming back: exactly what was missed, as one may see it now, or the word to read again."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete

from tests.platform.hall import Called, Left, Lost, Seat, Someone, call, hall_stream, sit
from tests.platform.nodes import Ear, hearing, realtime_over, say, seat, unframed, until, welcome
from yoriai.platform.db.store import Store
from yoriai.platform.facts import journal as journals
from yoriai.platform.facts.sight import Sight
from yoriai.platform.realtime import realtime as realtimes
from yoriai.platform.realtime.realtime import Realtime

pytestmark = pytest.mark.anyio


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


async def back(node: Realtime, who: Someone, since: dict[str, int]) -> tuple[Ear, list[str]]:
    ear = Ear(who)
    listener = ear.listener()
    await welcome(node, listener)
    return ear, await node.resuming.resume(listener, since)


async def hall_of(node: Realtime, *people: Someone, sight: Sight | None = None) -> UUID:
    hall_id = uuid4()
    async with node.works.writing() as work:
        for who in people:
            await sit(work, hall_id, who.account_id, sight or Sight())
        for turn in range(1, 6):
            call(work, hall_id, f"{turn}", ordinal=turn)
    return hall_id


@pytest.mark.req("D11", "D12", "N104")
async def test_what_was_missed_comes_in_order(node: Realtime):
    me = Someone()
    one, other = await hall_of(node, me), await hall_of(node, me)

    ear, reset = await back(node, me, {hall_stream(one): 3, hall_stream(other): 5})
    assert reset == []
    assert (ear.numbers_of(hall_stream(one)), ear.numbers_of(hall_stream(other))) == ([4, 5], [])
    assert ear.words == ["4", "5"]


@pytest.mark.req("C6", "D12")
async def test_what_is_told_after_the_hello_is_not_said_again_to_whoever_resumes(node: Realtime):
    """Found by `make faults`: with many coming back while many spoke, a tenth of all frames came twice."""
    me = Someone()
    hall = await hall_of(node, me)
    ear = Ear(me)
    listener = ear.listener()
    await welcome(node, listener)
    async with node.works.writing() as work:
        call(work, hall, "6", ordinal=6)

    assert await node.resuming.resume(listener, {hall_stream(hall): 3}) == []
    node.delivery.expect({hall_stream(hall): 6})
    await node.delivery.deliver()
    assert ear.words == ["4", "5", "6"]


@pytest.mark.req("D12", "D16", "C7")
async def test_whoever_comes_from_another_node_is_told_no_older_heads(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    """Lower ones would say that the database was put back, and everything they hold would be read again."""
    monkeypatch.setattr(realtimes, "POLL_EVERY", 60.0)
    here, there = realtime_over(store), realtime_over(store)
    me, neighbour = Someone(), Someone()
    async with there.running():
        hall = await hall_of(here, me, neighbour)
        async with hearing(there, neighbour) as ear:
            await say(here.works, hall, "6", "7")  # which rings for nobody there
            heads = await welcome(there, Ear(me).listener())

            assert heads[hall_stream(hall)] == 7
            await until(lambda: ear.words == ["6", "7"])  # and now those who were there know it, too


@pytest.mark.req("C6", "D12", "D16")
async def test_a_node_that_is_behind_tells_nothing_again_to_whoever_comes_from_another(
    store: Store, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    """Found by `make faults`: without a bus a node is behind for up to two seconds, and whoever came to it after a
    restart of the other one was told everything since then a second time."""
    monkeypatch.setattr(realtimes, "POLL_EVERY", 60.0)
    here, there = realtime_over(store), realtime_over(store)
    me, left, neighbour = Someone(), Someone(), Someone()
    hall = hall_stream(hall_id)
    await seat(here.works, hall_id, me, left, neighbour)
    async with there.running(), hearing(there, neighbour) as theirs:
        await say(here.works, hall_id, "1", "2")
        async with here.works.writing() as work:
            work.state(Left(hall_id=hall_id, account_id=left.account_id), by=None)
        mine, returned = Ear(me), Ear(left)  # who was let in again, as the rights say that are read now
        listeners = [mine.listener(), returned.listener()]
        assert [(await welcome(there, each))[hall] for each in listeners] == [3, 3]
        assert await there.resuming.resume(listeners[0], {hall: 1}) == []
        await until(lambda: theirs.numbers == [1, 2, 3])
        await say(there.works, hall_id, "4")
        await until(lambda: theirs.numbers == [1, 2, 3, 4])

    assert (mine.numbers, mine.words) == ([2, 3, 4], ["2", "4"])
    assert returned.numbers == [4]
    for each in listeners:
        there.hub.forget(each)
    assert hall not in there.hub.channels


@pytest.mark.req("C6", "D12")
async def test_what_is_held_beyond_a_hole_is_not_said_again(node: Realtime):
    """Found by `make faults`: who lost the line while catching up was told again what had come live meanwhile."""
    me = Someone()
    hall = hall_stream(await hall_of(node, me))
    ear = Ear(me)
    listener = ear.listener()
    await welcome(node, listener)

    assert await node.resuming.resume(listener, {hall: 1}, {hall: (3, 4)}) == []
    assert ear.words == ["2", "5"]


@pytest.mark.req("D13", "N104")
async def test_whoever_is_too_far_behind_is_told_to_read_again(
    node: Realtime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journals, "MOST_MISSED", 3)
    me = Someone()
    far, near = await hall_of(node, me), await hall_of(node, me)

    ear, reset = await back(node, me, {hall_stream(far): 0, hall_stream(near): 3})
    assert reset == [hall_stream(far)]
    assert ear.words == ["4", "5"]


@pytest.mark.req("D12", "N49")
async def test_rights_are_asked_again(node: Realtime):
    me = Someone()
    mine, lost, theirs = await hall_of(node, me), await hall_of(node, me), await hall_of(node, Someone())
    ear = Ear(me)
    listener = ear.listener()
    await welcome(node, listener)
    async with node.works.writing() as work:
        await work.session.execute(delete(Seat).where(Seat.hall_id == lost))
        work.state(Lost(account_id=me.account_id, hall_id=lost), by=None)

    asked = {hall_stream(each): 0 for each in (mine, lost, theirs)}
    assert await node.resuming.resume(listener, asked) == []
    assert {frame["stream"] for frame in ear.frames} == {hall_stream(mine)}


@pytest.mark.req("D12")
async def test_what_a_socket_hears_no_longer_is_not_brought_back_either(node: Realtime):
    me = Someone()
    hall_id = await hall_of(node, me)
    ear = Ear(me)
    listener = ear.listener()
    await welcome(node, listener)
    node.hub.unsubscribe(listener, hall_stream(hall_id))

    await node.resuming.resume(listener, {hall_stream(hall_id): 0})
    assert ear.frames == []


@pytest.mark.req("D10", "D17")
async def test_what_one_may_not_see_comes_back_as_blanks(node: Realtime):
    me, guest = Someone(), Someone(redaction_class="guest")
    hall_id = await hall_of(node, me, sight=Sight(since_number=4, sees_from=5))
    async with node.works.writing() as work:
        await sit(work, hall_id, guest.account_id)
        call(work, hall_id, "内緒", ordinal=6)

    mine, _ = await back(node, me, {hall_stream(hall_id): 0})
    theirs, _ = await back(node, guest, {hall_stream(hall_id): 3})
    assert (mine.numbers, mine.words) == ([1, 2, 3, 4, 5, 6], ["5", "内緒"])
    assert (theirs.numbers, theirs.words) == ([4, 5, 6], ["4", "5"])


@pytest.mark.req("D11")
async def test_over_http_the_same_bytes_come_as_over_the_socket(node: Realtime):
    me = Someone()
    hall_id = await hall_of(node, me)

    ear, _ = await back(node, me, {hall_stream(hall_id): 2})
    async with node.works.reading() as work:
        missed = await node.resuming.missed(work, me, Sight(), (hall_stream(hall_id), 2))
        narrowly = Sight(since_number=1, sees_from=5)
        narrow = await node.resuming.missed(work, me, narrowly, (hall_stream(hall_id), 2))
    assert [each.body for each in missed] == unframed(bytes(ear.sent))
    assert [each.body == each.nothing for each in narrow] == [True, True, False]
    assert isinstance(missed[0].line.fact, Called)
