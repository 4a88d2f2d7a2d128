"""The counter of 福祉課: its account, who answers there, and a talk with it."""

from typing import Any
from uuid import UUID

import httpx2

from tests.cast import TAKAHASHI, named
from tests.keys import new_send_key
from tests.town import Town

UNIT = named("福祉課")
PATH = "/api/department-accounts"


async def opened(town: Town, name: str = "福祉課") -> str:
    answer = await town.call(TAKAHASHI, "POST", PATH, {"unit_id": str(UNIT), "name": name})
    assert answer.status_code == 201
    return answer.json()["account_id"]


async def names(town: Town, account: str, who: UUID, *, by: UUID = TAKAHASHI) -> str:
    answer = await town.call(by, "POST", f"{PATH}/{account}/speakers", {"account_id": str(who)})
    assert answer.status_code == 201, answer.text
    return answer.json()["speaker_id"]


async def takes_out(town: Town, account: str, speaker: str) -> None:
    answer = await town.call(TAKAHASHI, "DELETE", f"{PATH}/{account}/speakers/{speaker}")
    assert answer.status_code == 204, answer.text


async def asks_for(town: Town, who: UUID, account: str) -> httpx2.Response:
    return await town.call(who, "POST", "/api/direct-rooms", {"account_id": account})


async def talk(town: Town, who: UUID, account: str) -> UUID:
    answer = await asks_for(town, who, account)
    assert answer.status_code == 200, answer.text
    return UUID(answer.json()["room_id"])


def said(text: str, **more: object) -> dict[str, object]:
    return {"send_key": new_send_key(), "parts": [{"kind": "text", "text": text}], **more}


async def says(town: Town, who: UUID, room: UUID, text: str, **more: object) -> httpx2.Response:
    return await town.call(who, "POST", f"/api/rooms/{room}/messages", said(text, **more))


async def row(town: Town, who: UUID, room: UUID) -> dict[str, Any] | None:
    """The room in this person's list; None where it is not there."""
    rooms = (await town.call(who, "GET", "/api/screen")).json()["rooms"]
    return next((each for each in rooms if each["room_id"] == str(room)), None)


async def page(town: Town, who: UUID, room: UUID) -> dict[str, Any]:
    answer = await town.call(who, "GET", f"/api/rooms/{room}/messages")
    assert answer.status_code == 200, answer.text
    return answer.json()
