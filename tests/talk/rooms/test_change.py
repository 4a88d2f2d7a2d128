"""What a room is set to: called otherwise, put away, taken out again; every change is told and in the journal."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.keys import new_send_key
from tests.talk.actors import change_room, opened
from tests.town import Town
from yoriai.platform.facts.models import JournalRow
from yoriai.talk.rooms.models import RoomKind

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-3")]


async def patch(town: Town, who: UUID, room: UUID, **wish: object) -> tuple[int, str | None]:
    answer = await town.call(who, "PATCH", f"/api/rooms/{room}", wish)
    return answer.status_code, answer.json()["code"] if answer.content else None


async def archive(town: Town, who: UUID, room: UUID, method: str) -> int:
    return (await town.call(who, method, f"/api/rooms/{room}/archive")).status_code


async def seen(town: Town, who: UUID, room: UUID) -> dict[str, Any]:
    read: dict[str, Any] = (await town.call(who, "GET", f"/api/rooms/{room}")).json()
    return read


async def test_a_room_is_called_otherwise_for_everybody_in_it(town: Town) -> None:
    async with town.listens(SUZUKI) as ear:
        wish = {"name": "  福祉課　会議 ", "purpose": "毎週の打合せ\n議題はここで", "shows_past": True}
        assert await patch(town, SATO, town.welfare, **wish) == (204, None)
        told = (await ear.fact("rooms.changed"))["body"]
    room = await seen(town, SUZUKI, town.welfare)
    assert told["name"] == room["room"]["name"] == "福祉課 会議"
    assert told["purpose"] == room["purpose"] == "毎週の打合せ\n議題はここで"


@pytest.mark.req("ROOM-10")
async def test_who_changed_what_from_where_stands_in_the_journal(town: Town) -> None:
    assert await patch(town, SATO, town.welfare, name="福祉課の会", shows_past=False) == (204, None)
    assert await archive(town, SATO, town.welfare, "PUT") == 204
    rows = select(JournalRow).where(JournalRow.stream == f"room/{town.welfare}").order_by(JournalRow.number)
    async with town.assembly.works.reading() as work:
        first, then = await work.session.scalars(rows)
    assert (first.name, first.by, first.zone, first.body["changed"]) == (
        "rooms.changed",
        SATO,
        "lgwan",
        ["name", "past"],
    )
    assert first.session_id and first.address and first.request_id
    assert then.body["changed"] == ["archived"]


async def test_what_is_so_already_tells_nobody(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI], name="打合せ")
    for wish in ({}, {"name": " 打合せ"}, {"purpose": ""}, {"shows_past": True}):
        assert await patch(town, SATO, room, **wish) == (204, None)
    assert await archive(town, SATO, room, "DELETE") == 204
    assert await archive(town, SATO, room, "PUT") == await archive(town, SATO, room, "PUT") == 204
    assert await town.told(room) == ["rooms.opened", "rooms.changed"]


async def test_a_name_that_is_none_is_refused_under_its_field(town: Town) -> None:
    for wish, code in (
        ({"name": " 　"}, "too_short"),
        ({"name": "あ" * 101}, "too_long"),
        ({"purpose": "あ" * 1_001}, "too_long"),
    ):
        assert await patch(town, SATO, town.welfare, **wish) == (422, code)
    assert await town.told(town.welfare) == []


async def test_who_manages_nothing_sets_nothing(town: Town) -> None:
    assert await patch(town, SUZUKI, town.welfare, name="別の名前") == (403, "forbidden")
    assert await archive(town, SUZUKI, town.welfare, "PUT") == 403
    assert await patch(town, TANAKA, town.welfare, name="別の名前") == (404, "not_found")
    assert await town.told(town.welfare) == []


@pytest.mark.parametrize("kind", sorted({*RoomKind} - {RoomKind.GROUP, RoomKind.OPEN}))
async def test_a_room_that_follows_from_a_rule_is_set_by_nobody(town: Town, kind: RoomKind) -> None:
    await change_room(town, town.welfare, kind=kind)
    for who in (SATO, SUZUKI):
        assert await patch(town, who, town.welfare, name="別の名前") == (409, "rooms.set_by_rule")
        assert await archive(town, who, town.welfare, "PUT") == 409
        assert (await seen(town, who, town.welfare))["room"]["may_set"] is False


@pytest.mark.req("A1")
@pytest.mark.parametrize("is_away", [False, True])
async def test_what_a_row_says_of_setting_is_what_the_door_says(town: Town, *, is_away: bool) -> None:
    await change_room(town, town.welfare, archived_at=town.assembly.works.now() if is_away else None)
    for who in (SATO, SUZUKI):
        row = (await seen(town, who, town.welfare))["room"]
        assert (await archive(town, who, town.welfare, "PUT") == 204) is row["may_set"]


@pytest.mark.req("ROOM-13", "N13")
async def test_a_room_put_away_is_read_and_changes_no_more_until_it_is_taken_out(town: Town) -> None:
    before = await town.says(SUZUKI, "読めます", town.welfare)
    message = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "書けません"}]}
    async with town.listens(SUZUKI) as ear:
        assert await archive(town, SATO, town.welfare, "PUT") == 204
        told = (await ear.fact("rooms.changed"))["body"]
        refused = await town.call(SUZUKI, "POST", f"/api/rooms/{town.welfare}/messages", message)
        assert (refused.status_code, refused.json()["code"]) == (409, "rooms.archived")
        assert await patch(town, SATO, town.welfare, name="別の名前") == (409, "rooms.archived")
        read = (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}/messages")).json()["messages"]
        assert [each["message_id"] for each in read] == [before]

        assert await archive(town, SUZUKI, town.welfare, "DELETE") == 403
        assert await archive(town, SATO, town.welfare, "DELETE") == 204
        again = (await ear.fact("rooms.changed", 2))["body"]
    assert (told["is_archived"], again["is_archived"]) == (True, False)
    assert told["managers"] == dict.fromkeys(told["managers"], False) | {"may_set": True, "may_leave": True}
    for who, sort in ((SATO, "managers"), (SUZUKI, "members")):
        row = (await seen(town, who, town.welfare))["room"]
        assert {may: row[may] for may in again[sort]} == again[sort]
        assert row["may_post"] is True


@pytest.mark.req("ROOM-10", "D17")
async def test_newcomers_read_what_was_said_before_only_where_the_room_says_so(town: Town) -> None:
    await town.says(SATO, "来る前の話です", town.welfare)
    assert (await seen(town, SATO, town.welfare))["rules"]["shows_past"] is True
    read = dict[UUID, int]()
    for who, shown in ((TANAKA, False), (TAKAHASHI, True)):
        assert await patch(town, SATO, town.welfare, shows_past=shown) == (204, None)
        assert (await seen(town, SATO, town.welfare))["rules"]["shows_past"] is shown
        await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/members", {"accounts": [str(who)]})
        page = (await town.call(who, "GET", f"/api/rooms/{town.welfare}/messages")).json()
        read[who] = len(page["messages"])
    assert read == {TANAKA: 0, TAKAHASHI: 1}


@pytest.mark.req("ROOM-6")
async def test_an_open_room_is_found_by_its_new_name_and_not_at_all_once_put_away(town: Town) -> None:
    body = {"request_key": new_send_key(), "name": "おくやみ", "purpose": "", "members": [], "kind": "open"}
    room = UUID((await town.call(SATO, "POST", "/api/rooms", body)).json()["room_id"])

    async def found(word: str) -> int:
        return len((await town.call(TANAKA, "GET", f"/api/open-rooms?q={word}")).json()["rooms"])

    assert await patch(town, SATO, room, name="転入の手続き") == (204, None)
    assert (await found("転入"), await found("おくやみ")) == (1, 0)
    assert await archive(town, SATO, room, "PUT") == 204
    assert await found("転入") == 0
