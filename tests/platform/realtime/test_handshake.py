"""The handshake: the rules of HTTP, and a refusal is an HTTP answer."""

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence

import pytest

from tests.platform.hall import Someone
from tests.platform.nodes import realtime_over, until
from tests.platform.sockets import Door, door_of
from yoriai.kit.errors import Refused, SignedOut, TooMany
from yoriai.platform.db.store import Store
from yoriai.platform.feature import Who
from yoriai.platform.http.dress import dress
from yoriai.platform.http.listener import Knock
from yoriai.platform.realtime import handshake
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.work.work import Work

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
async def door(node: Realtime) -> AsyncGenerator[Door]:
    async with door_of(node) as made:
        yield made


async def test_who_has_a_session_comes_in_and_is_told_who_they_are(door: Door):
    me = Someone()
    async with door.ear(me) as ear:
        assert ear.hello == {
            "protocol": 1,
            "account_id": str(me.account_id),
            "session_id": str(me.session_id),
            "heads": {me.own_stream: 0},
        }


@pytest.mark.req("R3", "N39", "A7")
@pytest.mark.parametrize("way", ["socket", "events", "poll", "say"])
@pytest.mark.parametrize(
    ("query", "headers", "status", "code"),
    [
        ("?v=1", {"Cookie": None}, 401, "signed_out"),
        ("?v=1", {"Cookie": "token=guessed"}, 401, "signed_out"),
        ("?v=1", {"Origin": None}, 403, "forbidden"),
        ("?v=1", {"Origin": "null"}, 403, "forbidden"),
        ("?v=1", {"Origin": "http://elsewhere.example"}, 403, "forbidden"),
        ("?v=1", {"Host": "internet.localhost"}, 404, "not_found"),
        ("", {}, 400, "unparseable"),
        ("?v=", {}, 400, "unparseable"),
        ("?v=one", {}, 400, "unparseable"),
        ("?v=-1", {}, 400, "unparseable"),
        ("?v=0", {}, 410, "protocol_too_old"),
        ("?v=999999999", {}, 410, "protocol_too_old"),
        ("?v=" + "9" * 5_000, {}, 400, "unparseable"),
    ],
)
async def test_who_may_not_come_in_gets_the_answer_that_http_would_give(
    door: Door, way: str, query: str, headers: dict[str, str | None], status: int, code: str
):
    """However they come."""
    if way == "socket":
        raw = await door.knock(Someone(), path=f"/socket{query}", headers=headers)
    else:
        raw = await door.ask(Someone(), f"/{way}{query}", headers={**headers, "Connection": "close"})
    said = json.loads(await raw.body())

    assert (raw.status, said["code"]) == (status, code)
    assert said["request_id"]
    assert "content-type: application/json" in raw.answer.lower()


@pytest.mark.parametrize("path", ["/elsewhere?v=1", "/socket/?v=1", "/socket%3Fv=1"])
async def test_only_at_its_own_address_is_a_socket_to_be_had(door: Door, path: str):
    raw = await door.knock(Someone(), path=path)
    assert (raw.status, json.loads(await raw.body())["code"]) == (404, "not_found")


@pytest.mark.req("N57")
@pytest.mark.parametrize("headers", [{"Sec-WebSocket-Version": "12"}, {"Sec-WebSocket-Key": None}])
async def test_a_request_that_is_no_handshake_is_refused(door: Door, headers: dict[str, str | None]):
    raw = await door.knock(Someone(), headers=headers)
    said = json.loads(await raw.body())
    assert (raw.status, said["code"], said["details"]) == (400, "unparseable", {"field": "handshake"})


@pytest.mark.req("N54")
@pytest.mark.parametrize("headers", [{"X-Long": "x" * 9_000}, {f"X-{turn}": "x" for turn in range(200)}])
async def test_a_handshake_with_too_much_of_a_head_is_refused(door: Door, headers: dict[str, str | None]):
    raw = await door.knock(Someone(), headers=headers)
    assert (raw.status, json.loads(await raw.body())["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    "headers",
    [{"Cookie": None}, {"Origin": "null"}, {"Host": "elsewhere"}, {"Sec-WebSocket-Key": None}],
)
async def test_a_refused_handshake_wears_the_headers_of_every_answer(
    door: Door, headers: dict[str, str | None]
):
    raw = await door.knock(Someone(), headers=headers)
    lines = (line.partition(": ") for line in raw.answer.split("\r\n")[1:])
    worn = {name.lower(): value for name, _, value in lines}
    expected = {**dress(secure=False), "cache-control": "no-store", "content-type": "application/json"}
    assert worn.items() >= expected.items()
    assert worn["x-request-id"] == json.loads(await raw.body())["request_id"]


@pytest.mark.req("D5")
async def test_a_refusal_for_a_while_says_for_how_long(door: Door):
    async def crowded(work: Work, knocks: Sequence[Knock]) -> Sequence[Who | Refused]:
        return [TooMany(retry_after=7) for _ in knocks]

    door.authenticate = crowded
    raw = await door.knock(Someone())
    assert (raw.status, "retry-after: 7" in raw.answer.lower()) == (429, True)


async def test_a_defect_in_the_handshake_says_nothing_and_leaves_no_connection(door: Door):
    async def broken(work: Work, knocks: Sequence[Knock]) -> Sequence[Who | Refused]:
        raise RuntimeError("words that must not leave the server")

    door.authenticate = broken
    raw = await door.knock(Someone())
    assert raw.status == 503
    assert b"words" not in await raw.body()


async def test_a_database_that_is_away_means_later(door: Door):
    async def away(work: Work, knocks: Sequence[Knock]) -> Sequence[Who | Refused]:
        raise ConnectionError

    door.authenticate = away
    raw = await door.knock(Someone())
    assert (raw.status, json.loads(await raw.body())["code"]) == (503, "not_now")


@pytest.mark.req("N47")
async def test_a_handshake_that_never_ends_is_ended(door: Door, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(handshake, "LONGEST_HANDSHAKE", 0.1)

    async def endless(work: Work, knocks: Sequence[Knock]) -> Sequence[Who | Refused]:
        await asyncio.sleep(60)
        raise SignedOut

    door.authenticate = endless
    raw = await door.knock(Someone())
    assert raw.status == 503
    await raw.body()


@pytest.mark.req("N47")
async def test_whoever_was_refused_and_stays_on_the_line_is_hung_up_on(door: Door):
    raw = await door.knock()
    assert raw.status == 401
    await until(lambda: not door.connections)  # although the client has closed nothing
    raw.close()


@pytest.mark.asvs("V1.4.3")
async def test_whoever_hangs_up_during_the_handshake_leaves_nothing_behind(door: Door, node: Realtime):
    knocked, ended = asyncio.Event(), asyncio.Event()

    async def slow(work: Work, knocks: Sequence[Knock]) -> Sequence[Who | Refused]:
        knocked.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()
        raise SignedOut

    door.authenticate = slow
    raw = await door.plain()
    knocking = asyncio.create_task(door.knock(Someone()))
    await knocked.wait()
    knocking.cancel()
    raw.close()
    del knocking
    await asyncio.sleep(0)
    assert node.hub.listeners == set()


async def test_a_socket_that_ends_hears_nothing_and_is_forgotten(door: Door, node: Realtime):
    async with door.ear(Someone()):
        assert len(node.hub.listeners) == 1
    await until(lambda: not node.hub.listeners)
    assert node.hub.channels == {}


async def test_a_server_that_stops_asks_everybody_to_come_again(node: Realtime):
    async with door_of(node) as door:
        raw = await door.knock(Someone())
        await raw.frame()
    assert await raw.closing() == 1012
