"""Rooms of departments in a running town: they follow the tree, and nobody bends them by hand."""

import asyncio
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.talk.actors import actor_of
from tests.talk.departments.moving import (
    ROADS_SECTION,
    WELFARE_SECTION,
    enters,
    eventually,
    leaves,
    moves,
    rearrange,
    rooms_of,
    with_rooms,
)
from tests.town import Town
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department
from yoriai.talk.departments.follow import follow
from yoriai.talk.departments.jobs import ROOMS
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.standing import Standing, enter_at_once, visible_rooms

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-3")]


async def test_each_section_gets_a_room_with_its_people_and_everybody_speaks_in_it(town: Town) -> None:
    await with_rooms(town)
    room = await enters(town, SATO, "福祉課")
    await enters(town, SUZUKI, "福祉課")
    assert set(await rooms_of(town, SATO)) == {"福祉課"}
    assert (room["member_count"], room["role"], room["may_post"]) == (2, "member", True)
    assert (room["may_arrange_members"], room["may_leave"]) == (False, False)
    assert await town.says(SUZUKI, "おはようございます", room["room_id"])


async def test_somebody_who_is_moved_leaves_one_room_and_enters_the_other(town: Town) -> None:
    await with_rooms(town)
    room = (await enters(town, SATO, "福祉課"))["room_id"]
    await enters(town, TANAKA, "土木課")
    await town.says(SATO, "引継ぎの資料です", room)
    await rearrange(town, moves(SUZUKI, ROADS_SECTION))

    await leaves(town, SUZUKI, "福祉課")
    await enters(town, SUZUKI, "土木課")
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}/messages")).status_code == 409
    assert "rooms.left" in await town.told(room)


@pytest.mark.req("ORG-6", "ADMIN-4")
async def test_whoever_has_no_seat_is_not_in_the_units_room_and_is_again_with_one(town: Town) -> None:
    await with_rooms(town)
    await enters(town, SATO, "福祉課")
    await enters(town, SUZUKI, "福祉課")
    for role, members in (("served", 1), ("member", 2)):
        answer = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": role})
        assert answer.status_code == 204
        await eventually(town, SUZUKI, lambda rooms, n=members: rooms["福祉課"]["member_count"] == n)
        assert ("福祉課" in await rooms_of(town, SATO)) is (role == "member")


async def test_a_concurrent_post_counts_like_the_main_one(town: Town) -> None:
    await with_rooms(town)
    await enters(town, TANAKA, "土木課")
    also = Posting(
        id=uuid4(), account_id=TANAKA, organization_id=CITY_HALL, department_id=WELFARE_SECTION, main=None,
        since=town.assembly.works.now(), until=None,
    )  # fmt: skip
    await rearrange(town, rows=(also,))
    await enters(town, TANAKA, "福祉課")
    assert set(await rooms_of(town, TANAKA)) == {"土木課", "福祉課"}


async def test_a_unit_below_belongs_to_the_one_above_and_not_the_other_way_round(town: Town) -> None:
    below = Department(
        id=uuid4(), organization_id=CITY_HALL, parent_id=WELFARE_SECTION, kind="係", name="窓口係",
        short_name="窓口", path="福祉課 窓口係", folded="福祉課 窓口係", display_order=99,
        opened_at=town.assembly.works.now(),
    )  # fmt: skip
    await with_rooms(town)
    await rearrange(town, moves(SATO, below.id), rows=(below,))
    await enters(town, SATO, "窓口係")
    await enters(town, SUZUKI, "福祉課")
    assert set(await rooms_of(town, SATO)) == {"福祉課", "窓口係"}
    assert set(await rooms_of(town, SUZUKI)) == {"福祉課"}


@pytest.mark.req("ROOM-4")
async def test_nobody_is_brought_in_or_out_by_hand_and_the_rule_is_named(town: Town) -> None:
    await with_rooms(town)
    members = f"/api/rooms/{(await enters(town, SATO, '福祉課'))['room_id']}/members"
    for answer in (
        await town.call(SATO, "POST", members, {"accounts": [str(TANAKA)]}),
        await town.call(SATO, "DELETE", f"{members}/{SUZUKI}"),
        await town.call(SATO, "DELETE", f"{members}/{SATO}"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "rooms.kept_by_rule")
    assert (await town.call(TANAKA, "DELETE", f"{members}/{SATO}")).status_code == 404


async def test_who_is_suspended_is_out_and_who_is_restored_is_in_again(town: Town) -> None:
    await with_rooms(town)
    room = (await enters(town, SATO, "福祉課"))["room_id"]
    path = f"/api/accounts/{SUZUKI}/suspension"
    for method, count in (("PUT", 1), ("DELETE", 2)):
        assert (await town.call(TAKAHASHI, method, path)).status_code == 204
        await eventually(town, SATO, lambda rooms, count=count: rooms["福祉課"]["member_count"] == count)
    assert (await town.told(room))[:3] == ["rooms.opened", "rooms.left", "rooms.joined"]


async def test_a_room_is_renamed_with_its_unit_and_put_away_when_it_closes(town: Town) -> None:
    await with_rooms(town)
    await enters(town, SATO, "福祉課")
    unit = update(Department).where(Department.id == WELFARE_SECTION)
    async with town.listens(SATO) as ear:
        await rearrange(town, unit.values(name="ふくし課", path="ふくし課"))
        assert (await ear.fact("rooms.changed"))["body"]["name"] == "ふくし課"
        await rearrange(town, unit.values(is_open=None, closed_at=town.assembly.works.now()))
        assert (await ear.fact("rooms.changed", 2))["body"]["is_archived"] is True
    room = (await rooms_of(town, SATO))["ふくし課"]
    assert (room["is_archived"], room["may_post"]) == (True, False)


@pytest.mark.req("BASE-7")
async def test_a_body_that_lives_without_such_rooms_does_not_see_them_and_finds_them_again(
    town: Town,
) -> None:
    await with_rooms(town)
    room = UUID((await enters(town, SATO, "福祉課"))["room_id"])
    message = await town.says(SATO, "残っています", room)
    switch = "/api/modules/department_rooms/switch"
    assert (await town.call(TAKAHASHI, "DELETE", switch)).status_code == 204
    assert await rooms_of(town, SATO) == {}
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).status_code == 404
    assert (await town.call(SATO, "PUT", f"/api/rooms/{room}/read-mark", {"ordinal": 1})).status_code == 404
    assert (await town.call(SATO, "GET", f"/api/facts?stream=room/{room}&after=0")).status_code == 404

    assert (await town.call(TAKAHASHI, "PUT", switch)).status_code == 204
    page = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()
    assert [each["message_id"] for each in page["messages"]] == [message]


@pytest.mark.req("A1")
@pytest.mark.parametrize("switched_off", [(), ("department_rooms",)])
async def test_the_list_and_both_doors_agree_on_a_units_room(town: Town, switched_off) -> None:
    await with_rooms(town)
    await enters(town, SATO, "福祉課")
    actor = replace(await actor_of(town, SATO), switched_off=frozenset(switched_off))
    works = town.assembly.works
    async with works.reading() as work:
        rooms = (await work.session.scalars(select(Room.id))).all()
        listed = set(await work.session.scalars(visible_rooms(actor)))
    asked = [(actor, room) for room in rooms]
    opened = await works.store.quick.write(lambda rows: enter_at_once(rows, asked, works.now()))
    assert listed == {here.room_id for here in opened if isinstance(here, Standing)}
    assert len(listed) == (1 if switched_off else 2)


async def test_following_twice_and_at_once_is_following_once(town: Town) -> None:
    await with_rooms(town)
    await enters(town, SATO, "福祉課")
    await enters(town, TANAKA, "土木課")
    await enters(town, TAKAHASHI, "情報政策課")
    await rearrange(town, moves(SUZUKI, ROADS_SECTION))
    works = town.assembly.works
    await asyncio.gather(*(follow(works, CITY_HALL) for _ in range(4)))
    await ROOMS.follow_all(works, {})
    assert await follow(works, CITY_HALL) == 0
    told = await town.told((await rooms_of(town, TANAKA))["土木課"]["room_id"])
    assert told == ["rooms.opened", "rooms.joined"]


async def test_an_organization_that_is_not_there_has_no_rooms(town: Town) -> None:
    assert await follow(town.assembly.works, named("no organization")) == 0
