"""Nothing goes through the server to somewhere else: it stands in two networks and is no bridge between them (R1)."""

import asyncio

import pytest

from tests.town import Town

pytestmark = pytest.mark.anyio


@pytest.mark.req("N131", "R1")
@pytest.mark.parametrize("zone", ["lgwan", "internet"])
@pytest.mark.parametrize(
    "asked",
    [
        "CONNECT {there} HTTP/1.1\r\nHost: {there}\r\n\r\n",
        "GET http://{there}/ HTTP/1.1\r\nHost: {there}\r\n\r\n",
        "GET http://{there}/ HTTP/1.1\r\nHost: {here}\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: {there}\r\nX-Forwarded-Host: {there}\r\n\r\n",
        "GET //{there}/ HTTP/1.1\r\nHost: {here}\r\n\r\n",
        "GET /api/entrance?url=http://{there}/ HTTP/1.1\r\nHost: {here}\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: {there}\r\n\r\n",
        "TRACE / HTTP/1.1\r\nHost: {here}\r\n\r\n",
        "\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01\x00\x50",
        "\x04\x01\x00\x50\x7f\x00\x00\x01\x00",
    ],
    ids=range(10),
)
@pytest.mark.asvs("V1.3.6", "V13.2.4")
async def test_no_request_makes_the_server_speak_to_another_address(
    town: Town, zone: str, asked: str
) -> None:
    reached: list[object] = []
    elsewhere = await asyncio.start_server(lambda _, writer: reached.append(writer), "127.0.0.1", 0)
    async with elsewhere:
        there = f"127.0.0.1:{elsewhere.sockets[0].getsockname()[1]}"
        reader, writer = await asyncio.open_connection("127.0.0.1", town.ports[zone])
        writer.write(asked.format(there=there, here=f"{zone}.localhost:{town.ports[zone]}").encode())
        writer.write_eof()
        async with asyncio.timeout(20):
            heard = await reader.read()
        writer.close()
    assert reached == []
    assert not heard.startswith(b"HTTP/1.1 2") or asked.startswith("GET /api/entrance"), heard[:200]
