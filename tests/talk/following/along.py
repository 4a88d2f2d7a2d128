"""What followers of open rooms do, and what they are shown."""

from typing import Any
from uuid import UUID

from tests.keys import new_send_key
from tests.town import Town

Said = dict[str, Any]  # what came over the wire: the test looks into it by name


async def open_one(town: Town, who: UUID, name: str, organization: UUID | None = None) -> UUID:
    body = {
        "request_key": new_send_key(),
        "name": name,
        "purpose": "だれでもどうぞ",
        "members": [],
        "kind": "open",
    }
    answer = await town.call(
        who, "POST", "/api/rooms", body | {"organization_id": organization and str(organization)}
    )
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["room_id"])


def path(room: UUID, more: str = "") -> str:
    return f"/api/rooms/{room}/following{more}"


async def follows(town: Town, who: UUID, room: UUID) -> int:
    return (await town.call(who, "PUT", path(room))).status_code


async def digest(town: Town, who: UUID, query: str = "") -> list[Said]:
    answer = await town.call(who, "GET", f"/api/following{query}")
    assert answer.status_code == 200, answer.text
    rooms: list[Said] = answer.json()["rooms"]
    return rooms


async def reads(town: Town, who: UUID, room: UUID) -> list[str] | int:
    """The words that somebody reads there, or what they are answered instead."""
    answer = await town.call(who, "GET", path(room))
    if answer.status_code != 200:
        return answer.status_code
    return [each["parts"][0]["text"] for each in answer.json()["messages"]]


async def listed(town: Town, who: UUID) -> list[str]:
    """Which rooms the first screen of somebody says that they follow."""
    followed: list[Said] = (await town.call(who, "GET", "/api/screen")).json()["followed"]
    return [each["room_id"] for each in followed]
