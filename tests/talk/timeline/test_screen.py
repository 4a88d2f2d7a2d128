"""The first screen, and a room: everything that is shown, in a fixed number of queries."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, update

from tests.cast import CITY_HALL, MIHON, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, TONARI, WELFARE
from tests.talk.actors import actor_of, change_room, opened
from tests.talk.crowd import fill_rooms
from tests.talk.statements import statements
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.people.sessions.models import Session
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.guests.admission import let_in
from yoriai.talk.messages.models import Message
from yoriai.talk.timeline.screen import screen

pytestmark = pytest.mark.anyio

Row = dict[str, Any]  # what came over the wire: the test looks into it by name


async def rows(town: Town, who: UUID) -> list[Row]:
    found: list[Row] = (await town.call(who, "GET", "/api/screen")).json()["rooms"]
    return found


async def test_the_screen_says_who_i_am_and_what_i_may(town: Town) -> None:
    read = (await town.call(TAKAHASHI, "GET", "/api/screen", zone="internet")).json()
    me = read["me"]
    assert (me["family"], me["given"], me["department"], me["zone"]) == (
        "髙橋",
        "渉",
        "情報政策課",
        "internet",
    )
    assert (me["tenant"], me["organization_id"]) == ({"code": "mihon", "name": "見本市"}, str(CITY_HALL))
    assert "accounts.suspend" in me["capabilities"]
    assert me["contact"] == "情報政策課（内線 2345）"
    assert read["people"][str(TAKAHASHI)]["family"] == "髙橋"


@pytest.mark.req("C8")
async def test_heads_stand_for_every_stream_that_is_heard(town: Town) -> None:
    await town.says(SATO, "一件目", WELFARE)
    heads = (await town.call(SUZUKI, "GET", "/api/screen")).json()["heads"]
    async with town.listens(SUZUKI) as ear:
        assert ear.hello["heads"] == heads
    assert heads[f"room/{WELFARE}"] == 1


async def test_rooms_stand_with_the_latest_talk_first(town: Town) -> None:
    older, newer = await opened(town, SATO, [], name="古い"), await opened(town, SATO, [], name="新しい")
    await town.says(SATO, "福祉課の\nみなさんへ  " + "あ" * 80, WELFARE)
    found = await rows(town, SATO)
    assert [row["room_id"] for row in found] == [str(WELFARE), str(newer), str(older)]
    assert found[0]["last"]["text"] == "福祉課の みなさんへ " + "あ" * 49
    assert (found[0]["last"]["author_id"], found[1]["last"]) == (str(SATO), None)


@pytest.mark.req("MSG-9")
async def test_unread_counts_what_others_said_since(town: Town) -> None:
    for each in range(3):
        await town.says(SATO, f"{each}件目", WELFARE)
    await town.call(SUZUKI, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 1})
    assert [(row["mark"], row["unread"], row["newest_ordinal"]) for row in await rows(town, SUZUKI)] == [
        (1, 2, 3)
    ]
    assert [(row["mark"], row["unread"]) for row in await rows(town, SATO)] == [(3, 0)]


async def test_abilities_travel_with_the_row(town: Town) -> None:
    async def abilities(who: UUID) -> tuple[str, bool, bool, bool]:
        row = (await rows(town, who))[0]
        return row["role"], row["may_post"], row["may_arrange_members"], row["may_set"]

    assert await abilities(SATO) == ("manager", True, True, True)
    assert await abilities(SUZUKI) == ("member", True, False, False)
    await change_room(town, WELFARE, archived_at=town.assembly.works.now())
    assert await abilities(SATO) == ("manager", False, False, True)


@pytest.mark.req("A8")
async def test_the_row_says_when_words_leave_the_office(town: Town) -> None:
    works = town.assembly.works
    async with works.writing() as work:
        await work.session.execute(delete(Session).where(Session.zone == "internet"))
    assert (await rows(town, SATO))[0]["readers"] == {
        "lgwan_only": False,
        "internet_devices": False,
        "other_bodies": 0,
        "guests": 0,
    }

    async with works.writing() as work:
        over = {"zone": "internet", "last_used_at": work.now - timedelta(days=29), "ended_at": work.now}
        await work.session.execute(update(Session).where(Session.account_id == SUZUKI).values(over))
        guest = update(Account).where(Account.id == TANAKA).values(kind="guest", tenant_id=TONARI)
        await work.session.execute(guest)
    await change_room(town, WELFARE, label=1)  # which guests may be in
    async with town.listens(SATO) as ear:
        async with works.writing(Cause(tenant_id=MIHON)) as work:
            await let_in(work, WELFARE, [TANAKA], by=SATO)
        joined = (await ear.fact("rooms.joined"))["body"]["readers"]
        read = (await rows(town, SATO))[0]["readers"]
        await town.call(SATO, "DELETE", f"/api/rooms/{WELFARE}/members/{TANAKA}")
        left = (await ear.fact("rooms.left"))["body"]["readers"]
    assert (
        joined
        == read
        == {
            "lgwan_only": False,
            "internet_devices": True,
            "other_bodies": 1,
            "guests": 1,
        }
    )
    assert left == (await rows(town, SATO))[0]["readers"] == read | {"other_bodies": 0, "guests": 0}


async def test_a_message_taken_back_keeps_its_place_and_loses_its_words(town: Town) -> None:
    taken_back = await town.says(SATO, "まちがえました", WELFARE)
    async with town.assembly.works.writing() as work:
        withdrawn = update(Message).where(Message.id == UUID(taken_back)).values(withdrawn_at=work.now)
        await work.session.execute(withdrawn)
    assert (await rows(town, SUZUKI))[0]["last"]["text"] == ""
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{WELFARE}/messages")).json()
    assert [(each["ordinal"], each["parts"]) for each in page["messages"]] == [(1, [])]


@pytest.mark.req("ROOM-8")
async def test_a_room_lists_its_members_with_their_cards(town: Town) -> None:
    read = (await town.call(SUZUKI, "GET", f"/api/rooms/{WELFARE}")).json()
    assert {each["account_id"] for each in read["members"]} == {str(SATO), str(SUZUKI)} == set(read["people"])
    assert (read["purpose"], read["room"]["name"]) == ("", "福祉課")
    assert read["heads"] == {f"room/{WELFARE}": 0, f"person/{SUZUKI}": 0}
    for stranger in (TANAKA, MORI):
        assert (await town.call(stranger, "GET", f"/api/rooms/{WELFARE}")).status_code == 404


async def test_three_hundred_rooms_take_as_many_queries_as_one(town: Town) -> None:
    async def taken() -> int:
        actor = await actor_of(town, SATO)
        async with town.assembly.works.reading() as work, statements(work) as sent:
            await screen(work, actor)
        return len(sent)

    alone = await taken()
    await fill_rooms(town, 300)
    assert len(await rows(town, SATO)) == 301
    assert alone == await taken() == 12  # and one for the session
