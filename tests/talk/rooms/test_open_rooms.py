"""Open rooms: found by everybody of the organization, joined without asking, left at will. Closed ones stay unseen."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.keys import new_send_key
from tests.talk.actors import actor_of, change_room, opened
from tests.talk.statements import statements
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.talk.rooms import open_rooms

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-6")]


async def open_one(town: Town, who: UUID, name: str, purpose: str = "") -> UUID:
    body = {"request_key": new_send_key(), "name": name, "purpose": purpose, "members": [], "kind": "open"}
    answer = await town.call(who, "POST", "/api/rooms", body)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["room_id"])


async def found(town: Town, who: UUID, query: str = "") -> list[dict[str, Any]]:
    answer = await town.call(who, "GET", f"/api/open-rooms{query}")
    assert answer.status_code == 200, answer.text
    rooms: list[dict[str, Any]] = answer.json()["rooms"]
    return rooms


async def join(town: Town, who: UUID, room: UUID) -> int:
    return (await town.call(who, "PUT", f"/api/rooms/{room}/own-membership")).status_code


async def test_whoever_wants_comes_in_reads_all_of_it_and_leaves_again(town: Town) -> None:
    room = await open_one(town, SATO, "おくやみ手続きを考える", "窓口のちがいを出し合います")
    await town.says(SATO, "一覧があると聞きました", room)
    (seen,) = await found(town, TANAKA)
    assert (seen["room_id"], seen["name"], seen["member_count"], seen["is_member"]) == (
        str(room),
        "おくやみ手続きを考える",
        1,
        False,
    )
    assert (await town.call(TANAKA, "GET", f"/api/rooms/{room}")).status_code == 404

    async with town.listens(TANAKA) as ear:
        assert await join(town, TANAKA, room) == await join(town, TANAKA, room) == 204
        row = (await ear.fact("rooms.entered"))["body"]["room"]
    assert (row["kind"], row["may_leave"], row["role"]) == ("open", True, "member")
    page = (await town.call(TANAKA, "GET", f"/api/rooms/{room}/messages")).json()
    assert len(page["messages"]) == 1
    assert [(each["member_count"], each["is_member"]) for each in await found(town, TANAKA)] == [(2, True)]
    assert (await town.call(TANAKA, "DELETE", f"/api/rooms/{room}/members/{TANAKA}")).status_code == 204
    assert await join(town, TANAKA, room) == 204
    assert await town.told(room) == [
        "rooms.opened", "messages.posted", "rooms.joined", "rooms.left", "rooms.joined"
    ]  # fmt: skip


@pytest.mark.req("D17")
async def test_where_the_past_is_hidden_it_is_hidden_from_whoever_comes_in_alone_too(town: Town) -> None:
    room = await open_one(town, SATO, "防災訓練の反省")
    await change_room(town, room, policies={"past": "hidden"})
    await town.says(SATO, "来る前の話です", room)
    await join(town, TANAKA, room)
    assert not (await town.call(TANAKA, "GET", f"/api/rooms/{room}/messages")).json()["messages"]


@pytest.mark.req("N1", "N21")
async def test_closed_rooms_show_in_no_list_no_count_and_no_search(town: Town) -> None:
    await opened(town, SATO, [SUZUKI], name="福祉課の内密な話")
    assert await found(town, TANAKA) == await found(town, TANAKA, "?q=福祉課") == []
    assert await found(town, SATO, "?q=福祉課") == []


@pytest.mark.req("A1", "A4", "BASE-3")
async def test_a_room_is_found_exactly_when_one_could_come_in(town: Town) -> None:
    open_room, away = await open_one(town, SATO, "だれでも"), await open_one(town, SATO, "片づけた話")
    await change_room(town, away, archived_at=town.assembly.works.now())
    closed = await opened(town, SATO, [], name="閉じた話")
    for who in (SUZUKI, TANAKA, TAKAHASHI, MORI):
        listed = {UUID(each["room_id"]) for each in await found(town, who)}
        for room in (open_room, away, closed, town.next_door, uuid4()):
            if who != MORI or room != town.next_door:
                assert (await join(town, who, room) == 204) is (room in listed)
    assert [each["is_member"] for each in await found(town, SATO)] == [True]


@pytest.mark.req("A12", "N1")
async def test_a_guest_finds_none_and_comes_into_none(town: Town) -> None:
    room = await open_one(town, SATO, "だれでも")
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == TANAKA).values(kind="guest"))
    assert await found(town, TANAKA) == []
    assert await join(town, TANAKA, room) == 404


async def test_a_search_takes_kana_and_latin_letters_and_every_word_counts(town: Town) -> None:
    await open_one(town, SATO, "マイナンバーの相談", "窓口で困ったこと")
    await open_one(town, SATO, "読書の会")
    for words in ("まいなんばー", "ﾏｲﾅﾝﾊﾞｰ 窓口", "mainanba-"):
        assert [each["name"] for each in await found(town, TANAKA, f"?q={words}")] == ["マイナンバーの相談"]
    assert await found(town, TANAKA, "?q=マイナンバー 読書") == []


async def test_the_list_goes_on_page_by_page_and_each_page_is_one_query(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_rooms, "PAGE", 2)
    names = ["一", "二", "三"]
    for name in names:
        await open_one(town, SATO, name)
    first = (await town.call(TANAKA, "GET", "/api/open-rooms")).json()
    rest = (await town.call(TANAKA, "GET", f"/api/open-rooms?cursor={first['next']}")).json()
    assert [each["name"] for each in (*first["rooms"], *rest["rooms"])] == ["三", "二", "一"]
    assert rest["next"] is None
    actor = await actor_of(town, TANAKA)
    async with town.assembly.works.reading() as work, statements(work) as sent:
        await open_rooms.page(work, actor)
    assert len(sent) == 1
