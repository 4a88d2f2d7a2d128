"""Heads, bodies and what follows them, without end: they are neither kept nor believed (N54, N57)."""

import asyncio
import json
from collections.abc import AsyncGenerator

import pytest
from fastapi import Request

from tests.platform.nodes import realtime_over
from tests.platform.sockets import Door, Raw, door_of
from yoriai.platform.db.store import Store
from yoriai.platform.http import edge
from yoriai.platform.http.application import application
from yoriai.platform.http.edge import MOST_HEADERS

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]

app = application()


@app.put("/names")
async def names(request: Request) -> list[str]:
    await request.body()
    return request.headers.keys()


@pytest.fixture
async def door(store: Store) -> AsyncGenerator[Door]:
    async with door_of(realtime_over(store), app) as made:
        yield made


LINES = b"".join(b"X-%d: %b\r\n" % (number, b"x" * 100) for number in range(100))


@pytest.mark.req("N47", "N54")
@pytest.mark.parametrize(
    ("begins", "goes_on"),
    [
        (b"GET /", b"x" * 10_000),
        (b"GET / HTTP/1.1\r\nX: ", b"x" * 10_000),
        (b"GET / HTTP/1.1\r\n", LINES),
    ],
    ids=["path", "line", "lines"],
)
async def test_a_head_that_never_ends_is_not_kept(door: Door, begins: bytes, goes_on: bytes):
    """One client could fill the memory, and with one long line stop everybody else's answers for minutes."""
    raw, sent = await door.plain(), 0
    await raw.send(begins)
    heard = asyncio.create_task(raw.reader.readuntil(b"\r\n"))
    while not heard.done() and sent < 100 * len(goes_on):
        await raw.send(goes_on)
        await asyncio.sleep(0.002)
        sent += len(goes_on)
    assert (await heard).startswith(b"HTTP/1.1 413 "), sent
    assert sent < 2 * MOST_HEADERS
    raw.close()


def chunked(door: Door) -> bytes:
    lines = (
        "PUT /names HTTP/1.1",
        f"Host: {door.host}",
        f"Origin: {door.origin}",
        "Content-Type: application/json",
        "Transfer-Encoding: chunked",
        "X-Forwarded-For: 203.0.113.5",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode()


@pytest.mark.req("N28", "N57")
async def test_what_comes_after_a_body_is_no_header_of_its_request(door: Door):
    """A proxy replaces what a head claims and passes on what follows a body: an address could be made up there."""
    raw = await door.plain()
    after = b"2\r\n{}\r\n0\r\nX-Forwarded-For: 10.9.9.9\r\nX-After: 1\r\n\r\n"
    await raw.send(chunked(door) + after)
    seen = json.loads((await raw.body()).partition(b"\r\n\r\n")[2])
    assert seen.count("x-forwarded-for") == 1
    assert "x-after" not in seen


@pytest.mark.req("N47", "N54")
@pytest.mark.parametrize("goes_on", [b"x" * 10_000, LINES], ids=["line", "lines"])
async def test_so_is_what_follows_a_body_and_never_ends(door: Door, goes_on: bytes):
    raw = await door.plain()
    await raw.send(chunked(door) + b"2\r\n{}\r\n0\r\nX: ")
    over = asyncio.create_task(raw.reader.read())
    for _ in range(100):
        await raw.send(goes_on)
        await asyncio.sleep(0.002)
        if over.done():
            break
    assert over.done()
    assert b"200" not in (b"" if over.exception() else over.result())


def put(door: Door, length: int) -> bytes:
    kind = f"Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close"
    return f"PUT /names HTTP/1.1\r\nHost: {door.host}\r\nOrigin: {door.origin}\r\n{kind}\r\n\r\n".encode()


async def answer(raw: Raw) -> bytes:
    async with asyncio.timeout(5):
        return await raw.reader.readuntil(b"\r\n\r\n")


@pytest.mark.req("N47", "N112")
async def test_many_bodies_that_do_not_come_to_their_end_do_not_fill_the_memory(
    door: Door, monkeypatch: pytest.MonkeyPatch
):
    """Each was kept up to its last byte but one, for as many connections as a listener takes: ten gigabytes."""
    monkeypatch.setattr(edge, "MOST_COMING", 150_000)
    bodies = [await door.plain() for _ in range(4)]
    for raw in bodies:
        await raw.send(put(door, 1_000_000), b" " * 60_000)
    refused = await answer(bodies[-1])
    assert refused.startswith(b"HTTP/1.1 503 ")
    assert b"retry-after: 5\r\n" in refused

    small = await door.plain()
    await small.send(put(door, 10_000), b" " * 5_000)
    await asyncio.sleep(0.05)
    await small.send(b" " * 5_000)
    assert (await answer(small)).startswith(b"HTTP/1.1 200 ")

    for raw in bodies:
        raw.writer.transport.abort()
    await asyncio.sleep(0.1)
    later = await door.plain()
    await later.send(put(door, 250_000), b" " * 150_000)
    await asyncio.sleep(0.05)
    await later.send(b" " * 100_000)
    assert (await answer(later)).startswith(b"HTTP/1.1 200 ")
