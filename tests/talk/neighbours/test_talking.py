"""Two people of two bodies talk directly, as long as both bodies and both of them say yes (FED-3)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.matrix.people import NEIGHBOUR, WATANABE
from tests.talk.neighbours.agreeing import OFF, ON, agree, says
from tests.talk.neighbours.asking import asks, does, path_of, talking
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.accounts.models import Account, Posting
from yoriai.talk.neighbours.jobs import sweep

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]
SHUT = (409, "rooms.archived")


async def row_of(town: Town, who: UUID, room: UUID, *, zone: str = "lgwan") -> dict[str, Any] | None:
    """The talk in somebody's list, with the other one's card."""
    screen = (await town.call(who, "GET", "/api/screen", zone=zone)).json()
    row = next((each for each in screen["rooms"] if each["room_id"] == str(room)), None)
    return row and row | {"with": screen["people"][row["other"]]}


async def tries(town: Town, who: UUID, room: UUID) -> tuple[int, str]:
    """Say something over HTTP; the status and the code of the answer."""
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "こんにちは"}]}
    answer = await town.call(who, "POST", f"/api/rooms/{room}/messages", body)
    return answer.status_code, answer.json()["code"] if answer.status_code >= 400 else ""


async def test_a_yes_opens_the_talk_in_both_lists_at_once(town: Town) -> None:
    await agree(town)
    await asks(town)
    async with town.listens(SATO) as asker, town.listens(MORI) as asked:
        answer = await town.call(MORI, "PUT", f"/api/neighbours{await path_of(town)}")
        room = answer.json()["room_id"]
        for ear, name in ((asker, "森 葵"), (asked, "佐藤 花子")):
            row = (await ear.fact("rooms.entered"))["body"]["room"]
            assert (row["room_id"], row["name"], row["kind"], row["may_post"]) == (room, name, "direct", True)
        await asker.ask("messages.post", room_id=room, send_key=new_send_key(), parts=text("はじめまして"))
        assert (await asked.fact("messages.posted"))["body"]["message"]["parts"] == text("はじめまして")
        await asked.ask("messages.post", room_id=room, send_key=new_send_key(), parts=text("こちらこそ"))
        assert (await asker.fact("messages.posted", times=2))["body"]["message"]["parts"] == text(
            "こちらこそ"
        )


def text(words: str) -> list[dict[str, str]]:
    return [{"kind": "text", "text": words}]


async def test_body_and_department_stand_beside_the_name_everywhere(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    for who, body, unit in ((SATO, "隣見市", "健康課"), (MORI, "見本市", "福祉課")):
        row = await row_of(town, who, room)
        assert row is not None
        assert (row["with"]["tenant_name"], row["with"]["department"], row["with"]["tail"]) == (
            body,
            unit,
            "",
        )
        assert (row["readers"]["other_bodies"], row["member_count"]) == (1, 2)
        people = (await town.call(who, "GET", f"/api/rooms/{room}")).json()["people"].values()
        assert {(each["tenant_name"], each["department"]) for each in people} == {
            ("隣見市", "健康課"), ("見本市", "福祉課"),
        }  # fmt: skip


@pytest.mark.req("A4", "A11")
async def test_the_talk_is_nobody_elses(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    for who in (SUZUKI, WATANABE, TAKAHASHI, NEIGHBOUR):
        assert (await town.call(who, "GET", f"/api/rooms/{room}")).status_code == 404
        assert await row_of(town, who, room) is None
        assert await tries(town, who, room) == (404, "not_found")
    for who in (SATO, MORI):
        added = await town.call(who, "POST", f"/api/rooms/{room}/members", {"accounts": [str(SUZUKI)]})
        assert (added.status_code, added.json()["code"]) == (409, "rooms.just_two")
        invited = await town.call(who, "POST", f"/api/rooms/{room}/bodies", {"tenant_id": str(who)})
        assert invited.status_code in (404, 409)


@pytest.mark.req("A11")
async def test_no_administrator_sees_or_ends_it_among_the_rooms_of_their_body(town: Town) -> None:
    await agree(town)
    await talking(town)
    for administrator in (TAKAHASHI, NEIGHBOUR):
        parts = (await town.call(administrator, "GET", "/api/federation")).json()["parts"]
        assert parts == []


async def test_without_a_yes_there_is_no_talk(town: Town) -> None:
    await agree(town)
    await asks(town)
    direct = await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(MORI)})
    assert direct.status_code == 422
    rooms = (await town.call(SATO, "GET", "/api/screen")).json()["rooms"]
    assert [each["name"] for each in rooms] == ["福祉課"]


async def test_saying_yes_again_gives_the_same_talk(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    given = [(await town.call(MORI, "PUT", f"/api/neighbours{path}")).json() for _ in range(2)]
    assert given[0] == given[1]
    assert await does(town, SATO, "DELETE", f"/sent-asks/{MORI}") == (404, "not_found")


WAYS = {
    "the asker's no": (SATO, "PUT", "/api/neighbours", {"findable": False}, {"findable": True}),
    "the other one's no": (MORI, "PUT", "/api/neighbours", {"findable": False}, {"findable": True}),
    "the one body's no": (TAKAHASHI, "PUT", "/api/settings/federation", OFF, ON),
    "the other body's no": (NEIGHBOUR, "PUT", "/api/settings/federation", OFF, ON),
    "a body that takes no part": (
        NEIGHBOUR, "PUT", "/api/settings/federation", {"open": False, "people": True}, ON,
    ),
    "a body that bars the kind": (
        TAKAHASHI, "PUT", "/api/settings/federation", ON | {"barred": ["municipality"]}, ON,
    ),
    "a stop": (NEIGHBOUR, "", f"/api/accounts/{MORI}/suspension", "PUT", "DELETE"),
    "a block": (MORI, "", f"/api/neighbours/blocked/{SATO}", "PUT", "DELETE"),
}  # fmt: skip


async def _turns(town: Town, way: str, *, off: bool) -> None:
    who, method, path, no, yes = WAYS[way]
    word = no if off else yes
    if isinstance(word, str):
        method, word = word, None
    answer = await town.call(who, method, path, word)
    assert answer.status_code == 204, answer.text


@pytest.mark.parametrize("way", WAYS)
async def test_when_a_yes_is_taken_back_it_is_read_only_until_it_is_said_again(town: Town, way: str) -> None:
    await agree(town)
    room = await talking(town)
    await town.says(SATO, "届いていますか", room=room)
    async with town.listens(SATO) as ear:
        await _turns(town, way, off=True)
        shut = await ear.fact("rooms.changed")
        assert (shut["body"]["is_archived"], shut["by"]) == (True, None)
        assert await tries(town, SATO, room) == SHUT
        with pytest.raises(Refusal) as refused:
            await ear.ask("messages.post", room_id=str(room), send_key=new_send_key(), parts=text("もう一度"))
        assert refused.value.code == "rooms.archived"
        if way != "a stop":
            assert await tries(town, MORI, room) == SHUT
        page = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()
        assert [each["parts"] for each in page["messages"]] == [text("届いていますか")]
        assert page["lines"] == []
        await _turns(town, way, off=False)
        assert (await ear.fact("rooms.changed", times=2))["body"]["is_archived"] is False
        assert await tries(town, SATO, room) == (200, "")


async def test_when_the_last_day_has_passed_the_night_shuts_it(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    async with town.assembly.works.writing() as work:
        gone = update(Account).where(Account.id == MORI).values(ends_on=date(2020, 3, 31))
        await work.session.execute(gone)
    for _ in range(2):
        await sweep(town.assembly.works, {})
    assert await tries(town, SATO, room) == SHUT
    assert (await town.told(room)).count("rooms.changed") == 1


async def test_both_must_take_their_blocks_back(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    for who, other in ((SATO, MORI), (MORI, SATO)):
        assert await does(town, who, "PUT", f"/blocked/{other}") == (204, "")
    assert await does(town, SATO, "DELETE", f"/blocked/{MORI}") == (204, "")
    assert await tries(town, SATO, room) == SHUT
    assert await does(town, MORI, "DELETE", f"/blocked/{SATO}") == (204, "")
    assert await tries(town, SATO, room) == (200, "")


async def test_other_talks_go_on(town: Town) -> None:
    await agree(town, SATO, SUZUKI, MORI, NEIGHBOUR)
    mine, theirs = await talking(town), await talking(town, SUZUKI, NEIGHBOUR)
    assert await says(town, MORI, findable=False) == 204
    assert (await tries(town, SATO, mine), await tries(town, SUZUKI, theirs)) == (SHUT, (200, ""))
    own = await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(SUZUKI)})
    assert await tries(town, SATO, UUID(own.json()["room_id"])) == (200, "")


async def test_ones_other_devices_hear_of_a_yes_with_the_talk(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    expect = ["rooms.entered", "neighbours.accepted"]
    async with transcript(town, "neighbours.accepted", MORI, expect=expect):
        assert await does(town, MORI, "PUT", path) == (200, "")


@pytest.mark.req("ORG-7")
async def test_whoever_serves_in_another_organization_of_their_body_keeps_the_talk(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Posting).where(Posting.account_id.in_((SATO, MORI))).values(until=work.now, main=None)
        )
    for who in (SATO, MORI):
        assert await tries(town, who, room) == (200, "")


async def test_on_an_open_screen_the_talk_keeps_its_name_and_is_read_only(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    expect = ["rooms.changed"]
    async with transcript(town, "rooms.changed-across", SATO, [room], expect=expect):
        assert await does(town, MORI, "PUT", f"/blocked/{SATO}") == (204, "")
