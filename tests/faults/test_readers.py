"""`kill -9` while the readers of the journal work: the helper answers once, and units' rooms follow, whatever dies."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import func, select

from tests.cast import CITY_HALL, SATO, TAKAHASHI, token_of
from tests.faults.server import Server
from tests.grounds import Ground
from tests.keys import new_send_key
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.platform.db.store import opened
from yoriai.platform.failpoints import Failpoint
from yoriai.platform.work.edge import Works
from yoriai.talk.departments.follow import follow
from yoriai.talk.practice.script import SCRIPT
from yoriai.talk.rooms.models import Membership, Room

pytestmark = [pytest.mark.anyio, pytest.mark.req("D4", "F1")]
SCRIPTED = [words for step in SCRIPT.steps for words in step.lines(frozenset())]
Ask = Callable[..., Awaitable[dict[str, Any]]]


def asking(server: Server, who: Any) -> Ask:
    """Ask as this person until there is an answer: the server comes and goes."""

    async def ask(method: str, path: str, body: object = None) -> dict[str, Any]:
        port = server.ports["lgwan"]
        host = f"lgwan.localhost:{port}"
        headers = {
            "host": host, "origin": f"http://{host}", "cookie": f"{COOKIE}={token_of(who, 'lgwan')}"
        }  # fmt: skip
        async with asyncio.timeout(30), httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            while True:
                try:
                    answer = await client.request(method, path, json=body, headers=headers)
                    if answer.status_code < 500:
                        assert answer.is_success, answer.text
                        return answer.json() if answer.content else {}
                except (httpx2.TransportError, OSError):
                    pass
                if not server.is_running:
                    await server.start()
                await asyncio.sleep(0.05)

    return ask


async def helper_said(ask: Ask, room: str) -> list[str]:
    page = await ask("GET", f"/api/rooms/{room}/messages")
    people, messages = page["people"], page["messages"]
    spoken = [each for each in messages if people[each["author_id"]]["kind"] == "bot"]
    return [each["parts"][0]["text"] for each in spoken]


async def until_said(ask: Ask, room: str, count: int) -> None:
    """Wait for the helper's words; asking starts the server again when it has died."""
    async with asyncio.timeout(40):
        while len(await helper_said(ask, room)) < count:  # noqa: ASYNC110 it happens in another process
            await asyncio.sleep(0.1)


@pytest.mark.parametrize("place", [Failpoint.BEFORE_COMMIT, Failpoint.AFTER_COMMIT])
async def test_the_helper_answers_each_step_once_though_the_server_dies_in_between(
    ground: Ground, tmp_path: Path, place: Failpoint
) -> None:
    dice = random.Random(str(place))
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        await server.start(failpoint=f"{place}:{dice.randint(5, 9)}")
        try:
            ask = asking(server, SATO)
            room = (await ask("POST", "/api/practice"))["room_id"]
            said = len(SCRIPT.steps[0].says)
            for step in SCRIPT.steps[1:]:
                key = new_send_key()
                parts = [{"kind": "text", "text": "やってみました"}]
                await ask("POST", f"/api/rooms/{room}/messages", {"send_key": key, "parts": parts})
                said += len(step.says)
                await until_said(ask, room, said)
            assert await helper_said(ask, room) == SCRIPTED
            assert len(server.starts) == 2, "it has died once"
        finally:
            server.stop()


@pytest.mark.req("ORG-3")
async def test_rooms_of_units_follow_though_the_server_dies_in_between(
    ground: Ground, tmp_path: Path
) -> None:
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url)
        await server.start(failpoint=f"{Failpoint.AFTER_COMMIT}:2")
        try:
            ask = asking(server, TAKAHASHI)
            await ask("PUT", "/api/settings/department_rooms", {"kinds": ["課"]})
            async with asyncio.timeout(60):
                while not await _has_a_room(asking(server, SATO)):  # noqa: ASYNC110 in another process
                    await asyncio.sleep(0.1)
        finally:
            server.stop()
        async with opened(url) as store:
            works = Works(store)
            await follow(works, CITY_HALL)
            async with works.reading() as work:
                rooms = select(Room.name, func.count(Membership.id)).join(
                    Membership, Membership.room_id == Room.id
                )
                found = await work.session.execute(
                    rooms.where(Room.kind == "department", Membership.is_open.is_(True)).group_by(Room.id)
                )
                assert sorted(tuple(row) for row in found) == [
                    ("土木課", 1),
                    ("情報政策課", 1),
                    ("福祉課", 2),
                ]


async def _has_a_room(ask: Ask) -> bool:
    return any(row["kind"] == "department" for row in (await ask("GET", "/api/screen"))["rooms"])
