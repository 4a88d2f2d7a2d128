"""Who manages a room: appointed, withdrawn, followed by somebody when the last one leaves; never nobody."""

import asyncio
from uuid import UUID, uuid4

import pytest

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.talk.actors import change_room, opened
from tests.town import Town
from yoriai.talk.rooms.models import RoomKind

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-3")]


async def manage(
    town: Town, who: UUID, method: str, person: UUID, room: UUID | None = None
) -> tuple[int, str | None]:
    answer = await town.call(who, method, f"/api/rooms/{room or town.welfare}/managers/{person}")
    return answer.status_code, answer.json()["code"] if answer.content else None


async def leave(town: Town, who: UUID, room: UUID, successor: UUID | None = None) -> tuple[int, str | None]:
    after = f"?successor={successor}" if successor else ""
    answer = await town.call(who, "DELETE", f"/api/rooms/{room}/members/{who}{after}")
    return answer.status_code, answer.json()["code"] if answer.content else None


async def roles(town: Town, who: UUID, room: UUID) -> dict[str, str]:
    members = (await town.call(who, "GET", f"/api/rooms/{room}")).json()["members"]
    return {each["account_id"]: each["role"] for each in members}


async def test_who_is_appointed_manages_the_room_too_and_hears_what_they_may_do(town: Town) -> None:
    async with town.listens(SUZUKI) as ear:
        assert await manage(town, SATO, "PUT", SUZUKI) == await manage(town, SATO, "PUT", SUZUKI)
        told = (await ear.fact("rooms.role_changed"))["body"]
    row = (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}")).json()["room"]
    assert (told["account_id"], told["role"], row["role"]) == (str(SUZUKI), "manager", "manager")
    assert {may: row[may] for may in told["abilities"]} == told["abilities"]
    assert all(told["abilities"].values())
    assert await town.told(town.welfare) == ["rooms.role_changed"]

    assert await manage(town, SUZUKI, "DELETE", SATO) == await manage(town, SUZUKI, "DELETE", SATO)
    assert await roles(town, SATO, town.welfare) == {str(SATO): "member", str(SUZUKI): "manager"}
    assert await manage(town, SATO, "PUT", SATO) == (403, "forbidden")
    assert await town.told(town.welfare) == ["rooms.role_changed"] * 2


async def test_a_room_always_has_a_manager(town: Town) -> None:
    assert await manage(town, SATO, "DELETE", SATO) == (409, "rooms.needs_manager")
    assert await manage(town, SATO, "DELETE", SUZUKI) == (204, None)
    await manage(town, SATO, "PUT", SUZUKI)
    answers = await asyncio.gather(manage(town, SATO, "DELETE", SUZUKI), manage(town, SUZUKI, "DELETE", SATO))
    assert sorted(status for status, _ in answers) == [204, 403]
    assert sorted((await roles(town, SATO, town.welfare)).values()) == ["manager", "member"]


async def test_only_managers_appoint_and_only_members_are_appointed(town: Town) -> None:
    assert await manage(town, SUZUKI, "PUT", SUZUKI) == (403, "forbidden")
    assert await manage(town, SUZUKI, "DELETE", SATO) == (403, "forbidden")
    for stranger in (TANAKA, MORI, uuid4()):
        assert await manage(town, SATO, "PUT", stranger) == (422, "wrong")
        assert await manage(town, SATO, "DELETE", stranger) == (204, None)
    assert await town.told(town.welfare) == []


async def test_who_may_not_use_the_product_does_not_manage_a_room(town: Town) -> None:
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")).status_code == 204
    refused = await town.call(SATO, "PUT", f"/api/rooms/{town.welfare}/managers/{SUZUKI}")
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.cannot_manage")
    assert refused.json()["details"] == {"name": "鈴木 﨑子"}
    assert await leave(town, SATO, town.welfare, SUZUKI) == (409, "rooms.cannot_manage")
    assert await town.told(town.welfare) == []
    assert (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}")).status_code == 200


async def test_a_manager_who_was_stopped_is_nobody_to_leave_a_room_to(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI, TANAKA])
    await manage(town, SATO, "PUT", SUZUKI, room)
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")).status_code == 204
    assert await manage(town, SATO, "DELETE", SATO, room) == (409, "rooms.needs_manager")
    assert await leave(town, SATO, room) == (409, "rooms.last_manager")
    assert await manage(town, SATO, "DELETE", SUZUKI, room) == (204, None)
    assert await leave(town, SATO, room, TANAKA) == (204, None)
    assert await roles(town, TANAKA, room) == {str(SUZUKI): "member", str(TANAKA): "manager"}


async def test_where_nothing_may_change_nobody_is_appointed(town: Town) -> None:
    await change_room(town, town.welfare, archived_at=town.assembly.works.now())
    for method in ("PUT", "DELETE"):
        assert await manage(town, SATO, method, SUZUKI) == (409, "rooms.archived")
    await change_room(town, town.welfare, archived_at=None, kind=RoomKind.DEPARTMENT)
    for method in ("PUT", "DELETE"):
        assert await manage(town, SATO, method, SUZUKI) == (409, "rooms.set_by_rule")


@pytest.mark.parametrize("is_away", [False, True])
async def test_the_last_manager_leaves_once_somebody_follows(town: Town, *, is_away: bool) -> None:
    await change_room(town, town.welfare, archived_at=town.assembly.works.now() if is_away else None)
    for nobody in (None, SATO):
        assert await leave(town, SATO, town.welfare, nobody) == (409, "rooms.last_manager")
    assert await leave(town, SATO, town.welfare, TANAKA) == (422, "wrong")
    assert await town.told(town.welfare) == []

    assert await leave(town, SATO, town.welfare, SUZUKI) == (204, None)
    assert await roles(town, SUZUKI, town.welfare) == {str(SUZUKI): "manager"}
    assert await town.told(town.welfare) == ["rooms.left", "rooms.role_changed"]
    assert (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}")).status_code == 404


async def test_where_somebody_manages_on_whoever_is_named_stays_a_member(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI, TANAKA])
    await manage(town, SATO, "PUT", SUZUKI, room)
    assert await leave(town, SATO, room, TANAKA) == (204, None)
    assert await roles(town, SUZUKI, room) == {str(SUZUKI): "manager", str(TANAKA): "member"}


@pytest.mark.req("ROOM-4")
async def test_a_room_that_its_last_member_leaves_is_put_away(town: Town) -> None:
    room = await opened(town, SATO, [])
    assert await leave(town, SATO, room) == (204, None)
    assert await town.told(room) == ["rooms.opened", "rooms.left", "rooms.changed"]
