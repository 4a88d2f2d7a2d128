"""Messages that somebody keeps: found again as long as they may be read, and not a word longer."""

from typing import Any
from uuid import UUID

import pytest

from tests.cast import MORI, SATO, SUZUKI, TANAKA, WELFARE, named
from tests.talk.actors import actor_of, change_room, opened, withdraw
from tests.talk.statements import statements
from tests.town import Town
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.rooms.standing import enter
from yoriai.talk.shelf import keep, queries
from yoriai.talk.timeline import room as timeline

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-16")]

Kept = dict[str, Any]


def path(message: str, room: UUID = WELFARE) -> str:
    return f"/api/rooms/{room}/messages/{message}/favourite"


async def kept(town: Town, who: UUID = SUZUKI, cursor: str = "") -> list[Kept]:
    found: list[Kept] = (await town.call(who, "GET", f"/api/shelf/messages{cursor}")).json()["messages"]
    return found


async def keeps(town: Town, message: str, who: UUID = SUZUKI, room: UUID = WELFARE) -> None:
    answer = await town.call(who, "PUT", path(message, room))
    assert answer.status_code == 204, answer.text


async def in_room(town: Town, who: UUID = SUZUKI) -> list[str]:
    found: list[str] = (await town.call(who, "GET", f"/api/rooms/{WELFARE}")).json()["favourites"]
    return found


async def test_a_kept_message_is_found_again_by_its_words_and_its_room(town: Town) -> None:
    first = await town.says(SATO, "窓口の当番表です\n二階も", WELFARE)
    second = await town.says(SATO, "議題です", WELFARE)
    for message in (second, first, first):
        await keeps(town, message)
    found = await kept(town)
    assert [(each["message_id"], each["text"], each["room_name"], each["author_id"]) for each in found] == [
        (second, "議題です", "福祉課", str(SATO)),
        (first, "窓口の当番表です 二階も", "福祉課", str(SATO)),
    ]
    assert (await in_room(town), await in_room(town, SATO)) == (sorted((first, second)), [])
    assert await town.told_at(f"person/{SUZUKI}") == ["shelf.changed"] * 2
    assert (await town.call(SUZUKI, "DELETE", f"/api/shelf/messages/{first}")).status_code == 204
    assert [each["message_id"] for each in await kept(town)] == [second]


async def test_all_devices_hear_of_it_and_nobody_else(town: Town) -> None:
    message = await town.says(SATO, "窓口の当番表です", WELFARE)
    async with town.listens(SUZUKI, zone="internet") as phone:
        await keeps(town, message)
        assert (await phone.fact("shelf.changed"))["body"]["message"] == {
            "room_id": str(WELFARE), "message_id": message, "is_favourite": True
        }  # fmt: skip
        await town.call(SUZUKI, "DELETE", f"/api/shelf/messages/{message}")
        assert (await phone.fact("shelf.changed", 2))["body"]["message"]["is_favourite"] is False
    assert await town.told_at(f"person/{SATO}") == []


@pytest.mark.req("D17", "A4")
async def test_of_a_room_one_has_left_no_word_is_shown(town: Town) -> None:
    message = await town.says(SATO, "窓口の当番表です", WELFARE)
    await keeps(town, message)
    await town.call(SUZUKI, "DELETE", f"/api/rooms/{WELFARE}/members/{SUZUKI}")
    (left,) = await kept(town)
    assert left | {"kept_at": ""} == {
        "message_id": message, "kept_at": "", "room_id": None, "room_name": "", "author_id": None, "text": "",
        "posted_at": None, "is_withdrawn": False,
    }  # fmt: skip
    # Who is let in again without the past does not read it there either.
    await change_room(town, WELFARE, policies={"past": "hidden"})
    await town.call(SATO, "POST", f"/api/rooms/{WELFARE}/members", {"accounts": [str(SUZUKI)]})
    assert (await kept(town))[0]["room_id"] is None
    news = await town.says(SATO, "新しい当番表です", WELFARE)
    await keeps(town, news)
    assert await in_room(town) == [news], "nor hears which of what was said before they keep"
    assert (await town.call(SUZUKI, "DELETE", f"/api/shelf/messages/{message}")).status_code == 204
    assert [each["message_id"] for each in await kept(town)] == [news]


@pytest.mark.req("N14")
async def test_only_what_may_be_read_is_kept(town: Town) -> None:
    secret = await town.says(TANAKA, "工事の入札予定", town.roads)
    mine = await town.says(SATO, "議題です", WELFARE)
    for who, message, room in (
        (SATO, secret, WELFARE),
        (TANAKA, mine, WELFARE),
        (MORI, mine, town.next_door),
    ):
        assert (await town.call(who, "PUT", path(message, room))).status_code == 404
    for message in (mine, str(named("nothing"))):
        assert (await town.call(SATO, "DELETE", f"/api/shelf/messages/{message}")).status_code == 404


async def test_a_message_that_was_taken_back_has_no_words_and_is_kept_no_more(town: Town) -> None:
    message, other = [await town.says(SATO, text, WELFARE) for text in ("誤りです", "これも")]
    await keeps(town, message)
    await town.call(SUZUKI, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 2})
    for each in (message, other):
        gone = await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/messages/{each}/withdrawal", {})
        assert gone.status_code == 200
    assert [(each["is_withdrawn"], each["text"], each["room_name"]) for each in await kept(town)] == [
        (True, "", "福祉課")
    ]
    refused = await town.call(SUZUKI, "PUT", path(other))
    assert (refused.status_code, refused.json()["code"]) == (409, "shelf.withdrawn")


@pytest.mark.req("MSG-6")
async def test_of_what_was_never_there_nothing_is_kept(town: Town) -> None:
    message = await town.says(SUZUKI, "まちがえました", WELFARE)
    await keeps(town, message, SATO)
    await withdraw(town, message, Withdrawal.TRACELESS)
    assert await kept(town, SATO) == []


async def test_a_direct_talk_stands_under_the_other_ones_name(town: Town) -> None:
    body = {"account_id": str(SATO)}
    room = UUID((await town.call(SUZUKI, "POST", "/api/direct-rooms", body)).json()["room_id"])
    await keeps(town, await town.says(SATO, "あとで電話します", room), room=room)
    assert [each["room_name"] for each in await kept(town)] == ["佐藤 花子"]


async def test_a_long_list_goes_on_page_by_page_at_the_same_cost(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    said = [await town.says(SATO, f"{each}件目", WELFARE) for each in range(5)]
    actor, counts = await actor_of(town, SUZUKI), list[int]()
    for some in (said[:1], said[1:]):
        for message in some:
            await keeps(town, message)
        async with town.assembly.works.reading() as work:
            here = await enter(work, actor, WELFARE)
            async with statements(work) as sent:
                first = await queries.kept_messages(work, actor)
                await timeline.room(work, here)
        counts.append(len(sent))
    second = await queries_after(town, first.next)
    last = await queries_after(town, second["next"])
    pages = [[str(each.message_id) for each in first.messages], ids(second), ids(last)]
    assert pages == [said[4:2:-1], said[2:0:-1], said[:1]]
    assert (counts[0], last["next"]) == (counts[1], None)


async def queries_after(town: Town, cursor: str | None) -> dict[str, Any]:
    found: dict[str, Any] = (await town.call(SUZUKI, "GET", f"/api/shelf/messages?cursor={cursor}")).json()
    return found


def ids(page: dict[str, Any]) -> list[str]:
    return [each["message_id"] for each in page["messages"]]


async def test_a_full_shelf_refuses_politely(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_MESSAGES", 1)
    first, second = [await town.says(SATO, text, WELFARE) for text in ("一", "二")]
    await keeps(town, first)
    await keeps(town, first)
    refused = await town.call(SUZUKI, "PUT", path(second))
    assert (refused.status_code, refused.json()["code"], refused.json()["details"]) == (
        409, "shelf.full", {"most": 1}
    )  # fmt: skip
    other = await opened(town, SATO, [])
    await keeps(town, await town.says(SATO, "三", other), SATO, other)
