"""The quiet lines of a room: who came and went and what was set otherwise, said by nobody and never unread."""

from typing import Any
from uuid import UUID

import pytest

from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.keys import new_send_key
from tests.talk.actors import actor_of, opened
from tests.talk.statements import statements
from tests.town import Town
from yoriai.talk.departments.follow import follow
from yoriai.talk.messages.queries import Place
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import room as timeline

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-10")]

Row = dict[str, Any]  # what came over the wire: the test looks into it by name


async def page(town: Town, who: UUID, room: UUID, **where: object) -> Row:
    query = "&".join(f"{name}={value}" for name, value in where.items())
    read: Row = (await town.call(who, "GET", f"/api/rooms/{room}/messages?{query}")).json()
    return read


async def lines(town: Town, who: UUID, room: UUID, **where: object) -> list[tuple[str, str, list[str], str]]:
    """Kind, who did it, whom it is about, and what it became."""
    return [
        (
            each["kind"],
            each["by"] and each["by"]["family"],
            [one["family"] for one in each["who"]],
            each["words"],
        )
        for each in (await page(town, who, room, **where))["lines"]
    ]


async def add(town: Town, room: UUID, *who: UUID) -> None:
    body = {"accounts": [str(each) for each in who]}
    assert (await town.call(SATO, "POST", f"/api/rooms/{room}/members", body)).status_code == 204


async def call(town: Town, who: UUID, method: str, path: str, body: object = None) -> None:
    answer = await town.call(who, method, path, body)
    assert answer.status_code == 204, answer.text


async def test_whoever_comes_goes_and_manages_stands_quietly_in_the_room(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    await add(town, room, TANAKA, TAKAHASHI)
    await call(town, SATO, "PUT", f"/api/rooms/{room}/managers/{SUZUKI}")
    await call(town, SATO, "DELETE", f"/api/rooms/{room}/managers/{SUZUKI}")
    await call(town, SATO, "DELETE", f"/api/rooms/{room}/members/{TANAKA}")
    await call(town, TAKAHASHI, "DELETE", f"/api/rooms/{room}/members/{TAKAHASHI}")
    added, *others = await lines(town, SUZUKI, room)
    assert (added[0], added[1], set(added[2])) == ("added", "佐藤", {"田中", "髙橋"})
    assert others == [
        ("appointed", "佐藤", ["鈴木"], ""),
        ("relieved", "佐藤", ["鈴木"], ""),
        ("removed", "佐藤", ["田中"], ""),
        ("left", "髙橋", ["髙橋"], ""),
    ]


async def test_every_rule_that_is_set_otherwise_is_told_and_announced(town: Town) -> None:
    wish = {
        "name": "福祉の会", "purpose": "毎週", "shows_past": False, "readers": "count", "reactions": False,
        "shows_lines": False, "printing": False,
    }  # fmt: skip
    async with town.listens(SUZUKI) as ear:
        await call(town, SATO, "PATCH", f"/api/rooms/{town.welfare}", wish)
        told = (await ear.fact("rooms.changed"))["body"]
    read = (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}")).json()
    rules = {name: value for name, value in wish.items() if name not in ("name", "purpose")}
    assert rules.items() <= read["rules"].items()
    assert rules.items() <= told.items()
    found = await lines(town, SUZUKI, town.welfare)
    assert sorted((kind, words) for kind, _, _, words in found) == [
        ("lines", "hidden"),
        ("name", "福祉の会"),
        ("past", "hidden"),
        ("printing", "off"),
        ("purpose", ""),
        ("reactions", "off"),
        ("readers", "count"),
    ]
    assert [line["line_id"] for line in told["lines"]] == [
        line["line_id"] for line in (await page(town, SUZUKI, town.welfare))["lines"]
    ]
    await call(town, SATO, "PATCH", f"/api/rooms/{town.welfare}", wish)
    assert len(await lines(town, SUZUKI, town.welfare)) == len(found)  # the same again says nothing


@pytest.mark.req("MSG-9")
async def test_a_quiet_line_is_no_message_nothing_is_unread_and_no_room_moves_up(town: Town) -> None:
    await town.says(SATO, "本日の議題です", town.welfare)
    await call(town, SATO, "PATCH", f"/api/rooms/{town.welfare}", {"name": "福祉課の会"})
    row = (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"][0]
    assert (row["unread"], row["newest_ordinal"], row["last"]["text"]) == (1, 1, "本日の議題です")
    [line] = (await page(town, SUZUKI, town.welfare))["lines"]
    assert line["after_ordinal"] == 1
    edited = {"parts": [{"kind": "text", "text": "別の話"}], "seen": None}
    for path, body in (
        (f"messages/{line['line_id']}", edited),
        (f"messages/{line['line_id']}/withdrawal", {}),
        (f"messages/{line['line_id']}/reactions/check", None),
        (f"pins/{line['line_id']}", None),
    ):
        answer = await town.call(SATO, "PUT", f"/api/rooms/{town.welfare}/{path}", body)
        assert answer.status_code == 404


async def test_nobody_writes_one_by_hand(town: Town) -> None:
    body = {"send_key": new_send_key(), "parts": [{"kind": "system", "text": "佐藤さんが退出しました"}]}
    refused = await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/messages", body)
    assert refused.status_code == 422
    assert await town.told(town.welfare) == []


@pytest.mark.req("D17")
async def test_whoever_does_not_read_the_past_sees_no_line_of_it(town: Town) -> None:
    await call(town, SATO, "PATCH", f"/api/rooms/{town.welfare}", {"name": "古い名前", "shows_past": False})
    await town.says(SATO, "前の話", town.welfare)
    await call(town, SATO, "PATCH", f"/api/rooms/{town.welfare}", {"purpose": "新しい目的"})
    await add(town, town.welfare, TANAKA)
    assert await lines(town, TANAKA, town.welfare) == [("added", "佐藤", ["田中"], "")]
    assert len(await lines(town, SUZUKI, town.welfare)) == 4


async def test_pages_that_meet_hold_every_line_between_them_once(town: Town) -> None:
    for each in range(6):
        await call(town, SATO, "PATCH", f"/api/rooms/{town.welfare}", {"purpose": f"目的{each}"})
        await town.says(SATO, f"{each}件目", town.welfare)
    await call(town, SATO, "PATCH", f"/api/rooms/{town.welfare}", {"purpose": "おわり"})
    end = await page(town, SUZUKI, town.welfare, limit=2)
    before = await page(town, SUZUKI, town.welfare, cursor=end["older"], limit=2)
    first = await page(town, SUZUKI, town.welfare, cursor=before["older"], limit=2)
    middle = await page(town, SUZUKI, town.welfare, around=before["messages"][0]["message_id"], limit=2)
    after = await page(town, SUZUKI, town.welfare, cursor=middle["newer"], limit=9)

    def at(*pages: Row) -> list[int]:
        return [line["after_ordinal"] for each in pages for line in each["lines"]]

    assert at(first, before, end) == [0, 1, 2, 3, 4, 5, 6]
    assert at(middle, after) == list(range(middle["messages"][0]["ordinal"], 7))


async def test_of_many_a_line_names_a_few_and_counts_all_in_as_many_queries_as_one(town: Town) -> None:
    async def taken() -> int:
        actor = await actor_of(town, SATO)
        async with town.assembly.works.reading() as work:
            here = await enter(work, actor, town.welfare)
            async with statements(work) as sent:
                await timeline.page(work, here, Place(), 50)
        return len(sent)

    await town.says(SATO, "はじめに", town.welfare)
    alone = await taken()
    await add(town, town.welfare, TANAKA, TAKAHASHI)
    for each in range(5):
        await call(town, SATO, "PATCH", f"/api/rooms/{town.welfare}", {"purpose": f"目的{each}"})
    assert alone == await taken() == 8
    assert (await page(town, SUZUKI, town.welfare))["lines"][0]["count"] == 2


@pytest.mark.req("ROOM-6")
async def test_whoever_comes_into_an_open_room_is_told_of_as_coming(town: Town) -> None:
    body = {"request_key": new_send_key(), "name": "おくやみ", "purpose": "", "members": [], "kind": "open"}
    room = UUID((await town.call(SATO, "POST", "/api/rooms", body)).json()["room_id"])
    await call(town, TANAKA, "PUT", f"/api/rooms/{room}/own-membership")
    assert await lines(town, SATO, room) == [("joined", "田中", ["田中"], "")]


@pytest.mark.req("ORG-3")
async def test_in_a_units_room_the_tree_is_nobodys_hand(town: Town) -> None:
    works = town.assembly.works
    chosen = await town.call(TAKAHASHI, "PUT", "/api/settings/department_rooms", {"kinds": ["課"]})
    assert chosen.status_code == 204
    await follow(works, CITY_HALL)
    [row] = [
        each
        for each in (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"]
        if each["kind"] == "department"
    ]
    unit = {"organization_id": str(CITY_HALL), "unit_id": str(named("福祉課")), "main": True}
    moved = {"ids": [str(TANAKA)], "what": "unit", "unit": unit, "request_key": new_send_key(), "expected": 1}
    assert (await town.call(TAKAHASHI, "POST", "/api/accounts/changes", moved)).status_code == 200
    await follow(works, CITY_HALL)
    assert await lines(town, SUZUKI, UUID(row["room_id"])) == [("joined", None, ["田中"], "")]
