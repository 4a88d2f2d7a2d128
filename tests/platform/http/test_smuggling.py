"""Requests that two readers could understand differently: our own listener refuses each and hangs up (N57)."""

import asyncio
from collections.abc import Mapping

import pytest

from tests.platform.nodes import realtime_over
from tests.platform.sockets import door_of
from yoriai.platform.db.store import Store
from yoriai.platform.http.application import application
from yoriai.platform.http.healthy import router

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]

HIDDEN = b"GET /healthz HTTP/1.1\r\nHost: %b\r\n\r\n"

LENGTHS: Mapping[str, bytes] = {
    "CL.TE": b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "TE.CL": b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "TE after a tab": b"Transfer-Encoding:\tchunked \r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "TE after a vertical tab": b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n",
    "TE twice": b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "TE that does not end chunked": b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "TE that is nearly chunked": b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "TE on a folded line": b"Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
    "two lengths": b"Content-Length: 0\r\nContent-Length: 2\r\n\r\n{}",
    "the same length twice": b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
    "a list of lengths": b"Content-Length: 2, 2\r\n\r\n{}",
    "a signed length": b"Content-Length: +2\r\n\r\n{}",
    "a length in another base": b"Content-Length: 0x2\r\n\r\n{}",
    "an endless length": b"Content-Length: 99999999999999999999\r\n\r\n{}",
    "no length": b"Content-Length:\r\n\r\n",
    "a length before its colon": b"Content-Length : 2\r\n\r\n{}",
    "a length on a folded line": b"Content-Length:\r\n 2\r\n\r\n{}",
    "a chunk that ends in a bare LF": b"Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n",
    "an extension that ends in a bare LF": b"Transfer-Encoding: chunked\r\n\r\n2;\n{}\r\n0\r\n\r\n",
    "a chunk in another base": b"Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n",
    "a chunk of less than nothing": b"Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
    "an endless chunk": b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n",
    "more than the chunk says": b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}x\r\n0\r\n\r\n",
    "a length after the body": b"Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 9\r\n\r\n",
}
LINES: Mapping[str, bytes] = {
    "a folded line": b"X-A: a\r\n b\r\n",
    "a bare LF between two lines": b"X-A: a\nX-B: b\r\n",
    "a bare CR in a line": b"X-A: a\rX-B: b\r\n",
    "a NUL in a value": b"X-A: a\x00b\r\n",
    "a NUL in a name": b"X\x00A: a\r\n",
    "a space in a name": b"X A: a\r\n",
    "a line without a colon": b"X-A\r\n",
    "a line without a name": b": a\r\n",
}
BEGINNINGS: Mapping[str, bytes] = {
    "a bare LF after the first line": b"GET /healthz HTTP/1.1\n",
    "a folded first line": b"GET /healthz HTTP/1.1\r\n X: a\r\n",
    "more than a path": b"GET /healthz x HTTP/1.1\r\n",
    "tabs for spaces": b"GET\t/healthz\tHTTP/1.1\r\n",
    "a version that there is not": b"GET /healthz HTTP/1.2\r\n",
    "a way through": b"CONNECT elsewhere:443 HTTP/1.1\r\n",
    "another version's preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n",
}


def whole(way: str, host: bytes) -> bytes:
    usual = b"Host: %b\r\nOrigin: http://%b\r\n" % (host, host)
    if way in LENGTHS:
        return b"POST /poll?v=1 HTTP/1.1\r\n%bContent-Type: application/json\r\n" % usual + LENGTHS[way]
    if way in LINES:
        return b"GET /healthz HTTP/1.1\r\n" + usual + LINES[way] + b"\r\n"
    return BEGINNINGS[way] + usual + b"\r\n"


@pytest.mark.req("N57")
@pytest.mark.parametrize("way", [*LENGTHS, *LINES, *BEGINNINGS])
@pytest.mark.asvs("V4.2.1")
async def test_what_can_be_read_in_two_ways_is_refused_and_nothing_behind_it_is_answered(
    store: Store, way: str
):
    app = application()
    app.include_router(router)
    async with door_of(realtime_over(store), app) as door:
        raw = await door.plain()
        host = door.host.encode()
        await raw.send(whole(way, host), HIDDEN % host)
        async with asyncio.timeout(5):
            heard = await raw.body()
    assert heard.startswith(b"HTTP/1.1 400 "), heard
    assert heard.count(b"HTTP/1.1 ") == 1
    assert b'"code":"unparseable"' in heard


@pytest.mark.req("N57")
@pytest.mark.parametrize("kind", ["h2c", "websocket", "nothing"])
@pytest.mark.asvs("V4.2.1")
async def test_behind_an_upgrade_that_does_not_take_place_nothing_is_hidden(store: Store, kind: str):
    """A proxy that believes in it passes on whatever comes next unread."""
    app = application()
    app.include_router(router)
    async with door_of(realtime_over(store), app) as door:
        raw = await door.plain()
        host = door.host.encode()
        asked = b"GET /socket?v=1 HTTP/1.1\r\nHost: %b\r\nConnection: Upgrade\r\nUpgrade: %b\r\n" % (
            host,
            kind.encode(),
        )
        await raw.send(asked + b"Sec-WebSocket-Version: 777\r\n\r\n" + HIDDEN % host)
        heard = b""
        try:
            async with asyncio.timeout(1):
                while part := await raw.reader.read(65_536):
                    heard += part
        except TimeoutError:
            raw.close()
    assert b" 101 " not in heard
    assert b'"ok":true' not in heard
