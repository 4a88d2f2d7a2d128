"""Several processes at one door: shared out among them, begun anew when one dies, and ended together."""

import asyncio
import json
import os
import signal
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from tests import warm
from tests.cast import SATO, SUZUKI, WELFARE
from tests.faults.calls import Caller
from tests.faults.line import Line
from tests.faults.server import LONGEST_END, Server
from tests.grounds import Ground
from tests.keys import new_send_key
from tests.valkey import Valkey

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["postgresql"], indirect=True)]

WORKERS = 2
SOCKETS = 12  # so many that no process is left without one: by chance once in two thousand times


@asynccontextmanager
async def served(ground: Ground, folder: Path, bus: Valkey) -> AsyncGenerator[Server]:
    with ground.copied(folder) as url:
        server = Server(folder, url, bus=bus.url, workers=WORKERS)
        try:
            await server.start()
            await until(lambda: len(children(server)) == WORKERS and said(server, "bus found") == WORKERS)
            yield server
        finally:
            server.stop()


def children(server: Server) -> list[int]:
    assert server.process and server.process.pid
    parent = server.process.pid
    try:
        return [int(each) for each in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    except FileNotFoundError:
        return []


def lines(server: Server) -> list[dict[str, Any]]:
    written = server.log_file.read_text().splitlines()
    return [json.loads(line) for line in written if line.startswith("{")]


def said(server: Server, event: str) -> int:
    return sum(line["event"] == event for line in lines(server))


async def until(true: Callable[[], object], patience: float = 10) -> None:
    async with asyncio.timeout(patience):
        while not true():  # noqa: ASYNC110 nobody rings
            await asyncio.sleep(0.02)


async def hears(line: Line, name: str) -> float:
    """When this line is told a fact of that name."""
    async for frame in line.frames():
        if frame.get("fact") == name:
            break
    return time.monotonic()


async def post(caller: Caller, server: Server, text: str) -> None:
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": text}]}
    answer = await caller.call(server.node, "POST", f"/api/rooms/{WELFARE}/messages", body)
    assert answer.status_code == 200, answer.text


async def test_they_share_those_who_come_and_tell_one_another(
    ground: Ground, tmp_path: Path, bus: Valkey
) -> None:
    async with served(ground, tmp_path, bus) as server, AsyncExitStack() as stack:
        caller = Caller(SUZUKI, "lgwan")
        opened = [await stack.enter_async_context(Line.to(server.node, caller)) for _ in range(SOCKETS)]
        held = [sockets_of(each, server.ports["lgwan"]) for each in children(server)]
        assert sum(held) == SOCKETS
        assert all(held)
        heard = [asyncio.create_task(hears(line, "messages.posted")) for line in opened]
        await post(Caller(SATO, "lgwan"), server, "みなさん")
        async with asyncio.timeout(3):
            await asyncio.gather(*heard)


def sockets_of(process_id: int, port: int) -> int:
    """How many open connections to this port a process holds."""
    table = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    open_here = {row[9] for row in table if row[1].endswith(f":{port:04X}") and row[3] == "01"}
    held = [str(each.readlink()) for each in Path(f"/proc/{process_id}/fd").iterdir() if each.is_symlink()]
    return sum(name.removeprefix("socket:[").removesuffix("]") in open_here for name in held)


async def test_one_that_dies_is_begun_again_and_meanwhile_the_others_serve(
    ground: Ground, tmp_path: Path, bus: Valkey
) -> None:
    async with served(ground, tmp_path, bus) as server:
        dead, alive = children(server)
        os.kill(dead, signal.SIGKILL)
        await until(
            lambda: said(server, "worker ended")
        )  # whoever was in its queue is cut off, as with any death
        for turn in range(
            20
        ):  # each by a connection of its own, also while nobody stands at one of the doors
            await post(Caller(SATO, "lgwan"), server, f"{turn}")
        await until(lambda: len(children(server)) == WORKERS and dead not in children(server))
        assert alive in children(server)
        await until(lambda: said(server, "bus found") == WORKERS + 1)
        (line,) = [line for line in lines(server) if line["event"] == "worker ended"]
        assert (line["code"], line["level"]) == (-signal.SIGKILL, "error")


@pytest.mark.req("F20")
async def test_they_end_together_and_in_order(ground: Ground, tmp_path: Path, bus: Valkey) -> None:
    async with served(ground, tmp_path, bus) as server:
        async with AsyncExitStack() as stack:
            caller = Caller(SUZUKI, "lgwan")
            opened = [await stack.enter_async_context(Line.to(server.node, caller)) for _ in range(SOCKETS)]
            took = asyncio.create_task(server.end())
            for line in opened:
                with pytest.raises(ConnectionClosed):
                    while True:
                        await line.connection.recv()
                assert line.connection.close_code == 1012
        assert await took < LONGEST_END


async def test_whoever_lost_their_parent_ends_too(ground: Ground, tmp_path: Path, bus: Valkey) -> None:
    async with served(ground, tmp_path, bus) as server:
        orphans = children(server)
        await server.kill()
        await until(lambda: not any(Path(f"/proc/{each}").exists() for each in orphans))


async def test_doors_that_are_taken_are_not_shared_with_another_installation(
    ground: Ground, tmp_path: Path, bus: Valkey
) -> None:
    async with served(ground, tmp_path, bus) as server:
        log = tmp_path / "second.log"
        second = await asyncio.to_thread(warm.begin, log, "", warm.yoriai, "serve", "-c", str(server.config))
        await asyncio.to_thread(second.join)
        assert second.exitcode == 1
        assert "ほかのプログラムが使っています" in log.read_text()
