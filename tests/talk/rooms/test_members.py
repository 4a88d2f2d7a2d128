"""Coming into a room, being taken out, leaving, coming back."""

import asyncio
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.talk.actors import actor_of, change_room, heard_by, opened
from tests.town import Town
from yoriai.platform.facts.sight import Sight
from yoriai.talk.rooms import invitees
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.models import Membership

pytestmark = pytest.mark.anyio


async def invite(town: Town, who: UUID, room: UUID, *people: UUID) -> int:
    body = {"accounts": [str(each) for each in people]}
    return (await town.call(who, "POST", f"/api/rooms/{room}/members", body)).status_code


async def remove(town: Town, who: UUID, room: UUID, person: UUID) -> int:
    return (await town.call(who, "DELETE", f"/api/rooms/{room}/members/{person}")).status_code


async def intervals(town: Town, room: UUID, person: UUID) -> list[tuple[int, int, int | None]]:
    async with town.assembly.works.reading() as work:
        statement = select(Membership.since_number, Membership.since_ordinal, Membership.until_number)
        mine = statement.where(Membership.room_id == room, Membership.account_id == person)
        found = await work.session.execute(mine.order_by(Membership.since_number))
        return [(since, ordinal, until) for since, ordinal, until in found]


async def test_who_comes_in_is_told_and_the_room_is_told_once(town: Town) -> None:
    assert await invite(town, SATO, town.welfare, TANAKA, SUZUKI) == 204
    assert await invite(town, SATO, town.welfare, TANAKA) == 204
    assert await invite(town, SATO, town.welfare) == 204

    assert await town.told(town.welfare) == ["rooms.joined"]
    assert (await town.call(TANAKA, "GET", f"/api/rooms/{town.welfare}")).status_code == 200


async def test_a_member_who_manages_nothing_brings_nobody_in_and_takes_nobody_out(town: Town) -> None:
    assert await invite(town, SUZUKI, town.welfare, TANAKA) == 403
    assert await remove(town, SUZUKI, town.welfare, SATO) == 403
    assert await town.told(town.welfare) == []


async def test_nobody_comes_in_when_one_of_them_cannot(town: Town) -> None:
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")
    room = await opened(town, SATO, [])
    for person in (uuid4(), MORI):
        assert await invite(town, SATO, room, TANAKA, person) == 422
    assert await invite(town, SATO, room, TANAKA, SUZUKI) == 409
    assert await town.told(room) == ["rooms.opened"]


async def test_more_than_one_request_takes_are_refused(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invitees, "MOST_MEMBERS", 1)
    assert await invite(town, SATO, town.welfare, TANAKA, TAKAHASHI) == 422


@pytest.mark.req("D18", "C9")
async def test_who_has_left_hears_and_reads_no_more(town: Town) -> None:
    async with town.listens(SUZUKI) as ear:
        assert await remove(town, SUZUKI, town.welfare, SUZUKI) == 204
        lost = await ear.fact("rooms.lost")
        await town.says(SATO, "もう聞こえません", town.welfare)
        await ear.ask("look", stream=None)
        assert not ear.named("messages.posted")
    assert lost["body"] == {"account_id": str(SUZUKI), "room_id": str(town.welfare)}
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}/messages")).status_code == 404
    assert await remove(town, SUZUKI, town.welfare, SUZUKI) == 404


async def test_taking_somebody_out_twice_tells_the_room_once(town: Town) -> None:
    assert await remove(town, SATO, town.welfare, SUZUKI) == 204
    assert await remove(town, SATO, town.welfare, SUZUKI) == 204
    assert await remove(town, SATO, town.welfare, MORI) == 204
    assert await town.told(town.welfare) == ["rooms.left"]


@pytest.mark.req("ROOM-3")
async def test_the_last_manager_cannot_leave(town: Town) -> None:
    refused = await town.call(SATO, "DELETE", f"/api/rooms/{town.welfare}/members/{SATO}")
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.last_manager")
    assert await town.told(town.welfare) == []


@pytest.mark.req("N13")
async def test_a_room_put_away_takes_nobody_in_and_lets_everybody_go(town: Town) -> None:
    await change_room(town, town.welfare, archived_at=town.assembly.works.now())
    refused = await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/members", {"accounts": [str(TANAKA)]})
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.archived")
    assert await remove(town, SATO, town.welfare, SUZUKI) == 403
    assert await remove(town, SUZUKI, town.welfare, SUZUKI) == 204


async def test_coming_back_opens_another_interval(town: Town) -> None:
    await town.says(SATO, "はじめから居ます", town.welfare)
    await remove(town, SATO, town.welfare, SUZUKI)
    await town.says(SATO, "居ない間の話です", town.welfare)
    await invite(town, SATO, town.welfare, SUZUKI)

    # 1 posted, 2 left, 3 posted, 4 joined
    assert await intervals(town, town.welfare, SUZUKI) == [(1, 1, 2), (4, 1, None)]
    assert await town.told(town.welfare) == [
        "messages.posted",
        "rooms.left",
        "messages.posted",
        "rooms.joined",
    ]


@pytest.mark.req("D17", "N10")
async def test_where_the_past_is_hidden_a_newcomer_hears_it_as_blanks(town: Town) -> None:
    await change_room(town, town.welfare, policies={"past": "hidden"})
    old = await town.says(SATO, "来る前の話です", town.welfare)
    await invite(town, SATO, town.welfare, TANAKA)
    new = await town.says(SATO, "来てからの話です", town.welfare)

    actor = await actor_of(town, TANAKA)
    async with town.assembly.works.reading() as work:
        sights = await heard_by(work, actor, [stream_of(town.welfare)])
    assert sights == {stream_of(town.welfare): Sight(since_number=2, sees_from=2)}
    missed = (await town.call(TANAKA, "GET", f"/api/facts?stream=room/{town.welfare}&after=0")).json()
    assert [each.get("fact") for each in missed["frames"]] == [None, "rooms.joined", "messages.posted"]
    page = (await town.call(TANAKA, "GET", f"/api/rooms/{town.welfare}/messages")).json()
    assert [each["message_id"] for each in page["messages"]] == [new]
    assert page["older"] is None
    for path in (f"messages/{old}", f"messages?around={old}"):
        assert (await town.call(TANAKA, "GET", f"/api/rooms/{town.welfare}/{path}")).status_code == 404
    for path in ("messages?before=2", "messages?after=0"):
        read = (await town.call(TANAKA, "GET", f"/api/rooms/{town.welfare}/{path}")).json()["messages"]
        assert old not in [each["message_id"] for each in read]


@pytest.mark.req("D17")
async def test_where_nothing_was_said_since_a_newcomer_came_the_list_shows_no_words(town: Town) -> None:
    await change_room(town, town.welfare, policies={"past": "hidden"})
    await town.says(SATO, "来る前の話です", town.welfare)
    async with town.listens(TANAKA) as ear:
        await invite(town, SATO, town.welfare, TANAKA)
        row = (await ear.fact("rooms.entered"))["body"]["room"]
    assert (row["last"], row["unread"], row["newest_ordinal"]) == (None, 0, 1)


async def test_who_has_gone_again_is_told_of_the_room_as_a_blank(town: Town) -> None:
    await invite(town, SATO, town.welfare, TANAKA)
    await remove(town, SATO, town.welfare, TANAKA)
    missed = (await town.call(TANAKA, "GET", f"/api/facts?stream=person/{TANAKA}&after=0")).json()["frames"]
    assert [each.get("fact") for each in missed] == [None, "rooms.lost"]


@pytest.mark.req("D8")
async def test_comings_and_goings_among_posts_keep_numbers_and_intervals_in_step(town: Town) -> None:
    async def come_and_go() -> None:
        for _ in range(4):
            await invite(town, SATO, town.welfare, TANAKA)
            await remove(town, SATO, town.welfare, TANAKA)

    await asyncio.gather(
        come_and_go(), *(town.says(SUZUKI, f"{each}件目", town.welfare) for each in range(24))
    )

    told = await town.told(town.welfare)
    joined = [number for number, name in enumerate(told, start=1) if name == "rooms.joined"]
    left = [number for number, name in enumerate(told, start=1) if name == "rooms.left"]
    assert [(since, until) for since, _, until in await intervals(town, town.welfare, TANAKA)] == list(
        zip(joined, left, strict=True)
    )
