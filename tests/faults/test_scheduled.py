"""`kill -9` while messages wait for their time: it comes while nobody is there, and afterwards each is sent once."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import update

from tests.cast import SATO, WELFARE, token_of
from tests.faults.calls import final_log
from tests.faults.server import Server
from tests.grounds import Ground
from tests.keys import new_send_key
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.platform.db.store import opened
from yoriai.platform.jobs.models import Job
from yoriai.platform.jobs.worker import LEASE
from yoriai.platform.work.edge import Works
from yoriai.talk.scheduled.service import SEND

pytestmark = pytest.mark.anyio
TEXTS = ("一", "二", "三")
IN_TIME = timedelta(seconds=4)
"""Until then all of them are taken and the server is dead, on a slow machine, too."""


async def schedule(server: Server, text: str, due_at: datetime) -> None:
    origin = f"lgwan.localhost:{server.ports['lgwan']}"
    headers = {"host": origin, "origin": f"http://{origin}", "cookie": f"{COOKIE}={token_of(SATO, 'lgwan')}"}
    body = {
        "send_key": new_send_key(),
        "parts": [{"kind": "text", "text": text}],
        "due_at": due_at.isoformat(),
    }
    base = f"http://127.0.0.1:{server.ports['lgwan']}"
    async with httpx2.AsyncClient(base_url=base, headers=headers) as client:
        (await client.post(f"/api/rooms/{WELFARE}/scheduled", json=body)).raise_for_status()


@pytest.mark.req("MSG-16", "F1", "C1", "C2")
async def test_what_fell_due_while_the_server_was_dead_is_sent_once_by_the_next(
    ground: Ground, tmp_path: Path
) -> None:
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        try:
            await server.start()
            due_at = datetime.now(UTC) + IN_TIME
            for text in TEXTS:
                await schedule(server, text, due_at)
            await server.kill()
            await hold(url)
            await asyncio.sleep(max((due_at - datetime.now(UTC)).total_seconds(), 0))
            await server.start()
            assert sorted(await said(server)) == sorted(TEXTS)
            await server.kill()
            await server.start()
            assert sorted(await said(server)) == sorted(TEXTS)
        finally:
            server.stop()


async def hold(url: str) -> None:
    """As if it had died in the middle of sending. Where several servers work, the next one waits for the lease."""
    async with opened(url) as store:
        if store.is_single_writer:
            async with Works(store).writing() as work:
                await work.session.execute(
                    update(Job).where(Job.kind == SEND).values(lease_until=work.now + LEASE)
                )


async def said(server: Server) -> list[str]:
    """What stands in the room once nothing waits any more."""
    messages: list[dict[str, Any]] = []
    async with asyncio.timeout(20):
        while len(messages) < len(TEXTS):
            messages = await final_log(server.node, "lgwan", SATO, WELFARE)
            await asyncio.sleep(0.05)
    return [message["parts"][0]["text"] for message in messages]
