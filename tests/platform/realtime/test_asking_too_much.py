"""Whoever asks for too much is held up or refused, on all of their lines together, and nobody else is."""

import asyncio
import json
from collections.abc import AsyncGenerator
from uuid import UUID

import pytest

from tests.platform.hall import Someone
from tests.platform.nodes import realtime_over, seat, until
from tests.platform.sockets import Door, door_of, framed
from yoriai.platform.db.store import Store
from yoriai.platform.realtime import conversation, handshake
from yoriai.platform.realtime.realtime import Realtime

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
async def door(node: Realtime) -> AsyncGenerator[Door]:
    async with door_of(node) as made:
        yield made


@pytest.fixture
async def me(node: Realtime, hall_id: UUID) -> Someone:
    who = Someone()
    await seat(node.works, hall_id, who)
    return who


@pytest.mark.req("N58")
async def test_whoever_sends_too_fast_is_told_so_on_all_of_their_sockets_and_nobody_else_suffers(
    door: Door, me: Someone, hall_id: UUID
):
    door.allowances.per_second = 10.0
    async with door.ear(me) as one, door.ear(me) as two, door.ear(Someone()) as other:
        for ear in (one, two):
            for turn in range(30):
                await ear.connection.send(json.dumps({"do": "look", "id": f"{turn}", "stream": None}))
        await other.ask("look", stream=None)
        for ear in (one, two):
            await ear.until(lambda ear=ear: sum("answer" in frame for frame in ear.frames) == 30, 15)
    answers = [frame for ear in (one, two) for frame in ear.frames if "answer" in frame]
    told_off = [frame["refused"] for frame in answers if "refused" in frame]

    assert len(told_off) >= 30
    assert {(each["status"], each["code"]) for each in told_off} == {(429, "too_many")}


@pytest.mark.req("N58")
async def test_a_flood_is_read_no_faster_than_it_may_be_asked(door: Door, me: Someone, node: Realtime):
    """Whatever was sent waits in its own line: what is not read costs nobody anything."""
    door.allowances.per_second = 10.0
    raw = await door.knock(me)
    flood = framed(json.dumps({"do": "look", "id": "x", "stream": None}).encode()) * 2_000
    sending = asyncio.create_task(raw.send(flood))
    await until(lambda: any(each.unread for each in door.connections))
    taken = door.allowances.buckets[me.account_id]
    async with door.ear(Someone()) as other:
        for _ in range(15):
            await other.ask("look", stream=None)
    assert any(each.unread for each in door.connections)
    assert taken.left < 0
    sending.cancel()
    raw.close()


@pytest.mark.req("N58")
async def test_what_had_to_wait_is_read_in_its_order_afterwards(door: Door, me: Someone):
    door.allowances.per_second = 200.0
    async with door.ear(me) as ear:
        for turn in range(600):
            await ear.connection.send(json.dumps({"do": "look", "id": f"{turn}", "stream": None}))
        await ear.until(lambda: sum("answer" in frame for frame in ear.frames) == 600, 20)
    refused = [frame["answer"] for frame in ear.frames if "refused" in frame]
    assert refused == sorted(refused, key=int)


@pytest.mark.req("N58")
async def test_one_person_has_only_so_many_sockets(door: Door, me: Someone, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(handshake, "MOST_SOCKETS", 2)
    async with door.ear(me), door.ear(me):
        raw = await door.knock(me)
        assert (raw.status, "retry-after" in raw.answer.lower()) == (429, True)
        for way in ("events", "poll"):
            assert (await door.ask(me, f"/{way}?v=1")).status == 429
        assert (await door.ask(me, "/say?v=1")).status == 200  # whoever only says something is no line
        async with door.ear(Someone()):
            pass
    async with door.ear(me):
        pass


async def test_only_so_many_commands_are_under_way_at_once(
    door: Door, node: Realtime, me: Someone, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(conversation, "MOST_AT_ONCE", 3)
    async with door.ear(me) as ear:
        async with node.works.writing():  # nobody gets on meanwhile
            for turn in range(5):
                said = {"do": "hall.call", "id": f"{turn}", "hall_id": str(hall_id), "words": "a"}
                await ear.connection.send(json.dumps(said))
            await ear.until(lambda: sum("refused" in frame for frame in ear.frames) == 2)
        await ear.until(lambda: sum("ok" in frame for frame in ear.frames) == 3)
