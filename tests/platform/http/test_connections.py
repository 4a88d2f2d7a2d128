"""Connections that never get to the point: each is cut off after a bounded time, and nobody else notices (N47)."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest
from fastapi import Request, Response

from tests.ear import Ear
from tests.platform.hall import Someone
from tests.platform.nodes import realtime_over, until
from tests.platform.sockets import Door, Raw, door_of
from yoriai.platform.db.store import Store
from yoriai.platform.http import connection
from yoriai.platform.http.application import application
from yoriai.platform.realtime import serving
from yoriai.platform.realtime.realtime import Realtime

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]

SOON = 0.3
A_TURN = 0.01  # seconds that other work of the loop may stand before an answer, whoever it is for
MUCH = 64 * 1024 * 1024

app = application()


@app.get("/much")
def much() -> Response:
    return Response(b"x" * MUCH)


@app.put("/count")
async def count(request: Request) -> int:
    return len(await request.body())


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
async def door(node: Realtime) -> AsyncGenerator[Door]:
    async with door_of(node, app) as made:
        yield made


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LONGEST_HEAD", "LONGEST_PAUSE"):
        monkeypatch.setattr(connection, name, SOON)


def request(door: Door, first: str = "GET /healthz", *lines: str) -> bytes:
    head = (f"{first} HTTP/1.1", f"Host: {door.host}", f"Origin: {door.origin}", *lines)
    return "\r\n".join((*head, "", "")).encode()


async def drip(raw: Raw, *, of: bytes = b"x", every: float = SOON / 6, times: int = 60) -> float:
    """Send a little, again and again, until the other side hangs up; the seconds that took."""
    began = time.monotonic()
    for _ in range(times):
        await raw.send(of)
        try:
            async with asyncio.timeout(every):
                if not await raw.reader.read(1):
                    break
        except TimeoutError:
            continue
        except ConnectionError:
            break
    else:
        raise AssertionError("still on the line")
    return time.monotonic() - began


@pytest.mark.req("N47")
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("said", "drops"),
    [
        (b"", b""),
        (b"", b"\r\n"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", b"x"),
        (b"GET /socket?v=1 HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX: ", b"x"),
    ],
)
async def test_a_head_without_end_is_cut_off(door: Door, said: bytes, drops: bytes):
    raw = await door.plain()
    await raw.send(said)
    assert await drip(raw, of=drops) < 10 * SOON


@pytest.mark.req("N47")
@pytest.mark.parametrize("said", [b"", b"\x16\x03\x01\x00"], ids=["silent", "begun"])
async def test_a_handshake_of_tls_without_end_is_cut_off(
    node: Realtime, said: bytes, monkeypatch: pytest.MonkeyPatch
):
    """It stood for a minute, and nobody counted it."""
    monkeypatch.setattr(serving, "LONGEST_HEAD", SOON)
    async with door_of(node, app, tls=SSLContext(PROTOCOL_TLS_SERVER)) as door:
        raw = await door.plain()
        await raw.send(said)
        async with asyncio.timeout(5):
            assert await hung_up(raw)


@pytest.mark.req("N47")
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("drops", [b"\r\n", b"G"])
async def test_so_is_the_second_head_of_a_connection_that_was_kept(door: Door, drops: bytes):
    raw = await door.plain()
    await raw.send(request(door, "GET /nothing"))
    assert b"404" in await raw.reader.readuntil(b"}")
    await asyncio.sleep(2 * SOON)  # saying nothing between two requests is nothing bad
    assert await drip(raw, of=drops) < 10 * SOON


@pytest.mark.req("N47", "N87")
@pytest.mark.usefixtures("impatient")
async def test_a_body_that_only_drips_is_cut_off(door: Door):
    raw = await door.plain()
    await raw.send(
        request(door, "PUT /count", "Content-Type: application/json", "Content-Length: 10000"), b"x"
    )
    assert await drip(raw) < 10 * SOON


@pytest.mark.usefixtures("impatient")
async def test_a_body_that_comes_steadily_may_take_its_time(door: Door, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connection, "LEAST_IN_A_PAUSE", 10)
    raw = await door.plain()
    await raw.send(request(door, "PUT /count", "Content-Type: application/json", "Content-Length: 200"))
    for _ in range(20):
        await raw.send(b"x" * 10)
        await asyncio.sleep(SOON / 5)
    assert (await raw.reader.readuntil(b"200")).startswith(b"HTTP/1.1 200")


@pytest.mark.req("N47")
@pytest.mark.usefixtures("impatient")
async def test_an_answer_that_nobody_reads_is_cut_off(door: Door):
    raw = await door.plain()
    raw.writer.transport.pause_reading()  # type: ignore[attr-defined]
    await raw.send(request(door, "GET /much"))
    assert door.serving is not None
    held = door.serving.pairs[0][0].server_state.connections
    await until(lambda: held)
    await until(lambda: not held)
    raw.close()


async def test_what_is_no_http_at_all_is_refused_in_the_form_of_the_house(door: Door):
    raw = await door.plain()
    await raw.send(b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03\r\n\r\n")
    head, _, body = (await raw.body()).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400")
    assert b"content-security-policy" in head
    assert json.loads(body)["code"] == "unparseable"


@pytest.mark.req("N112", "N47")
async def test_beyond_the_limit_there_is_a_word_and_who_is_in_stays(node: Realtime):
    async with door_of(node, app, most=3) as door, AsyncExitStack() as stack:
        ears = [await stack.enter_async_context(door.ear(Someone())) for _ in range(3)]
        for knock in (door.knock(Someone()), plain_request(door)):
            raw = await knock
            assert (raw.status, "retry-after: 5" in raw.answer) == (503, True)
            assert json.loads(await raw.body())["code"] == "not_now"
        for ear in ears:
            await ear.ask("look", stream=None)
        await ears[0].connection.close()
        await until(lambda: len(door.connections) == 2)
        assert (await plain_request(door)).status == 404


@pytest.mark.req("N112")
async def test_too_many_who_are_over_the_limit_and_say_nothing_are_not_waited_for(
    node: Realtime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(connection, "MOST_TURNED_AWAY", 2)
    monkeypatch.setattr(connection, "GRACE", SOON)
    async with door_of(node, app, most=1) as door, door.ear(Someone()):
        silent = [await door.plain() for _ in range(3)]
        async with asyncio.timeout(5):
            assert [await hung_up(each) for each in silent] == [True] * 3


@pytest.mark.req("N47")
async def test_of_many_who_say_nothing_the_eldest_gives_way(door: Door, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connection, "MOST_WAITING", 5)
    monkeypatch.setattr(connection, "GRACE", 0.05)
    silent = [await door.plain() for _ in range(5)]
    await asyncio.sleep(0.2)
    raw = await plain_request(door)
    assert raw.status == 404
    async with asyncio.timeout(5):
        assert await hung_up(silent[0])
    assert not silent[1].reader.at_eof()


@pytest.mark.timed
@pytest.mark.req("N47", "N101")
async def test_five_thousand_who_never_end_their_handshake_hold_up_nobody(door: Door):
    """They come again as often as they are cut off: what a hundredth of the answers took goes up by a fifth at most."""
    words = ("-m", "tests.platform.http.crowd", str(door.port), "5000")
    async with door.ear(Someone()) as ear:
        alone = await patience_of(ear)
        crowd = await asyncio.create_subprocess_exec(sys.executable, *words, stdout=asyncio.subprocess.PIPE)
        try:
            assert crowd.stdout is not None
            assert await asyncio.wait_for(crowd.stdout.readline(), 60) == b"there\n"
            beside = await patience_of(ear)
        finally:
            crowd.kill()
            await crowd.wait()
        alone = max(alone, await patience_of(ear))  # the machine may have become busier meanwhile
    assert beside < 1.2 * alone + A_TURN, (alone, beside)


async def plain_request(door: Door) -> Raw:
    raw = await door.plain()
    await raw.send(request(door, "GET /nothing"))
    async with asyncio.timeout(5):
        raw.answer = (await raw.reader.readuntil(b"\r\n\r\n")).decode()
    return raw


async def hung_up(raw: Raw) -> bool:
    try:
        return not await raw.reader.read()
    except ConnectionError:
        return True


async def patience_of(ear: Ear, times: int = 200) -> float:
    """The seconds within which 99 of 100 commands are answered, asked with a pause as people do."""
    taken: list[float] = []
    for _ in range(times):
        began = time.monotonic()
        await ear.ask("look", stream=None)
        taken.append(time.monotonic() - began)
        await asyncio.sleep(A_TURN / 2)
    return sorted(taken)[int(times * 0.99)]
