"""まとめで追う: an open room is read along without being in it, and looked at when one likes. Nothing calls."""

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import CITY_HALL, SATO, SUZUKI, TANAKA
from tests.talk.actors import actor_of, change_room, withdraw
from tests.talk.council import council_of
from tests.talk.following.along import digest, follows, listed, open_one, path, reads
from tests.talk.statements import statements
from tests.town import Town
from tests.transcripts import transcript
from yoriai.talk.following import own, queries
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.messages.queries import Place
from yoriai.talk.rooms.models import Following
from yoriai.talk.rooms.onlookers import look_in

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-6")]


async def test_a_follower_reads_along_and_is_shown_what_is_new_since_they_looked(
    town: Town, room: UUID
) -> None:
    assert await follows(town, TANAKA, room) == await follows(town, TANAKA, room) == 204
    (quiet,) = await digest(town, TANAKA)
    assert (quiet["name"], quiet["new"], quiet["lines"]) == ("おくやみ手続きを考える", 0, [])
    for number in range(1, 6):
        await town.says(SATO, f"{number}件目です", room)
    (seen,) = await digest(town, TANAKA)
    assert (seen["new"], [each["text"] for each in seen["lines"]]) == (
        5,
        ["3件目です", "4件目です", "5件目です"],
    )
    assert {each["author_id"] for each in seen["lines"]} == {str(SATO)}
    assert len(await reads(town, TANAKA, room) or []) == 7  # pyright: ignore[reportArgumentType] read, not refused
    for ordinal, left in ((4, 3), (2, 3), (99, 0)):
        assert (await town.call(TANAKA, "PUT", path(room, "/seen"), {"ordinal": ordinal})).status_code == 204
        assert [each["new"] for each in await digest(town, TANAKA)] == [left]
    assert (await town.call(TANAKA, "GET", path(room))).json()["seen"] == 7


async def test_what_was_taken_back_is_neither_counted_nor_quoted(town: Town, room: UUID) -> None:
    await follows(town, TANAKA, room)
    gone = await town.says(SATO, "まちがえました", room)
    await town.says(SATO, "こちらです", room)
    withdrawn = await town.call(SATO, "PUT", f"/api/rooms/{room}/messages/{gone}/withdrawal", {})
    assert withdrawn.status_code == 200
    (seen,) = await digest(town, TANAKA)
    assert (seen["new"], [each["text"] for each in seen["lines"]]) == (1, ["こちらです"])
    assert await reads(town, TANAKA, room) == ["一覧があると聞きました", "窓口で配っています", "こちらです"]
    for each in (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()["messages"]:
        await withdraw(town, each["message_id"], Withdrawal.REMOVED)
    assert (await digest(town, TANAKA))[0]["lines"] == []


@pytest.mark.req("D17")
async def test_where_the_past_is_hidden_it_is_hidden_from_followers_too(town: Town, room: UUID) -> None:
    await change_room(town, room, policies={"past": "hidden"})
    await follows(town, TANAKA, room)
    await town.says(SATO, "これからの話です", room)
    assert await reads(town, TANAKA, room) == ["これからの話です"]


async def test_ones_own_devices_learn_of_it_and_nobody_else(town: Town, room: UUID) -> None:
    told = ["following.changed"]
    async with town.listens(SATO) as other:
        async with transcript(town, "following.changed", TANAKA, expect=told):
            assert await follows(town, TANAKA, room) == 204
        assert await listed(town, TANAKA) == [str(room)]
        async with transcript(town, "following.changed-looked", TANAKA, expect=[]):
            await town.call(TANAKA, "PUT", path(room, "/seen"), {"ordinal": 2})
        async with transcript(town, "following.changed-stopped", TANAKA, expect=told):
            assert (await town.call(TANAKA, "DELETE", path(room))).status_code == 204
        assert not other.named("following.changed")
    assert await listed(town, TANAKA) == []
    assert (await town.call(TANAKA, "DELETE", path(room))).status_code == 404
    assert await town.told_at(f"person/{TANAKA}") == ["following.changed"] * 2


async def test_the_list_of_open_rooms_says_which_are_followed(town: Town, room: UUID) -> None:
    await follows(town, TANAKA, room)
    for who, is_followed in ((TANAKA, True), (SUZUKI, False)):
        (found,) = (await town.call(who, "GET", "/api/open-rooms")).json()["rooms"]
        assert (found["is_followed"], found["member_count"]) == (is_followed, 1)


@pytest.mark.req("ORG-7")
async def test_what_is_of_another_organization_is_not_shown_beside_it(town: Town, room: UUID) -> None:
    council = await council_of(town, SATO, SUZUKI)
    other = await open_one(town, SATO, "議会のひろば", council)
    for each in (room, other):
        assert await follows(town, SUZUKI, each) == 204
    for hall, shown in ((CITY_HALL, room), (council, other)):
        assert [each["room_id"] for each in await digest(town, SUZUKI, f"?organization={hall}")] == [
            str(shown)
        ]
    assert await follows(town, TANAKA, other) == 404


async def test_nobody_follows_more_than_they_look_through(
    town: Town, room: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "MOST_FOLLOWED", 1)
    await follows(town, TANAKA, room)
    refused = await town.call(TANAKA, "PUT", path(await open_one(town, SATO, "もう一つ")))
    assert (refused.status_code, refused.json()["code"]) == (409, "following.too_many")


async def test_two_hands_follow_no_more_than_one(
    town: Town, room: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "MOST_FOLLOWED", 1)
    rooms = [room, *[await open_one(town, SATO, name) for name in ("二つめ", "三つめ", "四つめ")]]
    answers = await asyncio.gather(*(follows(town, TANAKA, each) for each in rooms))
    assert sorted(answers) == [204, 409, 409, 409]


async def test_however_many_are_followed_it_is_three_queries_and_the_newest_talk_stands_above(
    town: Town, room: UUID
) -> None:
    async def taken() -> int:
        actor = await actor_of(town, TANAKA)
        async with town.assembly.works.reading() as work, statements(work) as sent:
            await queries.digest(work, actor)
        return len(sent)

    others = [await open_one(town, SATO, name) for name in ("二つめ", "三つめ")]
    await follows(town, TANAKA, room)
    await town.says(SATO, "一つめの話", room)
    alone = await taken()
    for each in others:
        await follows(town, TANAKA, each)
    await town.says(SATO, "二つめの話", others[0])
    assert alone == await taken() == 3
    assert [each["room_id"] for each in await digest(town, TANAKA)] == [
        str(each) for each in (others[0], room, others[1])
    ]
    actor = await actor_of(town, TANAKA)
    async with town.assembly.works.reading() as work:
        here = await look_in(work, actor, room)
        async with statements(work) as sent:
            page = await queries.read(work, here, Place(before=3))
    assert (len(sent), [each.ordinal for each in page.messages], page.older) == (4, [1, 2], None)


async def test_a_page_goes_on_to_older_messages(
    town: Town, room: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "USUAL_ROWS", 1)
    await follows(town, TANAKA, room)
    first = (await town.call(TANAKA, "GET", path(room))).json()
    rest = (await town.call(TANAKA, "GET", path(room, f"?cursor={first['older']}"))).json()
    assert [each["ordinal"] for each in (*first["messages"], *rest["messages"])] == [2, 1]
    assert rest["older"] is None
    async with town.assembly.works.reading() as work:
        assert len((await work.session.scalars(select(Following))).all()) == 1
