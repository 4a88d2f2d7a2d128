"""People who act for others, as tests need them."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import httpx2

from tests.keys import new_send_key
from tests.town import Town
from yoriai.kit.days import day_in_japan


def today(town: Town) -> date:
    return day_in_japan(town.assembly.works.now())


async def names(town: Town, principal: UUID, person: UUID, until: date | None = None) -> httpx2.Response:
    wish = {"account_id": str(person), **({"until": until.isoformat()} if until else {})}
    return await town.call(principal, "POST", "/api/delegates", wish)


async def named(town: Town, principal: UUID, person: UUID, until: date | None = None) -> str:
    """Let somebody act for somebody; the id of that."""
    answer = await names(town, principal, person, until)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["delegate_id"])


async def makes(
    town: Town, who: UUID, principal: UUID, members: Sequence[UUID] = (), *, key: str | None = None
) -> httpx2.Response:
    """Ask for a room in the principal's name."""
    wish = {
        "request_key": key or new_send_key(),
        "name": "市長の打合せ",
        "members": [str(one) for one in members],
    }
    return await town.call(who, "POST", f"/api/principals/{principal}/rooms", wish)


async def made(town: Town, who: UUID, principal: UUID, members: Sequence[UUID] = ()) -> UUID:
    answer = await makes(town, who, principal, members)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["room_id"])


async def refused(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def room_of(town: Town, who: UUID, room: UUID) -> dict[str, Any]:
    answer = await town.call(who, "GET", f"/api/rooms/{room}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def enters(town: Town, who: UUID, room: UUID) -> int:
    return (await town.call(who, "GET", f"/api/rooms/{room}")).status_code


async def seats(town: Town, who: UUID, room: UUID) -> dict[str, tuple[str, str | None]]:
    """Everybody in the room: what they are there, and for whom."""
    members = (await room_of(town, who, room))["members"]
    return {each["account_id"]: (each["role"], each["on_behalf_of"]) for each in members}
