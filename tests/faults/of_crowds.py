"""Faults of a crowd: more connections than the server may have descriptors (F25)."""

import asyncio
import resource
import socket
from contextlib import ExitStack, suppress
from functools import partial

from tests import warm
from tests.faults.bout import Bout
from tests.faults.server import Server

DESCRIPTORS = 512
CROWD = 700
STARTS = 5.0  # seconds
KEPT_WAITING = 5.0
TOLD_WITHIN = (
    10.0  # those who come with a crowd of silent ones are only hung up on, until some of these are cut off
)


async def crowds(bout: Bout) -> None:
    """F25: more connections come than the server may have open. They are told so; who is there stays, and talks on."""
    (server,) = bout.servers
    await server.kill()
    bout.breaks("began anew", STARTS)
    await server.start(run=partial(cramped, DESCRIPTORS))
    bout.heals("began anew")
    await bout.flow()
    while bout.goes_on() or not bout.counted["crowds"]:
        bout.counted["crowds"] += 1
        bout.breaks("a crowd came", KEPT_WAITING)
        with ExitStack() as crowd:
            for _ in range(CROWD):
                with suppress(OSError):
                    door = ("127.0.0.1", server.ports["lgwan"])
                    crowd.enter_context(socket.create_connection(door, timeout=1))
            await _told(server)
            await asyncio.sleep(bout.dice.uniform(1, 3))
            await bout.flow()
        bout.heals("a crowd came")
        await bout.flow(100)


async def _told(server: Server) -> None:
    """One more is told that there is no room."""
    async with asyncio.timeout(TOLD_WITHIN):
        while b" 503 " not in await _answered(server):  # noqa: ASYNC110 it is asked, not waited for
            await asyncio.sleep(0.2)


async def _answered(server: Server) -> bytes:
    """The first line that one more is told; nothing, if they were hung up on."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.ports["lgwan"])
    try:
        host = server.node.host("lgwan")
        writer.write(f"GET /api/entrance HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        return await reader.readline()
    except OSError:
        return b""
    finally:
        writer.transport.abort()


def cramped(descriptors: int, *words: str) -> None:
    """A server that may have no more open at once."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))
    warm.yoriai(*words)
