"""A unit as a member of a room: bringing it in, and who sits there."""

from typing import Any
from uuid import UUID

import httpx2
from sqlalchemy import select

from tests.cast import TANAKA
from tests.town import Town
from yoriai.talk.rooms.models import Membership


async def brings(town: Town, room: UUID, *accounts: str, who: UUID = TANAKA) -> httpx2.Response:
    return await town.call(who, "POST", f"/api/rooms/{room}/members", {"accounts": list(accounts)})


async def seats(town: Town, room: UUID) -> set[tuple[UUID, UUID | None]]:
    """Who is in a room, and for which unit."""
    async with town.assembly.works.reading() as work:
        found = await work.session.execute(
            select(Membership.account_id, Membership.held_for).where(
                Membership.room_id == room, Membership.is_open.is_(True)
            )
        )
        return {(who, unit) for who, unit in found}


async def room_of(town: Town, who: UUID, room: UUID) -> Any:
    answer = await town.call(who, "GET", f"/api/rooms/{room}")
    assert answer.status_code == 200, answer.text
    return answer.json()
