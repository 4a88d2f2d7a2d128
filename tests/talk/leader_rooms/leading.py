"""A town whose ITリーダー have a room: 佐藤 of 福祉課 and 田中 of 土木課; 髙橋 administers."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import UUID

from tests.cast import SATO, TAKAHASHI, TANAKA, named
from tests.town import Town

WELFARE, ROADS = named("福祉課"), named("土木課")
SETTING = "/api/settings/leader_rooms"


async def names(town: Town, who: UUID, unit: UUID) -> str:
    made = await town.call(TAKAHASHI, "POST", "/api/leaders", {"account_id": str(who), "unit_id": str(unit)})
    assert made.status_code == 201, made.text
    return f"/api/leaders/{made.json()['leader_id']}"


async def decides(town: Town, *, is_open: bool, by: UUID = TAKAHASHI) -> int:
    return (await town.call(by, "PUT", SETTING, {"is_open": is_open})).status_code


async def rooms_of(town: Town, who: UUID) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = (await town.call(who, "GET", "/api/screen")).json()["rooms"]
    return [row for row in rows if row["kind"] == "leaders"]


async def eventually(town: Town, who: UUID, is_so: Callable[[list[dict[str, Any]]], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so(await rooms_of(town, who)):  # noqa: ASYNC110 as somebody looks again and again
            await asyncio.sleep(0.05)


async def enters(town: Town, who: UUID) -> dict[str, Any]:
    await eventually(town, who, lambda rooms: len(rooms) == 1)
    return (await rooms_of(town, who))[0]


async def leaves(town: Town, who: UUID) -> None:
    await eventually(town, who, lambda rooms: rooms == [])


async def with_room(town: Town) -> str:
    """The room, in which both are."""
    await names(town, SATO, WELFARE)
    await names(town, TANAKA, ROADS)
    assert await decides(town, is_open=True) == 204
    await enters(town, TANAKA)
    return str((await enters(town, SATO))["room_id"])
