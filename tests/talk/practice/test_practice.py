"""れんしゅう: a room for one, with a helper who greets, asks step by step, and steps back."""

import asyncio
import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import MIHON, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.platform.facts.durable import DurableReaders
from yoriai.platform.facts.models import DurableCursor
from yoriai.talk.practice.script import CAN_BE_AWAITED, SCRIPT

pytestmark = pytest.mark.anyio
STEPS = [step.lines(frozenset()) for step in SCRIPT.steps]


async def opens(town: Town, who: UUID = SATO) -> UUID:
    answer = await town.call(who, "POST", "/api/practice")
    assert answer.status_code == 200, answer.text
    return UUID(answer.json()["room_id"])


async def said(town: Town, room: UUID, who: UUID = SATO) -> list[str]:
    """What the helper has said so far, as the person reads it."""
    page = (await town.call(who, "GET", f"/api/rooms/{room}/messages")).json()
    return [
        each["parts"][0]["text"]
        for each in page["messages"]
        if page["people"][each["author_id"]]["kind"] == "bot"
    ]


async def hears(town: Town, room: UUID, steps: int, who: UUID = SATO) -> None:
    """Wait until the helper has said everything of so many steps."""
    expected = [words for step in STEPS[:steps] for words in step]
    async with asyncio.timeout(5):
        while await said(town, room, who) != expected:  # noqa: ASYNC110 as somebody looks again and again
            await asyncio.sleep(0.05)


async def row_of(town: Town, who: UUID = SATO) -> Mapping[str, Any] | None:
    screen = (await town.call(who, "GET", "/api/screen")).json()
    return next((row for row in screen["rooms"] if row["kind"] == "practice"), None)


async def test_the_helper_greets_asks_step_by_step_and_steps_back(town: Town) -> None:
    room = await opens(town)
    await hears(town, room, 1)
    for step in range(2, len(STEPS) + 1):
        await town.says(SATO, "やってみました", room)
        await hears(town, room, step)
    await town.says(SATO, "まだいますか", room)
    await asyncio.sleep(0.8)
    assert await said(town, room) == [words for step in STEPS for words in step]


@pytest.mark.timed
async def test_the_helper_answers_within_a_second_and_over_an_open_socket(town: Town) -> None:
    """At one of three steps at least: the machine may be busy with something else meanwhile."""
    room = await opens(town)
    heard, seconds = 0, list[float]()
    async with town.listens(SATO) as ear:
        for step in STEPS[1:4]:
            await town.says(SATO, "よろしくお願いします", room)
            began = time.perf_counter()
            heard += 1 + len(step)
            await ear.fact("messages.posted", heard)
            seconds.append(time.perf_counter() - began)
    assert min(seconds) < 1, seconds


async def test_what_the_person_wrote_has_been_read_by_the_helper(town: Town) -> None:
    room = await opens(town)
    await town.says(SATO, "読めますか", room)
    await hears(town, room, 2)
    page = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()
    ordinal = next(each["ordinal"] for each in page["messages"] if each["author_id"] == str(SATO))
    assert sum(readers for mark, readers in page["marks"] if mark >= ordinal) == 2


@pytest.mark.req("BASE-4")
async def test_opening_it_again_while_it_is_open_changes_nothing(town: Town) -> None:
    rooms = await asyncio.gather(*(opens(town) for _ in range(5)))
    assert len(set(rooms)) == 1
    await hears(town, rooms[0], 1)


async def test_it_is_closed_and_opened_again_and_begins_anew(town: Town) -> None:
    room = await opens(town)
    await town.says(SATO, "一回目です", room)
    await hears(town, room, 2)
    for _ in range(2):
        assert (await town.call(SATO, "DELETE", "/api/practice")).status_code == 204
    assert await row_of(town) is None
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).status_code == 404

    assert await opens(town) == room
    await hears(town, room, 1)
    await town.says(SATO, "二回目です", room)
    await hears(town, room, 2)


async def test_ending_what_was_never_begun_is_no_trouble(town: Town) -> None:
    assert (await town.call(SATO, "DELETE", "/api/practice")).status_code == 204


async def test_nobody_is_brought_in_and_nobody_else_sees_it(town: Town) -> None:
    room = await opens(town)
    invited = await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(SUZUKI)]})
    assert (invited.status_code, invited.json()["code"]) == (409, "rooms.practice_alone")
    left = await town.call(SATO, "DELETE", f"/api/rooms/{room}/members/{SATO}")
    assert (left.status_code, left.json()["code"]) == (409, "rooms.practice_alone")
    for stranger in (SUZUKI, TAKAHASHI, MORI):
        assert (await town.call(stranger, "GET", f"/api/rooms/{room}")).status_code == 404


@pytest.mark.asvs("V6.3.2")
async def test_each_person_has_a_room_and_the_body_has_one_helper_who_cannot_sign_in(town: Town) -> None:
    rooms = await asyncio.gather(*(opens(town, who) for who in (SATO, SUZUKI, TANAKA)))
    assert len(set(rooms)) == 3
    async with town.assembly.works.reading() as work:
        helpers = (await work.session.scalars(select(Account).where(Account.kind == "bot"))).all()
    assert [(helper.tenant_id, helper.family, helper.password_hash) for helper in helpers] == [
        (MIHON, "案内係", None)
    ]
    found = (await town.call(SATO, "GET", "/api/directory?q=案内係")).text
    assert str(helpers[0].id) not in found, "nobody can write to it or bring it in"


@pytest.mark.req("BASE-7")
async def test_a_body_that_lives_without_it_has_no_such_room_and_no_answers(town: Town) -> None:
    room = await opens(town)
    assert (await town.call(TAKAHASHI, "DELETE", "/api/modules/practice/switch")).status_code == 204
    assert await row_of(town) is None
    assert (await town.call(SATO, "POST", "/api/practice")).status_code == 404
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).status_code == 404
    assert (await town.call(TAKAHASHI, "PUT", "/api/modules/practice/switch")).status_code == 204
    await hears(town, room, 1)


@pytest.mark.req("BASE-7")
async def test_what_another_module_would_show_is_not_spoken_of_where_that_is_off(town: Town) -> None:
    assert (await town.call(TAKAHASHI, "DELETE", "/api/modules/read_counts/switch")).status_code == 204
    room = await opens(town)
    await town.says(SATO, "よろしくお願いします", room)
    async with asyncio.timeout(5):
        while len(await said(town, room)) <= len(STEPS[0]):  # noqa: ASYNC110 as somebody looks again and again
            await asyncio.sleep(0.05)
    assert not any("既読" in words for words in await said(town, room))


async def test_reading_the_same_lines_twice_says_nothing_twice(town: Town) -> None:
    room = await opens(town)
    await town.says(SATO, "よろしくお願いします", room)
    await hears(town, room, 2)
    works, readers = town.assembly.works, town.assembly.readers
    (reader,) = (each for each in readers.readers if each.name == "practice")
    async with works.writing() as work:
        cursor = await work.session.get_one(DurableCursor, "practice")
        cursor.xid, cursor.position = 0, 0
    anew = DurableReaders(works, readers.journal, [reader])
    while await anew.read(reader):
        pass
    assert await said(town, room) == [words for step in STEPS[:2] for words in step]


def test_the_script_waits_for_what_can_be_heard_and_begins_by_itself() -> None:
    first, *others = SCRIPT.steps
    assert first.awaits is None
    assert {step.awaits for step in others} <= set(CAN_BE_AWAITED)
    assert all(step.says for step in SCRIPT.steps)
