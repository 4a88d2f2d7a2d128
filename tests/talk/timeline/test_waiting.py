"""Whoever was away for long, or is called by everything, is given the newest of what waits, and how much it is."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, update

from tests.cast import OPENED, SATO, SUZUKI, WELFARE
from tests.talk.actors import actor_of
from tests.talk.statements import statements
from tests.town import Town
from yoriai.talk.messages.models import Blank, Mention, Message
from yoriai.talk.rooms.models import Room
from yoriai.talk.timeline.screen import screen
from yoriai.talk.timeline.waiting import MOST_LISTED
from yoriai.talk.watchwords.models import WordCall

pytestmark = pytest.mark.anyio

Row = dict[str, Any]  # what came over the wire: the test looks into it by name
YEAR = 1_200
"""Messages that were said meanwhile, one an hour."""


async def a_year_of_calls(town: Town) -> None:
    """Of four messages one names 鈴木, alone and with her unit; one names everybody; one says a word of hers, as does every
    eighth of those that name her; and of one nothing is left."""
    said = [(ordinal, uuid4()) for ordinal in range(1, YEAR + 1)]

    def mentions(kind: int, target: UUID, account_id: UUID) -> list[Row]:
        return [
            {"message_id": message_id, "target": target, "account_id": account_id, "room_id": WELFARE, "ordinal": ordinal}
            for ordinal, message_id in said
            if ordinal % 4 == kind
        ]  # fmt: skip

    async with town.assembly.works.writing() as work:
        await work.session.execute(
            insert(Message),
            [
                {
                    "id": message_id, "room_id": WELFARE, "ordinal": ordinal, "author_id": SATO, "send_key": f"{ordinal:026d}",
                    "parts": [{"kind": "text", "text": "道路"}], "posted_at": OPENED + timedelta(hours=ordinal),
                    "withdrawal": None if ordinal % 4 else "traceless",
                    "withdrawn_at": None if ordinal % 4 else OPENED + timedelta(hours=ordinal),
                }
                for ordinal, message_id in said
            ],
        )  # fmt: skip
        twice = [*mentions(1, SUZUKI, SUZUKI), *mentions(1, uuid4(), SUZUKI)]
        await work.session.execute(insert(Mention), [*twice, *mentions(2, WELFARE, SATO)])
        words = [
            {"message_id": message_id, "account_id": SUZUKI, "room_id": WELFARE, "ordinal": ordinal, "words": ["道路"]}
            for ordinal, message_id in said
            if ordinal % 4 == 3 or ordinal % 32 == 1
        ]  # fmt: skip
        await work.session.execute(insert(WordCall), words)
        gone = [{"room_id": WELFARE, "ordinal": ordinal} for ordinal, _ in said if ordinal % 4 == 0]
        await work.session.execute(insert(Blank), gone)
        await work.session.execute(update(Room).where(Room.id == WELFARE).values(last_ordinal=YEAR))


async def row_of(town: Town, who: UUID) -> Row:
    rows: list[Row] = (await town.call(who, "GET", "/api/screen")).json()["rooms"]
    return next(row for row in rows if row["room_id"] == str(WELFARE))


@pytest.mark.req("ROOM-15")
async def test_the_newest_of_what_waits_is_listed_and_the_rest_is_counted(town: Town) -> None:
    await a_year_of_calls(town)
    row = await row_of(town, SUZUKI)
    calls = [ordinal for ordinal in range(1, YEAR + 1) if ordinal % 4]
    assert (row["mentions"], row["unread"]) == (len(calls), len(calls))
    assert sorted({*row["mentioned"], *row["watched"]}) == calls[-MOST_LISTED:]
    assert all(ordinal % 4 in (1, 2) for ordinal in row["mentioned"])
    assert all(ordinal % 4 == 3 or ordinal % 32 == 1 for ordinal in row["watched"])
    assert row["blanks"] == [ordinal for ordinal in range(1, YEAR + 1) if ordinal % 4 == 0][-MOST_LISTED:]
    assert row["blanks_before"] == YEAR // 4 - MOST_LISTED


async def test_whoever_was_away_gets_no_larger_screen_and_one_query_more(town: Town) -> None:
    async def taken() -> tuple[int, int]:
        actor = await actor_of(town, SUZUKI)
        async with town.assembly.works.reading() as work, statements(work) as sent:
            answer = await screen(work, actor)
        return len(sent), len(answer.model_dump_json())

    queries, size = await taken()
    await a_year_of_calls(town)
    queries_after, size_after = await taken()
    assert queries_after == queries + 1
    assert size_after - size < 3 * MOST_LISTED * len("1200,") + 500  # and the newest message


async def test_reading_on_from_the_end_lists_everything_that_is_left(town: Town) -> None:
    await a_year_of_calls(town)
    await town.call(SUZUKI, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": YEAR - 8})
    row = await row_of(town, SUZUKI)
    left = [YEAR - 7, YEAR - 6, YEAR - 5, YEAR - 3, YEAR - 2, YEAR - 1]
    assert sorted({*row["mentioned"], *row["watched"]}) == left
    assert (row["mentions"], row["unread"]) == (6, 6)
    assert (row["blanks"], row["blanks_before"]) == ([YEAR - 4, YEAR], 0)


async def test_whoever_wrote_them_is_called_by_none_of_them(town: Town) -> None:
    await a_year_of_calls(town)
    row = await row_of(town, SATO)
    assert (row["mentions"], row["mentioned"], row["watched"]) == (0, [], [])


async def test_putting_a_room_back_tells_what_is_listed_and_how_much_it_is(town: Town) -> None:
    await a_year_of_calls(town)
    await town.call(SUZUKI, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": YEAR})
    first = (await town.call(SUZUKI, "GET", f"/api/rooms/{WELFARE}/messages?after=0&limit=1")).json()
    async with town.listens(SUZUKI) as ear:
        asked = {"message_id": first["messages"][0]["message_id"]}
        await town.call(SUZUKI, "POST", f"/api/rooms/{WELFARE}/read-mark/back", asked)
        told = (await ear.fact("receipts.put_back"))["body"]
    row = await row_of(town, SUZUKI)
    named = "mark", "blanks", "blanks_before", "mentions", "mentioned", "watched"
    assert {name: told[name] for name in named} == {name: row[name] for name in named}
    assert (told["mark"], told["mentions"]) == (0, YEAR - YEAR // 4)
