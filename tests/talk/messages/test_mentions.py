"""宛先: who is named in a message is called by it, counted as unread, and nobody else is."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE, named
from tests.keys import new_send_key
from tests.talk.actors import actor_of, change_seat, opened
from tests.talk.statements import taken_by
from tests.town import Town
from tests.transcripts import transcript
from yoriai.kit.ids import as_send_key
from yoriai.people.accounts.models import Posting as Post
from yoriai.people.orgs.models import Department
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.messages import naming
from yoriai.talk.messages.models import Mention
from yoriai.talk.messages.post import Posting, post_all

pytestmark = pytest.mark.anyio
Said = dict[str, Any]  # what came over the wire: the test looks into it by name
Part = dict[str, object]
ROOM = f"/api/rooms/{WELFARE}"
EVERYONE: Part = {"kind": "mention", "of": "everyone", "id": None, "words": "全員"}


def person(who: UUID, words: str = "だれか") -> Part:
    return {"kind": "mention", "of": "account", "id": str(who), "words": words}


def unit(which: UUID) -> Part:
    return {"kind": "mention", "of": "department", "id": str(which), "words": "課"}


def words(text: str) -> Part:
    return {"kind": "text", "text": text}


async def post(town: Town, who: UUID, *parts: Part, room: UUID = WELFARE) -> tuple[int, Said]:
    body = {"send_key": new_send_key(), "parts": list(parts)}
    answer = await town.call(who, "POST", f"/api/rooms/{room}/messages", body)
    return answer.status_code, answer.json()


async def row(town: Town, who: UUID, room: UUID = WELFARE) -> Said:
    screen = (await town.call(who, "GET", "/api/screen")).json()
    return next(each for each in screen["rooms"] if each["room_id"] == str(room))


async def mentioned(town: Town, who: UUID, room: UUID = WELFARE) -> list[int]:
    found = await row(town, who, room)
    assert found["mentions"] == len(found["mentioned"])
    ordinals: list[int] = found["mentioned"]
    return ordinals


async def unit_of(town: Town, who: UUID) -> UUID:
    async with town.assembly.works.reading() as work:
        found = await work.session.scalar(select(Post.department_id).where(Post.account_id == who))
    assert found
    return found


async def rows_kept(town: Town) -> int:
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.count()).select_from(Mention)) or 0


async def test_whoever_is_named_is_called_by_their_own_name(town: Town) -> None:
    status, said = await post(town, SATO, words("今日の当番は "), person(SUZUKI, "市長"), words(" さんです"))
    assert status == 200, said
    read = (await town.call(SUZUKI, "GET", f"{ROOM}/messages")).json()["messages"][0]
    assert read["parts"] == [words("今日の当番は "), person(SUZUKI, "鈴木 﨑子"), words(" さんです")]
    assert (await row(town, SUZUKI))["last"]["text"] == "今日の当番は ＠鈴木 﨑子 さんです"
    assert (await mentioned(town, SUZUKI), await mentioned(town, SATO)) == ([1], [])

    await town.call(SUZUKI, "PUT", f"{ROOM}/read-mark", {"ordinal": 1})
    assert await mentioned(town, SUZUKI) == []


async def test_a_unit_calls_all_who_serve_in_it_or_below_and_everyone_calls_everybody(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI, TANAKA])
    welfare, roads, part = await unit_of(town, SUZUKI), await unit_of(town, TANAKA), named("道路係")
    async with town.assembly.works.writing() as work:
        above = await work.session.get_one(Department, roads)
        below = {"kind": "係", "name": "道路係", "short_name": "道路係", "folded": "", "display_order": 9}
        hall, path = above.organization_id, f"{above.path} 道路係"
        since = above.opened_at
        work.session.add(
            Department(id=part, organization_id=hall, parent_id=roads, path=path, opened_at=since, **below)
        )
        await work.session.flush()
        work.session.add(
            Post(id=uuid4(), account_id=SUZUKI, organization_id=hall, department_id=part, since=since)
        )
    for parts in ([unit(welfare)], [unit(roads)], [EVERYONE, person(TANAKA)], [words("だれも呼びません")]):
        status, said = await post(town, SATO, *parts, room=room)
        assert status == 200, said
    assert await mentioned(town, SUZUKI, room) == [1, 2, 3]
    assert await mentioned(town, TANAKA, room) == [2, 3]
    assert await mentioned(town, SATO, room) == []
    screen = (await town.call(SUZUKI, "GET", "/api/screen")).json()
    assert set(screen["me"]["units"]) == {str(welfare), str(roads), str(part)}


async def test_whoever_comes_later_was_not_called_before(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    assert (await post(town, SATO, EVERYONE, room=room))[0] == 200
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(TANAKA)]})
    assert (await mentioned(town, TANAKA, room), await mentioned(town, SUZUKI, room)) == ([], [1])
    assert (await post(town, SATO, EVERYONE, room=room))[0] == 200
    assert (await mentioned(town, TANAKA, room), await mentioned(town, SUZUKI, room)) == ([2], [1, 2])


@pytest.mark.req("N3", "N9", "BASE-1")
async def test_nobody_is_called_who_is_not_in_the_room(town: Town) -> None:
    for stranger in (person(TANAKA), person(MORI), person(uuid4()), unit(await unit_of(town, TANAKA))):
        status, said = await post(town, SATO, words("これは "), stranger)
        assert (status, said["code"]) == (422, "messages.not_in_room")
        assert said["details"]["field"] == "parts.1.id"
    assert (await town.told(WELFARE), await rows_kept(town)) == ([], 0)


async def test_calling_many_at_once_is_asked_first(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    room = await opened(town, SATO, [SUZUKI, TANAKA])
    monkeypatch.setattr(naming, "MOST_UNASKED", 1)
    for parts in ([EVERYONE], [person(SUZUKI), person(TANAKA)]):
        status, said = await post(town, SATO, *parts, room=room)
        assert (status, said["code"], said["details"]) == (
            409,
            "messages.calls_many",
            {"most": 1, "count": 2},
        )
    assert (await post(town, SATO, person(SUZUKI), room=room))[0] == 200
    assert (await post(town, SATO, EVERYONE | {"confirmed": True}, room=room))[0] == 200
    read = (await town.call(TANAKA, "GET", f"/api/rooms/{room}/messages")).json()["messages"]
    assert read[-1]["parts"] == [EVERYONE]
    assert await mentioned(town, TANAKA, room) == [2]


@pytest.mark.req("MSG-4", "MSG-5")
async def test_an_edit_does_not_ring_again_and_what_is_gone_is_not_counted(town: Town) -> None:
    _, first = await post(town, SATO, person(SUZUKI), words("さん、お願いします"))
    _, second = await post(town, SATO, words("あとで相談します"))
    path = f"{ROOM}/messages/{second['message_id']}"
    added = {"parts": [words("あとで相談します "), person(SUZUKI)], "seen": None}
    assert (await town.call(SATO, "PUT", path, added)).status_code == 200
    assert await mentioned(town, SUZUKI) == [1]
    read = (await town.call(SUZUKI, "GET", path)).json()["message"]
    assert read["parts"][1] == person(SUZUKI, "鈴木 﨑子") | {"quiet": True}

    path = f"{ROOM}/messages/{first['message_id']}"
    kept = {"parts": [words("やはり "), person(SUZUKI), words("さん")], "seen": None}
    edited = await town.call(SATO, "PUT", path, kept)
    assert await mentioned(town, SUZUKI) == [1]
    without = {"parts": [words("やはり自分でします")], "seen": edited.json()["edited_at"]}
    assert (await town.call(SATO, "PUT", path, without)).status_code == 200
    assert (await mentioned(town, SUZUKI), await rows_kept(town)) == ([], 0)

    _, third = await post(town, SATO, EVERYONE)
    assert await mentioned(town, SUZUKI) == [3]
    gone = await town.call(SATO, "PUT", f"{ROOM}/messages/{third['message_id']}/withdrawal", {})
    assert (gone.status_code, await mentioned(town, SUZUKI), await rows_kept(town)) == (200, [], 0)


@pytest.mark.req("MSG-4")
async def test_whoever_was_named_and_has_left_may_stay_named(town: Town) -> None:
    _, said = await post(town, SATO, person(SUZUKI), words("さんに聞きました"))
    await change_seat(town, WELFARE, SUZUKI, is_open=None)
    path = f"{ROOM}/messages/{said['message_id']}"
    edited = await town.call(
        SATO, "PUT", path, {"parts": [person(SUZUKI), words("さんと話しました")], "seen": None}
    )
    assert edited.status_code == 200, edited.text
    fresh = {"parts": [person(TANAKA)], "seen": edited.json()["edited_at"]}
    assert (await town.call(SATO, "PUT", path, fresh)).json()["code"] == "messages.not_in_room"


async def test_a_message_costs_the_same_where_nobody_is_named_and_little_where_many_are(town: Town) -> None:
    sato, cause = await actor_of(town, SATO), Cause(account_id=SATO)
    welfare = await unit_of(town, SUZUKI)

    def postings(count: int, *parts: Part) -> list[Posting]:
        keys = [as_send_key(new_send_key()) for _ in range(count)]
        return [Posting(sato, WELFARE, key, list(parts), cause) for key in keys]

    works, everything = town.assembly.works, (person(SUZUKI), unit(welfare), EVERYONE)
    assert await taken_by(works, post_all, postings(1, words("はい"))) == 7
    assert [await taken_by(works, post_all, postings(count, *everything)) for count in (1, 50)] == [11, 11]


@pytest.mark.req("C8")
async def test_an_open_screen_counts_who_calls(town: Town) -> None:
    told = ["messages.posted"]
    async with transcript(town, "messages.posted-naming", SUZUKI, [WELFARE], expect=told):
        _, said = await post(town, SATO, person(SUZUKI), words("さん、"), EVERYONE)
    path = f"{ROOM}/messages/{said['message_id']}"
    edited = {"parts": [words("だれでもお願いします")], "seen": None}
    async with transcript(town, "messages.edited-naming", SUZUKI, [WELFARE], expect=["messages.edited"]):
        await town.call(SATO, "PUT", path, edited)
    _, said = await post(town, SATO, unit(await unit_of(town, SUZUKI)))
    path = f"{ROOM}/messages/{said['message_id']}/withdrawal"
    gone = transcript(town, "messages.withdrawn-naming", SUZUKI, [WELFARE], expect=["messages.withdrawn"])
    async with gone:
        await town.call(SATO, "PUT", path, {})


@pytest.mark.req("ROOM-5")
async def test_in_a_large_room_newcomers_begin_with_what_names_them_as_the_body_sets_it(town: Town) -> None:
    async def sets(above: int | None) -> int:
        return (await town.call(TAKAHASHI, "PUT", "/api/settings/rooms", {"quiet_above": above})).status_code

    assert [await sets(above) for above in (1, 2)] == [422, 204]
    small = await opened(town, SATO, [SUZUKI])
    large = await opened(town, SATO, [SUZUKI, TANAKA])
    added = await town.call(SATO, "POST", f"/api/rooms/{small}/members", {"accounts": [str(TANAKA)]})
    assert added.status_code == 204, added.text
    chosen = {who: (await row(town, who, small))["notify"] for who in (SATO, SUZUKI, TANAKA)}
    assert chosen == {SATO: "all", SUZUKI: "all", TANAKA: "mentions"}
    assert (await row(town, SATO, large))["notify"] == "mentions"

    # Muted and loud again, it is as if nothing had been chosen, by the size of today.
    async def usual() -> str:
        for notify in ("none", "usual"):
            chosen = await town.call(SATO, "PUT", f"/api/rooms/{large}/notify", {"notify": notify})
            assert chosen.status_code == 204
        found: str = (await row(town, SATO, large))["notify"]
        return found

    assert await usual() == "mentions"
    assert await sets(None) == 204
    assert await usual() == "all"
    assert (await row(town, SATO, await opened(town, SATO, [SUZUKI, TANAKA])))["notify"] == "all"
