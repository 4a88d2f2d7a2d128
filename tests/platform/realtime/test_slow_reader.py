"""A client that does not read: its buffer is bounded, its socket ends, and coming back it misses nothing."""

import asyncio
import json
from collections.abc import AsyncGenerator
from uuid import UUID

import pytest

from tests.platform.hall import Someone, call, hall_stream, sit
from tests.platform.nodes import realtime_over, until
from tests.platform.sockets import Door, Raw, door_of, framed
from yoriai.platform.db.store import Store
from yoriai.platform.realtime import backlog, handshake, resuming
from yoriai.platform.realtime import socket as sockets
from yoriai.platform.realtime.realtime import Realtime

pytestmark = pytest.mark.anyio

MEBIBYTE = 1024 * 1024


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
async def door(node: Realtime) -> AsyncGenerator[Door]:
    async with door_of(node) as made:
        yield made


async def seated(node: Realtime, hall_id: UUID) -> Someone:
    who = Someone()
    async with node.works.writing() as work:
        await sit(work, hall_id, who.account_id)
    return who


async def say(node: Realtime, hall_id: UUID, times: int, size: int) -> None:
    async with node.works.writing() as work:
        for turn in range(times):
            call(work, hall_id, f"{turn}".ljust(size, "長"))


async def stops_reading(door: Door, who: Someone) -> Raw:
    raw = await door.knock(who)
    await raw.frame()
    raw.writer.transport.pause_reading()  # type: ignore[attr-defined]
    return raw


@pytest.mark.req("N48", "D14")
@pytest.mark.asvs("V1.4.3")
async def test_whoever_never_reads_is_ended_and_the_others_go_on(door: Door, node: Realtime, hall_id: UUID):
    assert sockets.MOST_WAITING <= MEBIBYTE
    me, other = await seated(node, hall_id), await seated(node, hall_id)
    async with door.ear(other) as quick:
        raw = await stops_reading(door, me)
        (slow,) = [each for each in node.hub.listeners if each.who is me]
        (transport,) = [
            each.transport
            for each in door.connections
            if each.conversation is not None and each.conversation.listener is slow
        ]
        waiting: list[int] = []
        while slow in node.hub.listeners and len(waiting) < 400:
            await say(node, hall_id, 10, 1_000)
            await quick.until(lambda: len(quick.frames) > (len(waiting) + 1) * 10)
            waiting.append(transport.get_write_buffer_size())

        assert slow not in node.hub.listeners
        assert max(waiting) <= MEBIBYTE
        raw.writer.transport.resume_reading()  # type: ignore[attr-defined]
        assert await raw.closing(10) in (None, 4408)
        assert [fact["number"] for fact in quick.facts] == list(range(1, len(waiting) * 10 + 1))
        await until(lambda: len(door.connections) == 1)


@pytest.mark.req("N48", "D12", "D14")
async def test_whoever_was_too_slow_comes_back_and_holds_every_number(
    door: Door, node: Realtime, hall_id: UUID
):
    me = await seated(node, hall_id)
    raw = await stops_reading(door, me)
    while node.hub.listeners:
        await say(node, hall_id, 100, 1_000)
        await asyncio.sleep(0.02)
    raw.close()

    stream = hall_stream(hall_id)
    async with door.ear(me) as back:
        head: int = back.hello["heads"][stream]
        assert await back.ask("hear", since={stream: head - 40}) == {"reset": []}
        await back.until(lambda: len(back.facts) == 40)
        await say(node, hall_id, 1, 10)
        await back.until(lambda: len(back.facts) == 41)
        assert [fact["number"] for fact in back.facts] == list(range(head - 39, head + 2))


@pytest.mark.req("D13", "D14")
async def test_whoever_missed_much_is_told_to_read_again_and_is_not_sent_away_as_too_slow(
    door: Door, node: Realtime, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resuming, "MOST_RESUMED", MEBIBYTE)
    me = await seated(node, hall_id)
    await say(node, hall_id, 1_000, 1_000)
    stream = hall_stream(hall_id)
    async with door.ear(me) as back:
        assert await back.ask("hear", since={stream: 0, me.own_stream: 0}) == {"reset": [stream]}
        assert await back.ask("hear", since={stream: 900}) == {"reset": []}
        await back.until(lambda: len(back.facts) == 100)
        assert back.closed is None


@pytest.mark.req("D12", "D14", "C5")
async def test_what_was_missed_is_written_no_faster_than_it_is_read(
    door: Door, node: Realtime, hall_id: UUID
):
    """Three megabytes are three times what may wait for anybody."""
    me = await seated(node, hall_id)
    await say(node, hall_id, 1_000, 1_000)
    raw = await stops_reading(door, me)
    await raw.send(framed(json.dumps({"do": "hear", "id": "1", "since": {hall_stream(hall_id): 0}}).encode()))
    (listener,) = node.hub.listeners
    waiting = listener.waiting
    assert waiting is not None
    await until(lambda: waiting() > resuming.POURED_AT_ONCE, patience=20)
    await asyncio.sleep(0.2)
    assert waiting() <= resuming.POURED_AT_ONCE + 2 * backlog.PIECE

    raw.writer.transport.resume_reading()  # type: ignore[attr-defined]
    heard: list[dict[str, object]] = []
    while not heard or "answer" not in heard[-1]:
        frame = json.loads((await raw.frame())[1])
        heard += [frame] if "beat" not in frame else []  # a heartbeat may come in between
    assert [each["number"] for each in heard[:-1]] == list(range(1, 1_001))
    assert heard[-1] == {"answer": "1", "ok": {"reset": []}}
    raw.close()


@pytest.mark.req("D14")
async def test_whoever_asks_for_what_was_missed_and_does_not_read_it_is_ended(
    door: Door, node: Realtime, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resuming, "POURS_WITHIN", 0.2)
    me = await seated(node, hall_id)
    await say(node, hall_id, 1_000, 1_000)
    raw = await stops_reading(door, me)
    await raw.send(framed(json.dumps({"do": "hear", "id": "1", "since": {hall_stream(hall_id): 0}}).encode()))
    await until(lambda: not node.hub.listeners, patience=20)
    raw.writer.transport.resume_reading()  # type: ignore[attr-defined]
    assert await raw.closing(10) in (None, 4408)


@pytest.mark.req("D12", "D14")
async def test_whose_many_sockets_never_read_holds_up_nobody_elses_return(
    door: Door, node: Realtime, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    """Of one account as many as it may have: here they would take every place, if they were given them."""
    many = handshake.MOST_SOCKETS
    monkeypatch.setattr(node.resuming.pouring, "most", many)
    me, other = await seated(node, hall_id), await seated(node, hall_id)
    await say(node, hall_id, 600, 1_000)
    hear = json.dumps({"do": "hear", "id": "1", "since": {hall_stream(hall_id): 0}}).encode()
    greedy = [await stops_reading(door, me) for _ in range(many)]
    for raw in greedy:
        await raw.send(framed(hear))
    await until(lambda: len(node.resuming.pouring.waiting) == many - resuming.MOST_OF_ONE, patience=20)

    async with door.ear(other) as back:
        assert await back.ask("hear", since={hall_stream(hall_id): 500}) == {"reset": []}
        await back.until(lambda: len(back.facts) == 100)
    for raw in greedy:
        raw.close()


async def test_a_server_that_stops_does_not_wait_for_who_does_not_read(
    node: Realtime, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sockets, "LAST_WORDS", 0.1)
    me = await seated(node, hall_id)
    loop = asyncio.get_running_loop()
    async with door_of(node) as door:
        raw = await stops_reading(door, me)
        await say(node, hall_id, 300, 1_000)
        await asyncio.sleep(0.1)
        began = loop.time()
    assert loop.time() - began < 2
    raw.close()
