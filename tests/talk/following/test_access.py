"""Who follows a room reads it and does nothing else there, as long as it is an open one."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.doors import body_for, doors, words_for
from tests.ear import Refusal
from tests.talk.actors import actor_of, change_room, heard_by, opened
from tests.talk.following.along import digest, follows, listed, open_one, path, reads
from tests.town import Town
from tests.transcripts import transcript
from yoriai.app.wiring import FEATURES
from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account
from yoriai.platform.work.work import Work
from yoriai.talk.following import queries
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.onlookers import look_in

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-6")]


async def test_a_follower_is_no_member_is_not_counted_and_nothing_calls_them(town: Town, room: UUID) -> None:
    async with town.listens(TANAKA) as ear:
        await follows(town, TANAKA, room)
        await ear.fact("following.changed")
        await town.says(SATO, "聞こえません", room)
        await ear.ask("look", stream=None)
        assert not ear.named("messages.posted")
    screen = (await town.call(TANAKA, "GET", "/api/screen")).json()
    assert str(room) not in {row["room_id"] for row in screen["rooms"]}
    members = (await town.call(SATO, "GET", f"/api/rooms/{room}")).json()
    assert ([each["account_id"] for each in members["members"]], members["room"]["member_count"]) == (
        [str(SATO)],
        1,
    )
    message = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()["messages"][-1]
    readers = await town.call(SATO, "GET", f"/api/rooms/{room}/messages/{message['message_id']}/readers")
    assert (readers.json()["read"], readers.json()["unread"]) == (0, 0)
    assert await town.told(room) == ["rooms.opened"] + ["messages.posted"] * 3


@pytest.mark.req("A4", "N6", "N25")
async def test_every_other_door_of_the_room_stays_shut_to_a_follower(town: Town, room: UUID) -> None:
    await follows(town, TANAKA, room)
    own = {f"/api/rooms/{{room_id}}/following{each}" for each in ("", "/seen", "/paper", "/gallery")}
    joins = "/api/rooms/{room_id}/own-membership"
    for door in doors(town.assembly, room, SATO):
        if door.is_of_a_room and door.template not in own | {joins}:
            refused = await town.call(TANAKA, door.method, door.path, body_for(door, SATO))
            assert refused.status_code == 404, str(door)
    async with town.listens(TANAKA) as ear:
        for command in [each for feature in FEATURES for each in feature.commands]:
            with pytest.raises(Refusal) as refusal:
                await ear.ask(command.name, **words_for(command.name, room))
            assert refusal.value.status == 404
    assert (await town.call(TANAKA, "GET", f"/api/facts?stream={stream_of(room)}&after=0")).status_code == 404


@pytest.mark.req("A1", "A4", "A12", "BASE-3", "N1")
async def test_it_is_listed_and_read_exactly_when_it_is_found_among_the_open_rooms(
    town: Town, room: UUID
) -> None:
    closed = await opened(town, SATO, [], name="閉じた話")
    away = await open_one(town, SATO, "片づけた話")
    for who in (SATO, SUZUKI, TANAKA, TAKAHASHI, MORI):
        found = {each["room_id"] for each in (await town.call(who, "GET", "/api/open-rooms")).json()["rooms"]}
        for each in (room, closed, away, town.next_door, uuid4()):
            assert (await follows(town, who, each) == 204) is (str(each) in found)
    await change_room(town, away, archived_at=town.assembly.works.now())
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(kind="guest"))
    for who in (SATO, SUZUKI, TANAKA, TAKAHASHI, MORI):
        actor = await actor_of(town, who)
        async with town.assembly.works.reading() as work:
            seen = {each.room_id for each in (await queries.digest(work, actor)).rooms}
            for each in (room, closed, away, town.next_door):
                assert (each in seen) is await looks_in(work, actor, each)
            assert seen == ({room} if who in (TANAKA, TAKAHASHI) else set())
            assert stream_of(room) not in await heard_by(work, actor, {stream_of(room)}) or who == SATO


async def looks_in(work: Work, actor: Actor, room: UUID) -> bool:
    try:
        return (await look_in(work, actor, room)).room_id == room
    except NotFound:
        return False


@pytest.mark.req("D18", "N1")
@pytest.mark.parametrize("closed", [{"kind": "group"}, {"archived_at": True}], ids=["closed", "put away"])
async def test_a_room_that_is_open_no_longer_is_followed_no_longer_at_once(
    town: Town, room: UUID, closed: dict[str, object]
) -> None:
    await follows(town, TANAKA, room)
    async with town.listens(TANAKA) as ear:
        await ear.ask("look", stream=stream_of(room))
        if "kind" in closed:
            await change_room(town, room, **closed)
            await town.says(SATO, "ここだけの話です", room)
        else:
            away = await town.call(SATO, "PUT", f"/api/rooms/{room}/archive")
            assert away.status_code == 204, away.text
        await ear.ask("look", stream=None)
        assert not [frame for frame in ear.frames if str(room) in str(frame)]
    assert (await reads(town, TANAKA, room), await digest(town, TANAKA)) == (404, [])
    assert (await town.call(TANAKA, "PUT", path(room, "/seen"), {"ordinal": 1})).status_code == 404
    assert await follows(town, TANAKA, room) == 404
    assert (await town.call(TANAKA, "DELETE", path(room))).status_code == 204


@pytest.mark.req("D18")
async def test_who_is_suspended_reads_no_more(town: Town, room: UUID) -> None:
    await follows(town, TANAKA, room)
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TANAKA}/suspension")).status_code < 300
    assert await reads(town, TANAKA, room) == 401


async def test_who_comes_in_follows_no_longer_not_even_after_leaving(town: Town, room: UUID) -> None:
    for who in (TANAKA, SUZUKI):
        await follows(town, who, room)
    async with transcript(town, "rooms.entered-followed", TANAKA, expect=["rooms.entered"]):
        assert (await town.call(TANAKA, "PUT", f"/api/rooms/{room}/own-membership")).status_code == 204
    members = f"/api/rooms/{room}/members"
    assert (await town.call(SATO, "POST", members, {"accounts": [str(SUZUKI)]})).status_code == 204
    for who in (TANAKA, SUZUKI):
        assert (await town.call(who, "GET", f"/api/rooms/{room}")).status_code == 200
        assert (await reads(town, who, room), await digest(town, who)) == (404, [])
        assert await follows(town, who, room) == 204  # in it already, which is more
        assert (await town.call(who, "DELETE", f"{members}/{who}")).status_code == 204
        assert (await reads(town, who, room), await listed(town, who)) == (404, [])
