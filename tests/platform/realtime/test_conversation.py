"""What is said over a socket: commands and their answers, each refusal as HTTP would give it, and nothing falls over."""

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from structlog.testing import capture_logs

from tests.carriers import CARRIERS
from tests.ear import Ear, Refusal
from tests.platform.hall import Someone, sit
from tests.platform.nodes import realtime_over, until
from tests.platform.sockets import Door, door_of, framed
from yoriai.platform.db.store import Store
from yoriai.platform.realtime.realtime import Realtime

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
async def door(node: Realtime) -> AsyncGenerator[Door]:
    async with door_of(node) as made:
        yield made


@pytest.fixture(params=CARRIERS)
def any_door(door: Door, request: pytest.FixtureRequest) -> Door:
    """The same, for clients with a socket and for those without."""
    door.carrier = request.param
    return door


@pytest.fixture
async def me(node: Realtime, hall_id: UUID) -> Someone:
    who = Someone()
    async with node.works.writing() as work:
        await sit(work, hall_id, who.account_id)
    return who


async def refused(ear: Ear, do: str, **arguments: object) -> tuple[int, str]:
    with pytest.raises(Refusal) as said:
        await ear.ask(do, **arguments)
    return said.value.status, said.value.code


async def test_a_command_is_carried_out_answered_and_told(any_door: Door, me: Someone, hall_id: UUID):
    async with any_door.ear(me) as ear:
        assert await ear.ask("hall.call", hall_id=str(hall_id), words="はい") == {"number": 1}
        fact = await ear.fact("hall.called")

    assert fact["body"] == {"hall_id": str(hall_id), "words": "はい"}
    assert fact["by"] == str(me.account_id)


async def test_a_refusal_says_status_code_details_and_a_number_to_ask_about(
    any_door: Door, me: Someone, hall_id: UUID
):
    async with any_door.ear(me) as ear:
        await ear.connection.send(
            json.dumps({"do": "hall.call", "id": "x", "hall_id": str(hall_id), "words": ""})
        )
        await ear.until(lambda: any(frame.get("answer") == "x" for frame in ear.frames))
    (said,) = [frame["refused"] for frame in ear.frames if frame.get("answer") == "x"]

    assert (said["status"], said["code"], said["details"]) == (409, "hall.too_quiet", {"least": 1})
    assert said["request_id"]


async def test_what_is_not_there_not_allowed_or_not_well_formed_is_refused(
    any_door: Door, me: Someone, hall_id: UUID
):
    async with any_door.ear(me) as ear:
        assert await refused(ear, "hall.sing") == (404, "not_found")
        assert await refused(ear, "") == (404, "not_found")
        assert await refused(ear, "hall.call", hall_id="nowhere", words="a") == (422, "wrong")
        assert await refused(ear, "hall.call", hall_id=str(hall_id)) == (422, "wrong")
        assert await refused(ear, "hall.call", hall_id=str(hall_id), words="a", more=1) == (422, "wrong")
        assert await refused(ear, "look") == (422, "wrong")
        assert await refused(ear, "hear", since={"hall/1": "one"}) == (422, "wrong")
        assert await refused(ear, "hear", since=[]) == (422, "wrong")
        assert await refused(ear, "hear", since={}, held={"hall/1": [3]}) == (422, "wrong")
    async with any_door.ear(replace(me, capabilities=frozenset())) as ear:
        assert await refused(ear, "hall.call", hall_id=str(hall_id), words="a") == (403, "forbidden")
        assert await refused(ear, "hall.call", nonsense=1) == (403, "forbidden")


async def test_a_defect_of_ours_keeps_the_conversation_and_its_words(
    any_door: Door, me: Someone, hall_id: UUID
):
    async with any_door.ear(me) as ear:
        with capture_logs() as logged:
            assert await refused(ear, "hall.call", hall_id=str(hall_id), words="defect") == (503, "not_now")
        assert await ear.ask("hall.call", hall_id=str(hall_id), words="a") == {"number": 1}

    assert [line["event"] for line in logged] == ["command failed"]
    assert not any("must not leave" in json.dumps(frame) for frame in ear.frames)


@pytest.mark.req("N51")
@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"{",
        b'{"do": NaN}',
        b'{"do": -Infinity}',
        b'{"do": "\\ud800"}',
        b"[" * 100_000,
        b'{"do":' * 60_000,
        b'{"a": "' + b"\\u0000" * 60_000,
    ],
)
async def test_what_is_not_json_ends_the_socket(door: Door, me: Someone, message: bytes):
    raw = await door.knock(me)
    await raw.send(framed(message))
    assert await raw.closing() == 1007


@pytest.mark.req("N51")
@pytest.mark.parametrize(
    "message",
    [
        "[]",
        "1" * 300,
        '{"do": 1}',
        '{"do": null}',
        '{"do": ["hear"]}',
        '{"__proto__": {"do": "hear"}}',
        '{"do": "hall.call", "do": 7}',
    ],
)
async def test_json_without_a_command_is_refused_and_the_socket_stays(
    any_door: Door, me: Someone, message: str
):
    async with any_door.ear(me) as ear:
        await ear.connection.send(message)
        await ear.until(lambda: any("refused" in frame for frame in ear.frames))
        assert await ear.ask("look", stream=None) == {}
    assert [frame["refused"]["status"] for frame in ear.frames if "refused" in frame] == [400]


@pytest.mark.req("N51")
@pytest.mark.parametrize(
    "asked_id",
    [None, 7, True, "", "x" * 100_000, [], {}, 10**300, "[" * 3, [[[]]]],
    ids=lambda value: type(value).__name__,
)
async def test_a_strange_id_comes_back_or_is_refused(any_door: Door, me: Someone, asked_id: object):
    async with any_door.ear(me) as ear:
        await ear.connection.send(json.dumps({"do": "look", "id": asked_id, "stream": None}))
        await ear.until(lambda: any("answer" in frame for frame in ear.frames))
        assert await ear.ask("look", stream=None) == {}


@pytest.mark.req("N51")
async def test_an_id_nested_deeper_than_can_be_said_back_falls_over_nothing(any_door: Door, me: Someone):
    nested = "[" * 900 + "]" * 900
    async with any_door.ear(me) as ear:
        await ear.connection.send('{"do": "look", "stream": null, "id": ' + nested + "}")
        await ear.connection.send('{"do": "unknown", "id": ' + nested + "}")
        assert await ear.ask("look", stream=None) == {}


@pytest.mark.req("N51", "N49")
@pytest.mark.parametrize(
    "since",
    [
        {"\x00": 1},
        {"hall/\x00": 1},
        {"": 0},
        {"*": 0},
        {"hall/*": 0},
        {"x" * 10_000: 0},
        {"hall/1": 2**63},
        {"hall/1": -(2**70)},
        {f"hall/{n}": 0 for n in range(9_000)},
    ],
    ids=range(9),
)
async def test_a_stream_that_is_not_ones_own_brings_nothing_whatever_its_name(
    any_door: Door, me: Someone, since: dict[str, int]
):
    async with any_door.ear(me) as ear:
        try:
            assert await ear.ask("hear", since=since) == {"reset": []}
        except Refusal as refusal:
            assert refusal.status in (400, 422)
        assert ear.facts == []


@pytest.mark.req("N49")
async def test_no_more_streams_may_be_asked_for_than_anybody_has(any_door: Door, me: Someone):
    async with any_door.ear(me) as ear:
        assert await refused(ear, "hear", since={f"hall/{n}": 0 for n in range(10_001)}) == (422, "wrong")


async def test_a_beat_is_heard_and_not_answered(door: Door, node: Realtime, me: Someone):
    async with door.ear(me) as ear:
        (listener,) = node.hub.listeners
        listener.heard_at = before = listener.heard_at - 30
        await ear.connection.send('{"do": "beat"}')
        await until(lambda: listener.heard_at > before)
        assert await ear.ask("look", stream=None) == {}
    assert [frame for frame in ear.frames if "answer" in frame] == [{"answer": "c1", "ok": {}}]
    assert door.used == [me, me]  # a session that is heard of is in use


@pytest.mark.req("N49")
async def test_streams_that_a_client_makes_up_are_not_kept_in_mind(door: Door, me: Someone, hall_id: UUID):
    async with door.ear(me) as ear:
        for turn in range(3):
            made_up = {f"hall/{turn}-{number}": 0 for number in range(1_000)}
            assert await ear.ask("hear", since=made_up | {f"hall/{hall_id}": 0}) == {"reset": []}
        (socket,) = door.connections
        assert socket.conversation is not None
        assert socket.conversation.asked_of == {f"hall/{hall_id}"}


async def test_only_at_what_one_hears_can_one_look(door: Door, node: Realtime, me: Someone, hall_id: UUID):
    async with door.ear(me) as ear:
        (listener,) = node.hub.listeners
        await ear.ask("look", stream=f"hall/{hall_id}")
        assert listener.looks_at == {f"hall/{hall_id}"}
        await ear.ask("look", stream=None, beside=[f"hall/{hall_id}", f"hall/{uuid4()}"])
        assert listener.looks_at == {f"hall/{hall_id}"}
        await ear.ask("look", stream=f"hall/{uuid4()}")
        assert listener.looks_at == set()


async def test_a_command_taken_in_is_finished_although_its_socket_is_gone(
    door: Door, node: Realtime, me: Someone, hall_id: UUID
):
    async with door.ear(me) as other:
        async with node.works.writing(), door.ear(me) as ear:
            said = {"do": "hall.call", "id": "1", "hall_id": str(hall_id), "words": "a"}
            await ear.connection.send(json.dumps(said))
            await asyncio.sleep(0.05)
        assert (await other.fact("hall.called"))["number"] == 1
