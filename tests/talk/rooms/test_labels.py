"""The label of a room: given by its template, read as a permission, raised only by who knows what it takes away."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete

from tests.cast import MORI, NISHIMURA, SATO, SUZUKI, TAKAHASHI, TANAKA, session_of, token_of, with_guest
from tests.keys import new_send_key
from tests.people.waiting import somebody_waits
from tests.talk.actors import change_room, change_seat, opened
from tests.talk.rooms.labelling import AT_HOME, SEALED, SHARED, as_a_guest, from_next_door, label
from tests.town import Town
from yoriai.people.sessions.authenticate import authenticate
from yoriai.people.sessions.models import Session
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.rooms import members
from yoriai.talk.rooms.standing import enter

pytestmark = [pytest.mark.anyio, pytest.mark.req("ZONE-5")]


async def order(town: Town, change: dict[str, Any], *, levels: int = 3) -> tuple[int, dict[str, Any]]:
    """Order the usual levels otherwise."""
    there = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()
    usual = next(each["levels"] for each in there["presets"] if len(each["levels"]) == levels)
    wish = {"levels": usual, "templates": {}} | change
    answer = await town.call(TAKAHASHI, "PUT", "/api/room-labels/order", wish)
    return answer.status_code, answer.json() if answer.content else {}


async def seen(town: Town, who: UUID, room: UUID) -> dict[str, Any]:
    found: dict[str, Any] = (await town.call(who, "GET", f"/api/rooms/{room}")).json()
    return found


async def test_a_room_has_the_label_that_its_template_gives_and_nobody_is_asked(town: Town) -> None:
    assert (await order(town, {"templates": {"meeting": SHARED, "direct": SEALED}}))[0] == 204
    body = {"request_key": new_send_key(), "name": "会議", "members": [], "template": "meeting"}
    meeting = (await town.call(SATO, "POST", "/api/rooms", body)).json()["room_id"]
    talk = (await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(SUZUKI)})).json()["room_id"]
    plain = await opened(town, SATO, [SUZUKI])
    names = [(await seen(town, SATO, room))["room"]["label_name"] for room in (meeting, talk, plain)]
    assert names == ["外部と共有", "庁内限り", "庁内"]


async def test_a_room_says_what_may_be_done_there(town: Town) -> None:
    room = await seen(town, SATO, town.welfare)
    assert (room["room"]["label"], room["room"]["label_name"]) == (AT_HOME, "庁内")
    assert room["label"] == {
        "name": "庁内", "internet": True, "bodies": False, "guests": False,
        "printing": True, "forwarding": True, "personal": False,
    }  # fmt: skip


async def test_only_managers_give_a_label_and_the_room_is_told_in_a_line(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    assert (await label(town, SUZUKI, room, SEALED))[0] == 403
    async with town.listens(SUZUKI) as ear:
        assert await label(town, SATO, room, SEALED) == (204, "")
        told = (await ear.fact("rooms.labelled"))["body"]
    assert (told["label_name"], told["readers"]["lgwan_only"]) == ("庁内限り", True)
    assert [(line["kind"], line["words"]) for line in told["lines"]] == [("label", "庁内限り")]
    assert await label(town, SATO, room, SEALED) == (204, "")  # the same again tells nobody
    assert (await town.told(room)).count("rooms.labelled") == 1
    assert await label(town, SATO, room, 4) == (422, "wrong")
    assert await label(town, SATO, town.roads, SEALED) == (404, "not_found")


async def test_another_body_does_not_come_into_a_room_that_is_ours_alone(town: Town) -> None:
    """Guests come by invitation alone: what a label says to that is tried with them (tests/talk/guests)."""
    await from_next_door(town)
    room = await opened(town, SATO, [SUZUKI])
    path, body = f"/api/rooms/{room}/members", {"accounts": [str(MORI)]}
    refused = await town.call(SATO, "POST", path, body)
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.label_bars_bodies")
    assert refused.json()["details"]["label"] == "庁内"
    wish = {"request_key": new_send_key(), "name": "外と", "members": [str(MORI)]}
    assert (await town.call(SATO, "POST", "/api/rooms", wish)).json()["code"] == "rooms.label_bars_bodies"
    assert await label(town, SATO, room, SHARED) == (204, "")
    both = {"accounts": [str(MORI), str(TANAKA)]}
    assert (await town.call(SATO, "POST", f"/api/rooms/{room}/members", both)).status_code == 204
    await as_a_guest(town, TANAKA)
    readers = (await seen(town, SATO, room))["room"]["readers"]
    assert (readers["other_bodies"], readers["guests"]) == (1, 1)


async def test_who_would_lose_a_room_is_said_before_its_label_is_raised(town: Town) -> None:
    await from_next_door(town)
    room = await opened(town, SATO, [SUZUKI])
    assert await label(town, SATO, room, SHARED) == (204, "")
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(MORI), str(TANAKA)]})
    await as_a_guest(town, TANAKA)
    async with town.assembly.works.writing() as work:  # 鈴木 has been on the Internet side alone
        await work.session.execute(delete(Session).where(Session.id == session_of(SUZUKI, "lgwan")))
    choices = (await town.call(SATO, "GET", f"/api/rooms/{room}/label")).json()
    assert [choice["losing"] for choice in choices["choices"]] == [
        {"guests": 0, "others": 0, "outside": 0, "names": []},
        {"guests": 1, "others": 1, "outside": 0, "names": ["田中 美保", "森 葵"]},
        {"guests": 1, "others": 1, "outside": 1, "names": ["田中 美保", "森 葵", "鈴木 﨑子"]},
    ]
    refused = await town.call(SATO, "PUT", f"/api/rooms/{room}/label", {"label": SEALED})
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.label_shuts_out")
    assert refused.json()["details"]["count"] == 3
    assert await label(town, SATO, room, SEALED, expected=2) == (409, "rooms.label_shuts_out")
    assert (await seen(town, SATO, room))["room"]["label"] == SHARED

    assert await label(town, SATO, room, SEALED, expected=3) == (204, "")
    members = {member["account_id"] for member in (await seen(town, SATO, room))["members"]}
    assert members == {str(SATO), str(SUZUKI)}
    for who in (MORI, TANAKA):
        assert (await town.call(who, "GET", f"/api/rooms/{room}")).status_code == 404


async def test_a_room_does_not_lose_its_last_manager_by_its_label(town: Town) -> None:
    await from_next_door(town)
    room = await opened(town, SATO, [SUZUKI])
    await label(town, SATO, room, SHARED)
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(MORI)]})
    await change_seat(town, room, MORI, role="manager")
    await change_seat(town, room, SATO, role="member")
    assert await label(town, MORI, room, AT_HOME, expected=1) == (409, "rooms.needs_manager")


async def test_nothing_of_a_room_that_keeps_off_paper_is_printed(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}/paper")).status_code == 200
    await label(town, SATO, room, SEALED)
    refused = await town.call(SATO, "GET", f"/api/rooms/{room}/paper")
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.label_keeps_off_paper")


async def test_a_room_that_is_put_away_or_made_by_rule_keeps_its_label(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    await town.call(SATO, "PUT", f"/api/rooms/{room}/archive")
    assert await label(town, SATO, room, SEALED) == (409, "rooms.archived")
    await change_room(town, room, kind="department", archived_at=None)
    assert await label(town, SATO, room, SEALED) == (409, "rooms.set_by_rule")


async def test_levels_that_contradict_each_other_are_refused_and_nothing_changes(town: Town) -> None:
    there = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()["levels"]
    free = there[2] | {"internet": True, "name": "開く"}
    assert (await order(town, {"levels": [there[2], there[1], free]}))[1][
        "code"
    ] == "rooms.labels_out_of_order"
    stranded = there[0] | {"internet": False}
    assert (await order(town, {"levels": [stranded, there[2], there[2] | {"name": "秘"}]}))[1]["code"] == (
        "rooms.labels_strand_guests"
    )
    for wrong in ({"levels": there[:2]}, {"levels": [there[0]] * 3}, {"templates": {"meeting": 4}}):
        assert (await order(town, wrong))[0] == 422
    assert (await town.call(SATO, "GET", "/api/room-labels")).json()["levels"] == there
    assert (
        await town.call(SATO, "PUT", "/api/room-labels/order", {"levels": there, "templates": {}})
    ).status_code == 403


@pytest.mark.req("N51", "N62")
async def test_the_name_of_a_level_is_one_line_that_can_be_read(town: Town) -> None:
    there = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()["levels"]
    for name, status in (("\0", 400), (" ", 422), ("\x07", 422), ("庁" * 21, 422), (" 庁内 ", 422)):
        assert (await order(town, {"levels": [there[0] | {"name": name}, *there[1:]]}))[0] == status
    assert (await order(town, {"levels": [there[0] | {"name": " 外と\n\u202e共有 "}, *there[1:]]}))[0] == 204
    assert (await town.call(SATO, "GET", "/api/room-labels")).json()["levels"][0]["name"] == "外と 共有"


async def test_five_levels_take_the_place_of_three_and_let_nobody_in_whom_those_kept_out(town: Town) -> None:
    rooms = [await opened(town, SATO, [SUZUKI]) for _ in range(3)]
    for number, room in enumerate(rooms, 1):
        await label(town, SATO, room, number)
    assert (await order(town, {}, levels=5))[0] == 204
    names = [(await seen(town, SATO, room))["room"]["label_name"] for room in rooms]
    assert names == ["機密性2", "機密性3C", "機密性3B"]
    assert (await town.call(SATO, "GET", f"/api/rooms/{rooms[2]}", zone="internet")).status_code == 404
    counted = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()["rooms"]
    assert (counted["2"], counted["4"]) == (1, 1)
    assert (await order(town, {}))[0] == 204
    assert [(await seen(town, SATO, room))["room"]["label"] for room in rooms] == [1, 2, 3]


async def test_an_order_that_would_strand_somebody_in_a_room_is_refused(town: Town) -> None:
    await from_next_door(town)
    room = await opened(town, SATO, [SUZUKI])
    await label(town, SATO, room, SHARED)
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(MORI)]})
    there = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()["levels"]
    status, said = await order(town, {"levels": [there[0] | {"bodies": False}, *there[1:]]})
    assert (status, said["code"], said["details"]) == (409, "rooms.labels_shut_out", {"rooms": 1, "count": 1})


async def test_a_room_of_an_older_server_strands_nobody_either(town: Town) -> None:
    """It has no label of its own, but the usual one."""
    await from_next_door(town)
    room = await opened(town, SATO, [SUZUKI])
    there = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()["levels"]
    free = [there[0], there[0] | {"name": "庁内"}, there[2]]
    assert (await order(town, {"levels": free}))[0] == 204
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(MORI)]})
    await change_room(town, room, label=None)
    status, said = await order(town, {"levels": there})
    assert (status, said["code"]) == (409, "rooms.labels_shut_out")


@pytest.mark.req("N1", "K1", "GUEST-1")
async def test_what_a_body_has_ordered_is_nothing_to_guests(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    assert (await town.call(NISHIMURA, "GET", "/api/room-labels")).status_code == 404


@pytest.mark.parametrize(
    "ground", ["postgresql"], indirect=True
)  # where there is one writer, works do not interleave
async def test_whoever_comes_in_while_levels_are_ordered_is_seen(town: Town) -> None:
    await from_next_door(town)
    room = await opened(town, SATO, [SUZUKI])
    await label(town, SATO, room, SHARED)
    there = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()["levels"]
    async with asyncio.timeout(10), town.assembly.works.writing(Cause(zone="lgwan")) as work:
        actor = await authenticate(work, token_of(SATO, "lgwan"), "lgwan")
        await members.invite(work, await enter(work, actor, room), [MORI])
        await work.session.flush()
        ordering = asyncio.create_task(order(town, {"levels": [there[0] | {"bodies": False}, *there[1:]]}))
        await somebody_waits(town)
    status, said = await ordering
    assert (status, said["code"]) == (409, "rooms.labels_shut_out")
