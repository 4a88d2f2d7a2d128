"""A room on paper: what was said on the days chosen, as it was said, for whoever may read it and where it may be printed."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from httpx2 import Response
from sqlalchemy import update

from tests.cast import ROADS, SATO, SUZUKI, TANAKA, WELFARE
from tests.keys import new_send_key
from tests.talk.actors import actor_of, opened
from tests.talk.following.along import follows, open_one
from tests.talk.statements import statements
from tests.town import Town
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import paper
from yoriai.talk.timeline.paper import Period

pytestmark = [pytest.mark.anyio, pytest.mark.req("RECORD-7")]

Paper = dict[str, Any]  # what came over the wire: the test looks into it by name


async def asked(town: Town, who: UUID, room: UUID, way: str = "paper", **where: int | str) -> Response:
    query = "&".join(f"{name}={value}" for name, value in where.items())
    return await town.call(who, "GET", f"/api/rooms/{room}/{way}?{query}")


async def printed(town: Town, who: UUID, room: UUID, **where: int | str) -> Paper:
    answer = await asked(town, who, room, "paper", **where)
    assert answer.status_code == 200, answer.text
    return answer.json()


def words(read: Paper) -> list[str]:
    return ["".join(part["text"] for part in each["parts"]) for each in read["messages"]]


async def said_at(town: Town, text: str, at: datetime) -> str:
    """A message, and the moment at which it was sent."""
    message = await town.says(SATO, text, WELFARE)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Message).where(Message.id == UUID(message)).values(posted_at=at))
    return message


async def answers(town: Town, who: UUID, thread: str, text: str, *, room: UUID = WELFARE) -> str:
    body = {
        "send_key": new_send_key(),
        "parts": [{"kind": "text", "text": text}],
        "thread": thread,
    }
    answer = await town.call(who, "POST", f"/api/rooms/{room}/messages", body)
    assert answer.status_code == 200, answer.text
    return answer.json()["message_id"]


async def sets(town: Town, room: UUID, **wish: object) -> None:
    answer = await town.call(SATO, "PATCH", f"/api/rooms/{room}", wish)
    assert answer.status_code == 204, answer.text


async def test_days_are_those_of_japan_and_both_ends_are_among_them(town: Town) -> None:
    for text, at in (
        ("前の晩", datetime(2026, 11, 1, 14, 59, 59, tzinfo=UTC)),
        ("日付が変わった", datetime(2026, 11, 1, 15, 0, tzinfo=UTC)),
        ("次の日の終わり", datetime(2026, 11, 3, 14, 59, 59, tzinfo=UTC)),
        ("その次の日", datetime(2026, 11, 3, 15, 0, tzinfo=UTC)),
    ):
        await said_at(town, text, at)
    both = await printed(town, SUZUKI, WELFARE, first="2026-11-02", last="2026-11-03")
    assert words(both) == ["日付が変わった", "次の日の終わり"]
    assert both["in_all"] == 2
    assert words(await printed(town, SUZUKI, WELFARE, first="2026-11-03")) == ["次の日の終わり", "その次の日"]
    assert words(await printed(town, SUZUKI, WELFARE, last="2026-11-01")) == ["前の晩"]
    assert len(words(await printed(town, SUZUKI, WELFARE, first="0001-01-01", last="9999-12-31"))) == 4
    nothing = await printed(town, SUZUKI, WELFARE, first="2026-11-05", last="2026-11-06")
    assert (nothing["messages"], nothing["in_all"], nothing["next"]) == ([], 0, None)


async def test_days_that_are_none_are_refused_by_name(town: Town) -> None:
    for where, field in (
        ({"first": "2026-11-03", "last": "2026-11-02"}, "period"),
        ({"last": "きのう"}, "last"),
    ):
        refused = await asked(town, SUZUKI, WELFARE, **where)
        assert refused.status_code == 422, refused.text
        assert field in refused.text


async def test_what_was_taken_back_is_there_without_words_and_what_was_never_there_is_not(town: Town) -> None:
    kept, gone = await town.says(SATO, "残る", WELFARE), await town.says(SATO, "消える", WELFARE)
    await town.call(SUZUKI, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 2})
    taken = await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/messages/{gone}/withdrawal", {})
    assert taken.status_code < 300, taken.text
    never = await town.says(SATO, "なかったこと", WELFARE)
    await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/messages/{never}/withdrawal", {})
    read = await printed(town, SUZUKI, WELFARE)
    assert [(each["message_id"], each["is_withdrawn"]) for each in read["messages"]] == [
        (kept, False),
        (gone, True),
    ]
    assert "消える" not in str(read)
    assert "なかったこと" not in str(read)


@pytest.mark.req("MSG-3")
async def test_an_answer_comes_with_its_parent_in_one_line_and_with_its_signs_counted(town: Town) -> None:
    root = await town.says(SATO, "会場は\n市民会館です", WELFARE)
    answer = await answers(town, SUZUKI, root, "わかりました")
    sign = f"/api/rooms/{WELFARE}/messages/{answer}/reactions/check"
    for who in (SATO, SUZUKI):
        assert (await town.call(who, "PUT", sign)).status_code < 300
    read = await printed(town, SATO, WELFARE)
    assert words(read) == ["会場は\n市民会館です", "わかりました"]
    assert read["parents"] == {
        root: {
            "message_id": root,
            "author_id": str(SATO),
            "text": "会場は 市民会館です",
            "is_withdrawn": False,
        }
    }
    assert [(each["kind"], each["count"]) for each in read["reactions"][answer]] == [("check", 2)]
    assert [each["unit"] for each in read["messages"]] == ["福祉課", "福祉課"]
    await town.call(SUZUKI, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 2})
    assert (
        await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/messages/{root}/withdrawal", {})
    ).status_code < 300
    assert (await printed(town, SATO, WELFARE))["parents"][root]["text"] is None


@pytest.mark.req("D17", "ROOM-10")
async def test_whoever_came_later_prints_nothing_from_before_nor_its_words_in_an_answer(town: Town) -> None:
    root = await town.says(SATO, "前の話", WELFARE)
    await sets(town, WELFARE, shows_past=False)
    added = await town.call(SATO, "POST", f"/api/rooms/{WELFARE}/members", {"accounts": [str(TANAKA)]})
    assert added.status_code == 204
    await answers(town, SUZUKI, root, "あとの話")
    read = await printed(town, TANAKA, WELFARE)
    assert (words(read), read["sees_all"], read["in_all"]) == (["あとの話"], False, 1)
    assert read["parents"][root]["author_id"] is None
    assert list(read["people"]) == [str(SUZUKI)]
    assert "前の話" not in str(read)
    assert (await printed(town, SUZUKI, WELFARE))["sees_all"] is True


async def test_a_long_print_comes_in_parts_and_each_message_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "MOST_ROWS", 3)
    said = [await town.says(SATO, f"{each}件目", WELFARE) for each in range(1, 8)]
    part = await printed(town, SUZUKI, WELFARE)
    found = [part]
    while part["next"] is not None:
        part = await printed(town, SUZUKI, WELFARE, after=part["next"])
        found.append(part)
    assert [[each["message_id"] for each in part["messages"]] for part in found] == [
        said[:3],
        said[3:6],
        said[6:],
    ]


async def test_more_than_one_print_holds_is_refused_with_how_many_there_are(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in range(3):
        await town.says(SATO, f"{each}件目", WELFARE)
    monkeypatch.setattr(paper, "MOST_AT_ONCE", 3)
    assert len(words(await printed(town, SUZUKI, WELFARE))) == 3
    monkeypatch.setattr(paper, "MOST_AT_ONCE", 2)
    refused = await asked(town, SUZUKI, WELFARE)
    assert refused.status_code == 409
    assert refused.json()["code"] == "timeline.too_much_for_paper"
    assert (refused.json()["details"]["most"], refused.json()["details"]["got"]) == (2, 3)


async def test_a_room_may_forbid_it_and_says_so_to_managers_members_and_followers(town: Town) -> None:
    room = await open_one(town, SATO, "公開の話")
    await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/own-membership")
    await follows(town, TANAKA, room)
    said = await town.says(SATO, "紙にしない話", room)
    await town.call(SATO, "PUT", f"/api/rooms/{room}/messages/{said}/reactions/check")
    followed = (await asked(town, TANAKA, room, "following/paper")).json()
    assert (words(followed), followed["reactions"]) == (["紙にしない話"], {})
    assert said in (await printed(town, SUZUKI, room))["reactions"]
    await sets(town, room, printing=False)
    for who, way in ((SATO, "paper"), (SUZUKI, "paper"), (TANAKA, "following/paper")):
        refused = await asked(town, who, room, way)
        assert (refused.status_code, refused.json()["code"]) == (409, "rooms.printing_off")
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).json()["rules"]["printing"] is False
    await sets(town, room, printing=True)
    assert words(await printed(town, SUZUKI, room)) == ["紙にしない話"]


@pytest.mark.req("A4")
async def test_to_strangers_there_is_no_such_paper(town: Town) -> None:
    closed = await opened(town, SATO, [SUZUKI], name="閉じた話")
    for who, room, way in (
        (TANAKA, closed, "paper"),
        (TANAKA, closed, "following/paper"),
        (SUZUKI, closed, "following/paper"),
        (SUZUKI, ROADS, "paper"),
    ):
        assert (await asked(town, who, room, way)).status_code == 404


@pytest.mark.req("A4", "ROOM-4")
async def test_whoever_is_taken_out_in_the_midst_of_it_is_given_no_further_part(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "MOST_ROWS", 1)
    room = await opened(town, SATO, [SUZUKI], name="閉じた話")
    for text in ("一つめ", "二つめ"):
        await town.says(SATO, text, room)
    begun = await printed(town, SUZUKI, room)
    assert words(begun) == ["一つめ"]
    await town.call(SATO, "DELETE", f"/api/rooms/{room}/members/{SUZUKI}")
    assert (await asked(town, SUZUKI, room, after=begun["next"])).status_code == 404


async def test_a_part_takes_a_fixed_number_of_queries(town: Town) -> None:
    actor, taken = await actor_of(town, SUZUKI), set[int]()
    for each in range(4):
        root = await town.says(SATO, f"{each}件目", WELFARE)
        await answers(town, SUZUKI, root, "はい")
        async with town.assembly.works.reading() as work:
            here = await enter(work, actor, WELFARE)
            async with statements(work) as sent:
                await paper.paper(work, here, Period(), None)
        taken.add(len(sent))
    # How far it reaches, the messages, those under which they stand, everybody's cards, where they served, the signs.
    assert len(taken) == 1, taken
    assert taken.pop() <= 7
