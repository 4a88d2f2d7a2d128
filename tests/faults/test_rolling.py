"""A new version comes while everybody talks: nodes end in order, one after the other, and a migration may be cut off."""

import asyncio
import os
import random
import signal
from pathlib import Path
from typing import Any

import pytest
from alembic.runtime.migration import HeadMaintainer
from websockets.exceptions import ConnectionClosed

from tests import warm
from tests.cast import SATO
from tests.faults.bout import Bout
from tests.faults.calls import Caller
from tests.faults.checker import violations
from tests.faults.crew import two_talking
from tests.faults.injuries import rolls
from tests.faults.installation import Installation
from tests.faults.line import Line
from tests.faults.server import LONGEST_END, Server
from tests.grounds import Ground
from yoriai.app.cli.digest import digests_at
from yoriai.migrations import steps

pytestmark = pytest.mark.anyio
SEED = 20261126
DRAIN = 2.0  # seconds


@pytest.mark.req("F20", "N108", "C1", "C2", "C5", "C6", "C12")
async def test_nodes_are_restarted_in_turn_and_nobody_notices(ground: Ground, tmp_path: Path) -> None:
    """Two nodes on what they can share; on the embedded database it is the one that there is."""
    with ground.copied(tmp_path) as url:
        folders = [tmp_path / "node1", *([tmp_path / "node2"] if ground.server else [])]
        for folder in folders:
            folder.mkdir()
        servers = [Server(folder, url) for folder in folders]
        try:
            await asyncio.gather(*(server.start() for server in servers))
            async with two_talking([server.node for server in servers], SEED) as crew:
                place = Installation(tmp_path, servers, None)
                bout = Bout(place, crew, random.Random(SEED), ends_at=asyncio.get_running_loop().time() + 0.1)
                await bout.flow()
                await rolls(bout)
                assert await crew.settled(), "somebody was still behind after half a minute"
                final = await crew.final()
            assert violations(crew.history, final) == []
        finally:
            for server in servers:
                server.stop()


@pytest.mark.req("F20")
async def test_a_server_that_is_asked_to_end_tells_balancers_first_and_pages_then(
    ground: Ground, tmp_path: Path
) -> None:
    with ground.copied(tmp_path) as url:
        server, caller = Server(tmp_path, url, drain_seconds=DRAIN), Caller(SATO, "lgwan")
        try:
            await server.start()
            assert await caller.get(server.node, "/healthz") == {"ok": True}
            async with Line.to(server.node, caller) as line:
                ending = asyncio.create_task(server.end())
                while (await caller.call(server.node, "GET", "/healthz")).status_code == 200:  # noqa: ASYNC110 nobody rings
                    await asyncio.sleep(0.02)
                answer = await caller.call(server.node, "GET", "/api/screen")
                assert (answer.status_code, answer.headers["connection"]) == (200, "close")
                assert line.connection.close_code is None
                with pytest.raises(ConnectionClosed):
                    while True:
                        await line.connection.recv()
                assert (line.connection.close_code, line.connection.close_reason) == (1012, "restart")
            assert DRAIN <= await ending < LONGEST_END
        finally:
            await caller.close()
            server.stop()


def migrate_half_way(*words: str) -> None:
    """The command, which dies when it has taken three steps and has not yet said that they are for ever."""
    take, left = HeadMaintainer.update_to_step, iter((2, 1, 0))

    def deadly(self: HeadMaintainer, step: Any) -> None:
        take(self, step)
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    HeadMaintainer.update_to_step = deadly
    warm.yoriai(*words)


@pytest.mark.req("F20", "N108")
async def test_a_migration_that_is_killed_half_way_is_taken_again(ground: Ground, tmp_path: Path) -> None:
    with ground.copied(tmp_path, rebuilds=True) as url:
        server = Server(tmp_path, url)
        for _ in range(5):
            await steps.down(url)
        before = await steps.stands_at(url)
        words = ("migrate", "up", "--config", str(server.config))
        process = await asyncio.to_thread(warm.begin, server.log_file, "", migrate_half_way, *words)
        await asyncio.to_thread(process.join)
        assert process.exitcode == -signal.SIGKILL, server.log()
        assert await steps.stands_at(url) == before

        process = await asyncio.to_thread(warm.begin, server.log_file, "", warm.yoriai, *words)
        await asyncio.to_thread(process.join)
        assert process.exitcode == 0, server.log()
        assert await digests_at(url), "it has the newest shape, and everything can be read"
