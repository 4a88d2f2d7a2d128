"""自分メモ: one room for each account, and nobody else in it by any way."""

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TONARI, TONARI_HALL
from tests.town import Town
from yoriai.talk.rooms.models import Room

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-7")]


async def notes(town: Town, who: UUID) -> str:
    answer = await town.call(who, "POST", "/api/own-room")
    assert answer.status_code == 200, answer.text
    return str(answer.json()["room_id"])


async def test_everybody_has_one_however_often_they_ask(town: Town) -> None:
    assert len(set(await asyncio.gather(*(notes(town, SATO) for _ in range(8))))) == 1
    mine = await notes(town, SATO)
    assert await notes(town, SUZUKI) != mine
    screen = (await town.call(SATO, "GET", "/api/screen")).json()
    (row,) = (each for each in screen["rooms"] if each["kind"] == "self")
    assert (row["room_id"], row["name"], row["member_count"], row["may_post"]) == (mine, "自分メモ", 1, True)
    assert (row["may_leave"], row["may_arrange_members"], row["other"]) == (False, False, None)
    assert await town.told(UUID(mine)) == ["rooms.opened"]


@pytest.mark.req("N6")
async def test_nobody_comes_into_it_by_any_door(town: Town) -> None:
    room = UUID(await notes(town, SATO))
    members = f"/api/rooms/{room}/members"
    for method, path, body in (
        ("POST", members, {"accounts": [str(SUZUKI)]}),
        ("DELETE", f"{members}/{SATO}", None),
    ):
        refused = await town.call(SATO, method, path, body)
        assert (refused.status_code, refused.json()["code"]) == (409, "rooms.mine_alone")
    for stranger in (SUZUKI, TAKAHASHI, MORI):
        assert (await town.call(stranger, "PUT", f"/api/rooms/{room}/own-membership")).status_code == 404
        assert (await town.call(stranger, "GET", f"/api/rooms/{room}/messages")).status_code == 404
    assert len((await town.call(SATO, "GET", f"/api/rooms/{room}")).json()["members"]) == 1


async def test_who_serves_elsewhere_now_takes_their_notes_along(town: Town) -> None:
    room = await notes(town, SATO)
    async with town.assembly.works.writing() as work:
        left = {"organization_id": TONARI_HALL, "owner_tenant": TONARI}
        await work.session.execute(update(Room).where(Room.id == UUID(room)).values(**left))
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).status_code == 404
    assert await notes(town, SATO) == room
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).status_code == 200
