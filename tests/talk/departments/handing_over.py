"""What whoever was moved is shown, and what the tests let be otherwise."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from tests.cast import TAKAHASHI
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.talk.rooms.models import Handover


def today(town: Town) -> date:
    return day_in_japan(town.assembly.works.now())


async def reads(town: Town, who: UUID, room: UUID, zone: str = "lgwan") -> list[str] | int:
    """The words that somebody reads there, or what they are answered instead."""
    answer = await town.call(who, "GET", f"/api/rooms/{room}/handover", zone=zone)
    if answer.status_code != 200:
        return answer.status_code
    return [each["parts"][0]["text"] for each in answer.json()["messages"]]


async def listed(town: Town, who: UUID) -> list[str]:
    """Where their first screen says that they still read."""
    rooms: list[dict[str, Any]] = (await town.call(who, "GET", "/api/screen")).json()["handovers"]
    return [each["room_id"] for each in rooms]


async def change(town: Town, **values: object) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Handover).values(**values))


async def choose(town: Town, days: int) -> int:
    return (await town.call(TAKAHASHI, "PUT", "/api/settings/handover_period", {"days": days})).status_code


READ = ["引継ぎの資料です", "確かめます"]


async def handovers(town: Town) -> int:
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.count()).select_from(Handover)) or 0
