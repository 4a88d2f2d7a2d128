"""Without WebSocket: the same is heard, in the same order, under the same rules, whatever carries it."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from time import monotonic
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete

from tests.carriers import CARRIERS, without_socket
from tests.ear import Ear
from tests.platform.hall import Ended, Lost, Seat, Someone, hall_stream
from tests.platform.nodes import realtime_over, say, seat, until
from tests.platform.sockets import Door, door_of
from yoriai.platform.db.store import Store
from yoriai.platform.realtime import carriers
from yoriai.platform.realtime import realtime as realtimes
from yoriai.platform.realtime import signals as signalling
from yoriai.platform.realtime.realtime import Realtime

pytestmark = pytest.mark.anyio
WITHOUT = CARRIERS[1:]
on_one_database = pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)


@pytest.fixture
def node(store: Store, monkeypatch: pytest.MonkeyPatch) -> Realtime:
    monkeypatch.setattr(signalling, "AT_MOST_EVERY", 0.1)
    return realtime_over(store)


@pytest.fixture(params=CARRIERS)
async def door(node: Realtime, request: pytest.FixtureRequest) -> AsyncGenerator[Door]:
    async with door_of(node) as made:
        made.carrier = request.param
        yield made


@pytest.fixture
async def me(node: Realtime, hall_id: UUID) -> Someone:
    who = Someone()
    await seat(node.works, hall_id, who)
    return who


def numbers(ear: Ear) -> list[int]:
    return [fact["number"] for fact in ear.facts]


@pytest.mark.req("C5", "D10", "D11", "D12")
async def test_what_was_missed_comes_and_what_is_told_then_each_once_and_in_order(
    door: Door, node: Realtime, me: Someone, hall_id: UUID
):
    await say(node.works, hall_id, "1", "2", "3")
    async with door.ear(me) as ear:
        assert ear.hello["heads"][hall_stream(hall_id)] == 3
        assert await ear.ask("hear", since={hall_stream(hall_id): 1}) == {"reset": []}
        await ear.until(lambda: len(numbers(ear)) == 2)
        for turn in range(4, 10):
            await say(node.works, hall_id, f"{turn}")
            await ear.until(lambda turn=turn: turn in numbers(ear))
        assert await ear.ask("hall.call", hall_id=str(hall_id), words="10") == {"number": 10}
        await ear.until(lambda: 10 in numbers(ear))
    assert numbers(ear) == list(range(2, 11))


@pytest.mark.req("R3", "C8", "D10", "D17")
async def test_what_somebody_may_not_see_is_a_number_without_words(door: Door, node: Realtime, hall_id: UUID):
    guest = Someone(redaction_class="guest")
    await seat(node.works, hall_id, guest)
    await say(node.works, hall_id, "内緒", "a")
    async with door.ear(guest) as ear:
        await ear.ask("hear", since={hall_stream(hall_id): 0})
        await say(node.works, hall_id, "内緒", "b")
        await ear.until(lambda: len(numbers(ear)) == 4)
    assert numbers(ear) == [1, 2, 3, 4]
    assert [each.get("body", {}).get("words") for each in ear.facts] == [None, "a", None, "b"]


@pytest.mark.req("R3", "A7", "D19", "C9")
async def test_whoever_is_let_out_hears_that_and_then_nothing_more_and_cannot_bring_it_back(
    door: Door, node: Realtime, me: Someone, hall_id: UUID
):
    async with door.ear(me) as ear:
        async with node.works.writing() as work:
            await work.session.execute(delete(Seat).where(Seat.account_id == me.account_id))
            work.state(Lost(account_id=me.account_id, hall_id=hall_id), by=None)
        await ear.fact("hall.lost")
        await say(node.works, hall_id, "secret")
        assert await ear.ask("hear", since={hall_stream(hall_id): 0}) == {"reset": []}
        await asyncio.sleep(0.1)
    assert [fact["stream"] for fact in ear.facts] == [me.own_stream]


@pytest.mark.req("R3", "A7", "D18", "D19", "D20")
async def test_a_session_that_ends_is_told_so_at_once(door: Door, node: Realtime, me: Someone):
    async with door.ear(me) as ear:
        door.people.clear()
        async with node.works.writing() as work:
            work.state(Ended(account_id=me.account_id, session_id=me.session_id), by=None)
        met_at_the_door = [(4401, "")] if door.carrier == "poll" else []  # between two of its requests
        assert await ear.ended(2) in [(4401, "signed_out"), *met_at_the_door]
    assert not node.hub.listeners


async def test_who_looks_hears_the_signals_of_what_they_look_at(
    door: Door, node: Realtime, me: Someone, hall_id: UUID
):
    async with door.ear(me) as ear:
        assert await ear.ask("look", stream=hall_stream(hall_id)) == {}
        await until(
            lambda: {one.looks_at for one in node.hub.listeners} == {frozenset({hall_stream(hall_id)})}
        )
        async with node.works.writing() as work:
            work.signal(hall_stream(hall_id), "hall.counted")
        await ear.until(lambda: any("signal" in frame for frame in ear.frames))


@on_one_database
async def test_a_server_that_stops_asks_everybody_to_come_again(node: Realtime):
    for carrier in WITHOUT:
        async with AsyncExitStack() as stack:
            async with door_of(node) as door:
                door.carrier = carrier
                ear = await stack.enter_async_context(door.ear(Someone()))
                began = monotonic()
            assert await ear.ended() == (1012, "restart")
            assert monotonic() - began < 2


@pytest.mark.req("C5", "D10")
@pytest.mark.parametrize("carrier", WITHOUT)
async def test_it_does_not_matter_which_process_a_request_reaches(
    store: Store, hall_id: UUID, carrier: str, monkeypatch: pytest.MonkeyPatch
):
    """No sticky sessions: each request of a client goes to the other one of two nodes that hear of each other late."""
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.05)
    one, other = realtime_over(store), realtime_over(store)
    me = Someone()
    await seat(one.works, hall_id, me)
    async with door_of(one) as here, door_of(other) as there:
        ways = [
            (door.port, {"Host": door.host, "Origin": door.origin, "Cookie": door.cookie_of(me)})
            for door in (here, there)
        ]
        async with without_socket(carrier, *ways) as line:
            ear = Ear(line)
            listening = asyncio.create_task(ear.listen())
            for turn in range(1, 7):
                said = await ear.ask("hall.call", hall_id=str(hall_id), words=f"{turn}")
                assert said == {"number": turn}
                await ear.until(lambda turn=turn: turn in numbers(ear))
                await ear.ask("look", stream=hall_stream(hall_id))
            listening.cancel()
    assert numbers(ear) == [1, 2, 3, 4, 5, 6]


@on_one_database
@pytest.mark.parametrize("carrier", WITHOUT)
async def test_whoever_hangs_up_is_forgotten(node: Realtime, carrier: str):
    async with door_of(node) as door:
        door.carrier = carrier
        async with door.ear(Someone()):
            await until(lambda: len(node.hub.listeners) == 1)
        await until(lambda: not node.hub.listeners)
        assert node.hub.channels == {}


@on_one_database
@pytest.mark.req("D15")
async def test_whoever_takes_the_heartbeats_of_a_stream_is_there_although_nothing_is_said(
    node: Realtime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(realtimes, "BEAT_EVERY", 1.0)
    async with door_of(node) as door:
        door.carrier = "events"
        async with door.ear(Someone()) as ear:
            (listener,) = node.hub.listeners
            listener.heard_at = before = monotonic() - 44
            await ear.until(lambda: any("beat" in frame for frame in ear.frames))
            await until(lambda: listener.heard_at > before)
            assert ear.closed is None


@on_one_database
async def test_a_stream_is_taken_up_anew_before_long(node: Realtime, monkeypatch: pytest.MonkeyPatch):
    """Whoever vanished behind a proxy that goes on reading is not written to for ever."""
    monkeypatch.setattr(carriers, "LONGEST_STREAM", 0.2)
    async with door_of(node) as door:
        door.carrier = "events"
        async with door.ear(Someone()) as ear:
            assert await ear.ended() == (1012, "again")


@on_one_database
async def test_a_stream_asks_everything_in_between_to_pass_it_on_as_it_comes(node: Realtime):
    async with door_of(node) as door:
        raw = await door.ask(Someone(), "/events?v=1", headers={"Accept-Encoding": "gzip"})
        worn = raw.answer.lower()
        raw.close()
    assert raw.status == 200
    for line in ("content-type: text/event-stream", "cache-control: no-store, no-transform"):
        assert f"\r\n{line}\r\n" in worn
    assert "x-accel-buffering: no" in worn
    assert "content-encoding" not in worn


@on_one_database
async def test_a_poll_waits_for_something_to_be_told_but_not_for_ever(
    node: Realtime, me: Someone, hall_id: UUID
):
    async with door_of(node) as door, without_socket("poll", (door.port, headers_of(door, me))) as line:
        since = line.opening()
        empty = await line.post("/poll", since, wait=0.1)
        waiting = asyncio.create_task(line.post("/poll", since, wait=25))
        await until(lambda: len(node.hub.listeners) == 2)  # its own, and the one that waits anyway
        await say(node.works, hall_id, "at last")
        told = await waiting
    answer = {"answer": "since", "ok": {"reset": []}}
    assert empty == {"frames": [answer], "closed": None}
    assert [frame["body"]["words"] for frame in told["frames"] if frame != answer] == ["at last"]


@on_one_database
async def test_a_poll_names_at_once_what_its_client_does_not_know_that_it_hears(
    node: Realtime, me: Someone, hall_id: UUID
):
    """Found by the rehearsal: whoever was let in again between two polls missed what was said there."""
    async with door_of(node) as door, without_socket("poll", (door.port, headers_of(door, me))) as line:
        since = line.opening()
        other = uuid4()
        await seat(node.works, other, me)
        await say(node.works, other, "between two polls")
        answer = await line.post("/poll", since, wait=25)
    assert {"beat": {hall_stream(other): 1}} in answer["frames"]


def headers_of(door: Door, who: Someone) -> dict[str, str]:
    return {"Host": door.host, "Origin": door.origin, "Cookie": door.cookie_of(who)}


@on_one_database
@pytest.mark.req("N58", "D14")
async def test_what_nobody_carries_away_is_bounded_and_the_others_go_on(
    node: Realtime, me: Someone, hall_id: UUID
):
    quick = Someone()
    await seat(node.works, hall_id, quick)
    async with door_of(node) as door, door.ear(quick) as other:
        raw = await door.ask(me, "/events?v=1")
        await until(lambda: len(node.hub.listeners) == 2)
        raw.writer.transport.pause_reading()  # type: ignore[attr-defined]
        for _ in range(300):
            await say(node.works, hall_id, *("長" * 1_000,) * 10)
            if len(node.hub.listeners) == 1:
                break
        said = node.hub.channels[hall_stream(hall_id)].number
        assert [listener.who for listener in node.hub.listeners] == [quick]
        await other.until(lambda: len(numbers(other)) == said)
        raw.writer.transport.abort()


@on_one_database
async def test_what_is_only_said_is_not_heard(node: Realtime, me: Someone, hall_id: UUID):
    async with door_of(node) as door, without_socket("poll", (door.port, headers_of(door, me))) as line:
        for do in ({"do": "hear", "since": {hall_stream(hall_id): 0}}, {"do": "look", "stream": None}):
            answer = await line.post("/say", [json.dumps(do)])
            assert [frame["refused"]["status"] for frame in answer["frames"]] == [404]
