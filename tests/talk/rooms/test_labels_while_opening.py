"""Levels are ordered anew while somebody opens a room: the room begins with the level of the new order."""

import asyncio
from typing import Any

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI, token_of
from tests.keys import new_send_key
from tests.people.waiting import somebody_waits
from tests.town import Town
from yoriai.people.sessions.authenticate import authenticate
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.rooms.labels import Labels
from yoriai.talk.rooms.order_labels import order_labels

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.req("ZONE-5"),
    pytest.mark.parametrize("ground", ["postgresql"], indirect=True),
]  # where there is one writer, works do not interleave
FIVE = Labels.usual_of(5)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("rooms", {"name": "会議", "members": []}),
        ("direct-rooms", {"account_id": str(SUZUKI)}),
        ("own-room", None),
        ("practice", None),
    ],
)
async def test_a_room_that_is_opened_meanwhile_has_the_new_level(
    town: Town, path: str, body: dict[str, Any] | None
) -> None:
    if path == "rooms":
        body = {"request_key": new_send_key()} | (body or {})
    async with asyncio.timeout(20):
        async with town.assembly.works.writing(Cause(zone="lgwan")) as work:
            actor = await authenticate(work, token_of(TAKAHASHI, "lgwan"), "lgwan")
            await order_labels(work, actor, FIVE)
            opening = asyncio.create_task(town.call(SATO, "POST", f"/api/{path}", body))
            waiting = asyncio.create_task(somebody_waits(town))
            await asyncio.wait((opening, waiting), return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
        answer = await opening
    assert answer.is_success, answer.text
    room = answer.json()["room_id"]
    seen = (await town.call(SATO, "GET", f"/api/rooms/{room}")).json()["room"]
    kind = {"rooms": "blank", "direct-rooms": "direct", "own-room": "self", "practice": "practice"}[path]
    assert seen["label_name"] == FIVE.given_by(kind).level.name
