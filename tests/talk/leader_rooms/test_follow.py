"""ITリーダーのルーム: whoever is one is in it, for as long as they are, and nobody else (ORG-10)."""

from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.accounts.managing.forms import post, save
from tests.talk.leader_rooms.leading import (
    ROADS,
    SETTING,
    WELFARE,
    decides,
    enters,
    eventually,
    leaves,
    names,
    rooms_of,
    with_room,
)
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.talk.leader_rooms.follow import follow
from yoriai.talk.leader_rooms.jobs import ROOMS
from yoriai.talk.rooms.models import Room, RoomKind

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-10")]


async def code_of(town: Town, who: UUID, method: str, path: str, body: object = None) -> tuple[int, str]:
    answer = await town.call(who, method, path, body)
    return answer.status_code, str(answer.json().get("code", "")) if answer.content else ""


async def test_one_press_opens_the_room_and_everybody_who_helps_is_in_it(town: Town) -> None:
    path = await with_room(town)
    row = await enters(town, SATO)
    assert (row["name"], row["member_count"], row["role"], row["may_post"]) == (
        "ITリーダー",
        2,
        "member",
        True,
    )
    assert (row["may_arrange_members"], row["may_leave"]) == (False, False)
    assert await town.says(TANAKA, "印刷が止まったら、まず電源です", UUID(path))
    for nobody in (SUZUKI, TAKAHASHI, MORI):
        assert await rooms_of(town, nobody) == []
        assert await code_of(town, nobody, "GET", f"/api/rooms/{path}/messages") == (404, "not_found")


async def test_pressing_again_is_the_same_room(town: Town) -> None:
    path = await with_room(town)
    assert await decides(town, is_open=True) == 204
    assert await follow(town.assembly.works, CITY_HALL) == 0
    assert (await enters(town, SATO))["room_id"] == path


async def test_whoever_is_named_later_comes_in_and_reads_what_was_said(town: Town) -> None:
    path = await with_room(town)
    await town.says(SATO, "用紙は月曜に出します", UUID(path))
    await names(town, SUZUKI, WELFARE)
    await enters(town, SUZUKI)
    page = await town.call(SUZUKI, "GET", f"/api/rooms/{path}/messages")
    assert "用紙は月曜に出します" in page.text
    assert "rooms.joined" in await town.told(UUID(path))


@pytest.mark.req("N19", "N40", "K6")
async def test_whoever_is_it_no_longer_is_out_and_hears_nothing_more(town: Town) -> None:
    leader = await names(town, SUZUKI, WELFARE)
    path = await with_room(town)
    await enters(town, SUZUKI)
    async with town.listens(SUZUKI) as ear:
        assert (await town.call(TAKAHASHI, "DELETE", leader)).status_code == 204
        await ear.knocks_again()
    await leaves(town, SUZUKI)
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{path}/messages")).status_code == 404
    assert "rooms.left" in await town.told(UUID(path))


async def test_whoever_is_moved_away_is_out_and_back_in_when_they_return(town: Town) -> None:
    await with_room(town)
    for unit, comes in ((ROADS, leaves), (WELFARE, enters)):
        moved = await save(town, SATO, {"posts": [post(unit)]})
        assert moved.status_code == 200, moved.text
        await comes(town, SATO)


@pytest.mark.req("N23")
async def test_whoever_is_stopped_is_out(town: Town) -> None:
    path = await with_room(town)
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TANAKA}/suspension")).status_code == 204
    await eventually(town, SATO, lambda rooms: rooms[0]["member_count"] == 1)
    assert "rooms.left" in await town.told(UUID(path))


async def test_a_last_day_that_has_passed_takes_somebody_out_in_the_night(town: Town) -> None:
    await with_room(town)
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == TANAKA)
        await work.session.execute(theirs.values(ends_on=town.assembly.works.now().date().replace(year=2020)))
    await ROOMS.follow_all(town.assembly.works, {})
    assert (await enters(town, SATO))["member_count"] == 1


async def test_nobody_bends_by_hand_who_is_in_it_or_what_it_is_called(town: Town) -> None:
    path = f"/api/rooms/{await with_room(town)}"
    kept = (409, "rooms.kept_for_leaders")
    assert await code_of(town, SATO, "POST", f"{path}/members", {"accounts": [str(SUZUKI)]}) == kept
    assert await code_of(town, SATO, "DELETE", f"{path}/members/{SATO}") == kept
    assert await code_of(town, SATO, "PATCH", path, {"name": "別の名前"}) == (409, "rooms.set_by_rule")
    assert await code_of(town, SATO, "PUT", f"{path}/archive") == (409, "rooms.set_by_rule")


async def test_an_administrator_puts_it_away_and_opens_the_same_one_again(town: Town) -> None:
    path = await with_room(town)
    await town.says(SATO, "用紙は月曜に出します", UUID(path))
    assert await decides(town, is_open=False) == 204
    await eventually(town, SATO, lambda rooms: rooms[0]["is_archived"])
    assert "用紙は月曜に出します" in (await town.call(SATO, "GET", f"/api/rooms/{path}/messages")).text
    assert (await enters(town, SATO))["may_post"] is False
    assert await decides(town, is_open=True) == 204
    await eventually(town, SATO, lambda rooms: not rooms[0]["is_archived"])
    assert await town.says(SATO, "続きです", UUID(path))


@pytest.mark.req("N19")
async def test_only_administrators_open_one_and_of_their_own_body(town: Town) -> None:
    await names(town, SATO, WELFARE)
    for who in (SATO, SUZUKI):
        assert await decides(town, is_open=True, by=who) == 403
        assert (await town.call(who, "GET", SETTING)).status_code == 403
    assert await follow(town.assembly.works, CITY_HALL) == 0
    assert await decides(town, is_open=True) == 204
    await enters(town, SATO)
    async with town.assembly.works.reading() as work:
        rooms = select(Room.organization_id).where(Room.kind == RoomKind.LEADERS)
        assert list(await work.session.scalars(rooms)) == [CITY_HALL]


async def test_without_anybody_to_be_in_it_there_is_no_room_yet(town: Town) -> None:
    assert await decides(town, is_open=True) == 204
    assert await follow(town.assembly.works, CITY_HALL) == 0
    await names(town, SATO, WELFARE)
    await enters(town, SATO)


async def test_a_post_elsewhere_in_the_house_brings_nobody_into_the_room_of_another_organization(
    town: Town,
) -> None:
    await with_room(town)
    async with town.assembly.works.writing() as work:
        ended = update(Posting).where(Posting.account_id == TANAKA).values(until=work.now)
        await work.session.execute(ended)
    assert await follow(town.assembly.works, CITY_HALL) == 1
    assert await rooms_of(town, TANAKA) == []
