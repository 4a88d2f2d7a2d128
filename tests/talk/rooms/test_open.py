"""Opening a room."""

import asyncio
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.keys import new_send_key
from tests.talk.actors import actor_of, opened
from tests.town import Town
from yoriai.kit.errors import Forbidden
from yoriai.kit.ids import as_send_key
from yoriai.talk.rooms import invitees
from yoriai.talk.rooms.open import Opening, open_room

pytestmark = pytest.mark.anyio


def wish(**changes: object) -> dict[str, object]:
    return {"request_key": new_send_key(), "name": "新しいルーム", "purpose": "", "members": []} | changes


@pytest.mark.req("ROOM-1", "ROOM-3")
async def test_whoever_opens_a_room_manages_it_and_everybody_chosen_is_in(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI, SUZUKI], name="  台風24号　\n情報連絡室 ")

    read = (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).json()
    assert {each["account_id"]: each["role"] for each in read["members"]} == {
        str(SATO): "manager",
        str(SUZUKI): "member",
    }
    assert (read["room"]["name"], read["room"]["member_count"]) == ("台風24号 情報連絡室", 2)
    assert (await town.call(TANAKA, "GET", f"/api/rooms/{room}")).status_code == 404
    assert await town.told(room) == ["rooms.opened"]


@pytest.mark.req("BASE-4")
async def test_a_doubled_request_opens_one_room(town: Town) -> None:
    body = wish(members=[str(SUZUKI)])
    answers = await asyncio.gather(*(town.call(SATO, "POST", "/api/rooms", body) for _ in range(8)))
    again = await town.call(SATO, "POST", "/api/rooms", body | {"name": "別の名前"})
    theirs = await town.call(SUZUKI, "POST", "/api/rooms", body)

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["room_id"] for answer in [*answers, again]}) == 1
    assert theirs.json()["room_id"] != again.json()["room_id"]


@pytest.mark.req("ROOM-1", "BASE-1", "BASE-2")
@pytest.mark.parametrize(
    ("changes", "status", "code", "field"),
    [
        ({"name": "　 "}, 422, "too_short", "name"),
        ({"name": "あ" * 101}, 422, "too_long", "name"),
        ({"purpose": "あ" * 1_001}, 422, "too_long", "purpose"),
        ({"request_key": "x"}, 422, "wrong", "request_key"),
        ({"members": ["x"]}, 422, "wrong", "members.0"),
        ({"members": [str(uuid4())]}, 422, "wrong", "members"),
        ({"members": [str(MORI)]}, 422, "wrong", "members"),
        ({"owner_tenant": str(CITY_HALL)}, 422, "wrong", "owner_tenant"),
    ],
)
async def test_a_wrong_wish_opens_nothing(
    town: Town, changes: dict[str, object], status: int, code: str, field: str
) -> None:
    refused = await town.call(SATO, "POST", "/api/rooms", wish() | changes)

    assert (refused.status_code, refused.json()["code"], refused.json()["details"]["field"]) == (
        status,
        code,
        field,
    )
    assert len((await town.call(SATO, "GET", "/api/screen")).json()["rooms"]) == 1


async def test_a_name_of_a_hundred_characters_may_take_many_more_letters(town: Town) -> None:
    room = await opened(town, SATO, [], name="葛\U000e0100" * 100)
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).json()["room"]["name"] == "葛\U000e0100" * 100


@pytest.mark.req("N62")
async def test_a_name_runs_in_one_direction_and_imitates_no_other(town: Town) -> None:
    room = await opened(town, SATO, [], name="\u202e部本策対害災\u202c")
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).json()["room"]["name"] == "部本策対害災"
    renamed = await town.call(SATO, "PATCH", f"/api/rooms/{room}", {"name": "\u2067窓口\u2069の\u200f話"})
    assert renamed.status_code == 204, renamed.text
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).json()["room"]["name"] == "窓口の話"


async def test_who_serves_in_no_organization_opens_no_room(town: Town) -> None:
    actor = replace(await actor_of(town, SATO), organization_ids=frozenset[UUID]())
    wanted = Opening(as_send_key(new_send_key()), name="新しいルーム", purpose="", members=())
    with pytest.raises(Forbidden):
        async with town.assembly.works.writing() as work:
            await open_room(work, actor, wanted)


@pytest.mark.req("ROOM-2")
async def test_somebody_suspended_meanwhile_is_named(town: Town) -> None:
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")
    refused = await town.call(SATO, "POST", "/api/rooms", wish(members=[str(SUZUKI), str(TANAKA)]))

    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.suspended")
    assert refused.json()["details"] == {"names": "鈴木 﨑子", "count": 1}


@pytest.mark.req("BASE-1", "ROOM-8")
async def test_more_people_than_one_request_takes_are_refused_with_the_figure(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invitees, "MOST_MEMBERS", 2)
    refused = await town.call(SATO, "POST", "/api/rooms", wish(members=[str(SUZUKI), str(TANAKA)]))

    assert (refused.status_code, refused.json()["code"]) == (422, "rooms.too_many_at_once")
    assert refused.json()["details"] == {"most": 2, "got": 3}
