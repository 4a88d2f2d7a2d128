"""Wires do what is said of them: of a line of which one way is cut the other one works, and nothing is lost."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from tests.faults.wires import Wires

pytestmark = pytest.mark.anyio
SOON = 0.2  # seconds


@asynccontextmanager
async def echo(heard: list[bytes]) -> AsyncGenerator[int]:
    """A server that says everything again, and keeps it; its port."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            heard.append(line)
            writer.write(line)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


@pytest.mark.req("F8")
@pytest.mark.parametrize(("way", "arrives"), [("near", []), ("far", [b"one\n"])])
async def test_of_a_line_one_way_is_cut_and_what_was_on_it_comes_later(
    way: str, arrives: list[bytes]
) -> None:
    heard = list[bytes]()
    async with echo(heard) as port, Wires(port, random.Random(1)).laid() as wires:
        reader, writer = await asyncio.open_connection("127.0.0.1", wires.port)
        writer.write(b"zero\n")
        assert await reader.readline() == b"zero\n"
        wires.shut(way)
        writer.write(b"one\n")
        answered = asyncio.create_task(reader.readline())
        await asyncio.sleep(SOON)
        assert (heard[1:], answered.done()) == (arrives, False)
        wires.open()
        assert await asyncio.wait_for(answered, SOON * 10) == b"one\n"
        writer.close()
