"""The gallery of a room: what hangs there and may be read, the newest first, and nothing else (FILE-13)."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import MORI, NISHIMURA, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE, with_guest
from tests.talk.actors import actor_of, change_room, change_seat, withdraw
from tests.talk.attachments.bringing import Brought, attached, bring, judge, post, shown
from tests.talk.following.along import follows, open_one
from tests.talk.statements import statements
from tests.town import Town
from yoriai.people.files.models import State
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.talk.attachments.gallery import Hung, gallery
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.rooms.models import Following
from yoriai.talk.rooms.standing import enter

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-13")]

PATH = f"/api/rooms/{WELFARE}/gallery"


async def hung(town: Town, who: UUID = SUZUKI, query: str = "", *, zone: str = "lgwan") -> list[str]:
    """What somebody finds there, by its name."""
    answer = await town.call(who, "GET", f"{PATH}{query}", zone=zone)
    assert answer.status_code == 200, answer.text
    return [each["words"] for each in answer.json()["files"]]


async def test_the_newest_comes_first_and_each_message_as_it_was_sent(town: Town) -> None:
    old = await attached(town, *[await bring(town, name=f"{at}.png") for at in (3, 1, 2)])
    plan = await bring(town, name="計画.pdf", kind=Kind.PDF)
    seen = {**(await bring(town, name="橋.png")).part, "about": "橋の手前で道路が沈んでいます"}
    answer = await post(town, [plan.part, seen], SATO, thread=old, in_room=False)
    assert answer.status_code == 200, answer.text
    assert await hung(town) == ["橋.png", "3.png", "1.png", "2.png"]
    assert await hung(town, query="?hung=files") == ["計画.pdf"]
    told = (await town.call(SUZUKI, "GET", PATH)).json()
    assert told["files"][0]["about"] == seen["about"]
    assert (told["files"][0]["message_id"], told["files"][0]["thread_id"]) == (
        answer.json()["message_id"],
        old,
    )
    assert told["people"][str(SATO)]["family"] == "佐藤"


async def test_what_waits_was_held_or_was_taken_back_does_not_hang_there(town: Town) -> None:
    checking, held = await bring(town, state=State.CHECKING), await bring(town, state=State.CHECKING)
    gone, removed = await bring(town, name="消.png"), await bring(town, name="跡.png")
    await attached(town, checking, held, await bring(town, name="残.png"))
    for brought, how in ((gone, Withdrawal.TAKEN_BACK), (removed, Withdrawal.TRACELESS)):
        message = await attached(town, brought)
        await withdraw(town, message, how)
    await judge(town, held, State.HELD)
    assert await hung(town) == ["残.png"]
    assert await hung(town, query="?hung=files") == []


async def test_a_part_ends_with_a_message_and_nothing_is_told_twice(town: Town) -> None:
    for at in range(4):
        await attached(town, *[await bring(town, name=f"{at}-{nth}.png") for nth in range(3)])
    parts, query = list[list[str]](), "?limit=4"
    while query:
        answer = (await town.call(SUZUKI, "GET", f"{PATH}{query}")).json()
        parts.append([each["words"][0] for each in answer["files"]])
        query = answer["older"] and f"?limit=4&cursor={answer['older']}"
    assert parts == [["3"] * 3 + ["2"] * 3, ["1"] * 3 + ["0"] * 3]
    assert (await town.call(SUZUKI, "GET", f"{PATH}?cursor=x")).status_code == 400
    assert (await town.call(SUZUKI, "GET", f"{PATH}?hung=stamps")).status_code == 422


@pytest.mark.req("N3", "N6", "N10", "ZONE-5", "A4", "A12")
async def test_it_holds_what_its_reader_may_fetch_and_nothing_more(town: Town) -> None:
    brought = [await bring(town, name=f"{at}.png") for at in range(3)]
    for each in brought:
        await attached(town, each)
    await change_seat(town, WELFARE, SUZUKI, since_ordinal=2)
    await with_guest(town.assembly.works, WELFARE)
    await attached(town, await bring(town, name="3.png"))
    for who, names in ((SATO, "3210"), (SUZUKI, "321"), (NISHIMURA, "3")):
        await is_lent(town, who, brought, found := await hung(town, who, zone=side_of(who)))
        assert found == [f"{at}.png" for at in names]
    unknown = await town.call(SATO, "GET", f"/api/rooms/{TANAKA}/gallery")
    for stranger in (TANAKA, TAKAHASHI, MORI):
        answer = await town.call(stranger, "GET", PATH)
        assert (answer.status_code, answer.json()["code"]) == (404, unknown.json()["code"])
    assert (await town.call(None, "GET", PATH)).status_code == 401
    await change_room(town, WELFARE, lgwan_only=True)
    assert (await town.call(SATO, "GET", PATH, zone="internet")).status_code == 404


@pytest.mark.req("ROOM-6", "N6", "A4", "A12")
async def test_whoever_follows_a_room_finds_what_hangs_there_as_far_as_they_read(town: Town) -> None:
    room = await open_one(town, SATO, "おくやみ手続きを考える")
    path = f"/api/rooms/{room}/following/gallery"
    assert (await town.call(TANAKA, "GET", path)).status_code == 404, "not before they follow it"
    assert await follows(town, TANAKA, room) == 204
    await change_following(town, room, since_ordinal=2)
    early, seen, held, gone = [await bring(town, name=f"{at}.png") for at in range(4)]
    await attached(town, early, room=room)
    await attached(town, seen, room=room)
    await attached(town, held, room=room)
    await withdraw(town, await attached(town, gone, room=room))
    await judge(town, held, State.HELD)
    found = (await town.call(TANAKA, "GET", path)).json()
    assert [each["words"] for each in found["files"]] == ["1.png"]
    assert found["people"][str(SATO)]["family"] == "佐藤"
    assert set(await shown(town, TANAKA, early, seen, gone)) == {seen.file_id}
    await with_guest(town.assembly.works, room)
    for stranger in (SATO, SUZUKI, MORI, NISHIMURA):
        answer = await town.call(stranger, "GET", path, zone=side_of(stranger))
        assert answer.status_code in {403, 404}, (
            "a member has a door of their own, and a guest follows nothing"
        )
    await change_room(town, room, kind="group")
    assert (await town.call(TANAKA, "GET", path)).status_code == 404


async def change_following(town: Town, room: UUID, *, since_ordinal: int) -> None:
    async with town.assembly.works.writing() as work:
        changed = update(Following).where(Following.room_id == room)
        await work.session.execute(changed.values(since_ordinal=since_ordinal))


def side_of(who: UUID) -> str:
    return "internet" if who == NISHIMURA else "lgwan"


async def is_lent(town: Town, who: UUID, brought: Sequence[Brought], found: Sequence[str]) -> None:
    """Door and list are one rule: of these files the gallery shows those to which there are links."""
    links = await shown(town, who, *brought, zone=side_of(who))
    assert {str(each["name"]) for each in links.values()} == set(found) - {"3.png"}


async def test_it_takes_as_many_queries_however_much_hangs_there(town: Town) -> None:
    taken = list[int]()
    for many in (1, 30):
        for _ in range(many):
            await attached(town, await bring(town))
        actor = await actor_of(town, SUZUKI)
        async with town.assembly.works.reading() as work:
            here = await enter(work, actor, WELFARE)
            async with statements(work) as sent:
                found = await gallery(work, here, Hung.PICTURES, cursor=None, limit=100)
            taken.append(len(sent))
        assert len(found.files) >= many
    assert taken == [2, 2]
