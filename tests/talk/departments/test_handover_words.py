"""What was put right after the move reads as it stood then, for whoever was moved (ORG-3)."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.cast import SATO, SUZUKI
from tests.keys import new_send_key
from tests.talk.departments.handing_over import READ, reads
from tests.talk.departments.moving import (
    ROADS_SECTION,
    WELFARE_SECTION,
    enters,
    leaves,
    moves,
    rearrange,
    with_rooms,
)
from tests.town import Town
from yoriai.people.orgs.models import Department
from yoriai.talk.messages.models import Message

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-3", "N10")]


async def ids_in(town: Town, room: UUID) -> list[UUID]:
    async with town.assembly.works.reading() as work:
        asked = select(Message.id).where(Message.room_id == room).order_by(Message.ordinal)
        return list(await work.session.scalars(asked))


async def puts_right(town: Town, room: UUID, message: UUID, text: str, who: UUID = SATO) -> None:
    path = f"/api/rooms/{room}/messages/{message}"
    seen = (await town.call(who, "GET", path)).json()["message"]["edited_at"]
    body = {"parts": [{"kind": "text", "text": text}], "seen": seen}
    answer = await town.call(who, "PUT", path, body)
    assert answer.is_success, answer.text


async def shown(town: Town, room: UUID) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await town.call(SUZUKI, "GET", f"/api/rooms/{room}/handover")).json()[
        "messages"
    ]
    return found


async def test_whoever_was_moved_is_not_spoken_to_by_putting_an_old_message_right(
    town: Town, room: UUID
) -> None:
    first, *_ = await ids_in(town, room)
    before = await shown(town, room)
    for words in ("引継ぎの資料は別の場所です", "新しい係だけの話です"):
        await puts_right(town, room, first, words)
        assert await reads(town, SUZUKI, room) == READ
        assert await shown(town, room) == before
    assert before[0]["edited_at"] is None


async def test_they_read_what_they_could_read_before_also_where_it_is_answered(town: Town) -> None:
    await with_rooms(town)
    room = UUID((await enters(town, SATO, "福祉課"))["room_id"])
    await enters(town, SUZUKI, "福祉課")
    first = UUID(await town.says(SATO, "一度目", room))
    await puts_right(town, room, first, "二度目")
    parts = [{"kind": "text", "text": "承知しました"}]
    answer = {"send_key": new_send_key(), "parts": parts, "quote": str(first)}
    assert (await town.call(SUZUKI, "POST", f"/api/rooms/{room}/messages", answer)).is_success
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{room}/messages")).json()["messages"]
    await rearrange(town, moves(SUZUKI, ROADS_SECTION))
    await leaves(town, SUZUKI, "福祉課")
    for words in ("三度目", "四度目"):
        await puts_right(town, room, first, words)
        said, answered = await shown(town, room)
        assert (said["parts"][0]["text"], said["edited_at"]) == ("二度目", page[0]["edited_at"])
        assert (answered["parts"], answered["quote"]["text"]) == (parts, "二度目")


async def test_what_was_taken_back_is_gone_for_them_too_whatever_it_said(town: Town, room: UUID) -> None:
    first, *_ = await ids_in(town, room)
    await puts_right(town, room, first, "あとの言葉")
    answer = await town.call(SATO, "PUT", f"/api/rooms/{room}/messages/{first}/withdrawal", {})
    assert answer.is_success
    gone = next(each for each in await shown(town, room) if each["message_id"] == str(first))
    assert (gone["is_withdrawn"], gone["parts"]) == (True, [])


RENAMED = (
    update(Department).where(Department.id == WELFARE_SECTION).values(name="ふくし課", path="市民部 ふくし課")
)


async def called(town: Town, room: UUID) -> tuple[list[str], str, str]:
    """What the room is called for whoever was moved: in the list of those they read in, on it, and what it is for."""
    rooms = (await town.call(SUZUKI, "GET", "/api/handovers/own")).json()["rooms"]
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{room}/handover")).json()
    return [each["name"] for each in rooms], page["name"], page["purpose"]


async def test_a_room_that_is_renamed_after_the_move_is_called_for_them_as_it_was(
    town: Town, room: UUID
) -> None:
    before = await called(town, room)
    assert before[:2] == (["福祉課"], "福祉課")
    await rearrange(town, RENAMED)
    await enters(town, SATO, "ふくし課")
    assert await called(town, room) == before
    (here,) = (await town.call(SATO, "GET", f"/api/rooms/{room}/handovers")).json()["predecessors"]
    assert here["room_name"] == "ふくし課"  # whoever is in it, or manages it, knows it by its name of today


async def test_a_room_that_is_renamed_by_the_move_itself_is_called_for_them_as_they_knew_it(
    town: Town,
) -> None:
    await with_rooms(town)
    room = UUID((await enters(town, SUZUKI, "福祉課"))["room_id"])
    await rearrange(town, moves(SUZUKI, ROADS_SECTION), RENAMED)
    await enters(town, SATO, "ふくし課")
    assert (await called(town, room))[:2] == (["福祉課"], "福祉課")
