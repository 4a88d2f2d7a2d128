"""Newcomers: what was said before they came they may read, none of it waits for them, and none of it have they read."""

from typing import Any
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, TANAKA, WELFARE
from tests.talk.actors import change_room
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-10", "MSG-9")]

Row = dict[str, Any]  # what came over the wire: the test looks into it by name


@pytest.fixture
async def said(town: Town) -> list[str]:
    """Three messages of 佐藤's, none of which anybody else has read."""
    return [await town.says(SATO, f"{each}件目", WELFARE) for each in range(1, 4)]


async def row(town: Town, who: UUID) -> Row:
    rooms: list[Row] = (await town.call(who, "GET", "/api/screen")).json()["rooms"]
    return next(each for each in rooms if each["room_id"] == str(WELFARE))


async def stands(town: Town, who: UUID) -> tuple[int, int]:
    found = await row(town, who)
    return found["mark"], found["unread"]


async def comes(town: Town, who: UUID) -> None:
    path, body = f"/api/rooms/{WELFARE}/members", {"accounts": [str(who)]}
    assert (await town.call(SATO, "POST", path, body)).status_code == 204


async def goes(town: Town, who: UUID) -> None:
    path = f"/api/rooms/{WELFARE}/members/{who}"
    assert (await town.call(SATO, "DELETE", path)).status_code == 204


async def reads(town: Town, who: UUID, ordinal: int) -> None:
    path = f"/api/rooms/{WELFARE}/read-mark"
    assert (await town.call(who, "PUT", path, {"ordinal": ordinal})).status_code == 200


async def readers(town: Town, message: str) -> int:
    answer = await town.call(SATO, "GET", f"/api/rooms/{WELFARE}/messages/{message}/readers")
    return int(answer.json()["read"])


async def test_the_past_is_there_to_read_and_nothing_of_it_waits(town: Town, said: list[str]) -> None:
    async with town.listens(TANAKA) as ear:
        await comes(town, TANAKA)
        told: Row = (await ear.fact("rooms.entered"))["body"]["room"]
    assert (told["mark"], told["unread"], told["last"]["text"]) == (3, 0, "3件目")
    page = (await town.call(TANAKA, "GET", f"/api/rooms/{WELFARE}/messages")).json()
    assert [each["message_id"] for each in page["messages"]] == said
    await town.says(SATO, "ようこそ", WELFARE)
    assert await stands(town, TANAKA) == (3, 1)
    assert await stands(town, SUZUKI) == (0, 4)


async def test_nobody_counts_as_a_reader_by_coming_in(town: Town, said: list[str]) -> None:
    marks = (await town.call(SATO, "GET", f"/api/rooms/{WELFARE}/messages")).json()["marks"]
    await comes(town, TANAKA)
    assert (await town.call(SATO, "GET", f"/api/rooms/{WELFARE}/messages")).json()["marks"] == marks
    assert await readers(town, said[-1]) == 0
    await reads(town, TANAKA, 2)  # looked through, which moves nothing
    assert await stands(town, TANAKA) == (3, 0)
    await town.says(SATO, "ようこそ", WELFARE)
    await reads(town, TANAKA, 4)
    assert await stands(town, TANAKA) == (4, 0)


async def test_a_newcomer_may_let_the_past_wait_by_their_own_hand(town: Town, said: list[str]) -> None:
    await comes(town, TANAKA)
    path, body = f"/api/rooms/{WELFARE}/read-mark/back", {"message_id": said[1]}
    assert (await town.call(TANAKA, "POST", path, body)).json() == {"mark": 1}
    assert await stands(town, TANAKA) == (1, 2)


async def test_who_comes_back_begins_at_what_is_newest_and_stays_the_reader_they_were(
    town: Town, said: list[str]
) -> None:
    await reads(town, SUZUKI, 2)
    await goes(town, SUZUKI)
    await town.says(SATO, "居ない間の話です", WELFARE)
    await comes(town, SUZUKI)
    assert await stands(town, SUZUKI) == (4, 0)
    assert [await readers(town, each) for each in said] == [1, 1, 0]


async def test_where_the_past_is_hidden_or_nothing_was_said_there_is_nothing_to_begin_at(town: Town) -> None:
    await comes(town, TANAKA)
    assert await stands(town, TANAKA) == (0, 0)
    await goes(town, TANAKA)
    await town.says(SATO, "来る前の話です", WELFARE)
    await change_room(town, WELFARE, policies={"past": "hidden"})
    await comes(town, TANAKA)
    assert await stands(town, TANAKA) == (1, 0)
