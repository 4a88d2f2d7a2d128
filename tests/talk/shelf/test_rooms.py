"""How somebody keeps their rooms: favourites and folders, in step on all of their devices and nobody else's."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.keys import new_send_key
from tests.talk.actors import actor_of, opened
from tests.talk.statements import statements
from tests.town import Town
from yoriai.talk.shelf import folders
from yoriai.talk.timeline.screen import screen

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-15")]
SHELF = "/api/shelf/folders"


async def seen(town: Town, who: UUID = SATO) -> dict[str, Any]:
    read: dict[str, Any] = (await town.call(who, "GET", "/api/screen")).json()
    return read


async def place(town: Town, room: UUID = WELFARE, who: UUID = SATO) -> tuple[bool, str | None]:
    row = next(each for each in (await seen(town, who))["rooms"] if each["room_id"] == str(room))
    return row["is_favourite"], row["folder_id"]


async def made(town: Town, name: str, who: UUID = SATO, **more: object) -> str:
    answer = await town.call(who, "POST", SHELF, {"request_key": new_send_key(), "name": name, **more})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["folder_id"])


async def put(town: Town, folder: str | None, room: UUID = WELFARE, who: UUID = SATO) -> int:
    answer = await town.call(who, "PUT", f"/api/rooms/{room}/folder", {"folder_id": folder})
    return answer.status_code


async def told(town: Town, who: UUID = SATO) -> int:
    return (await town.told_at(f"person/{who}")).count("shelf.changed")


@pytest.mark.req("ROOM-16")
async def test_a_favourite_room_is_ones_own_affair_and_told_once(town: Town) -> None:
    path = f"/api/rooms/{WELFARE}/favourite"
    for _ in range(2):
        assert (await town.call(SATO, "PUT", path)).status_code == 204
    assert (await place(town), await place(town, who=SUZUKI)) == ((True, None), (False, None))
    for _ in range(2):
        assert (await town.call(SATO, "DELETE", path)).status_code == 204
    assert await place(town) == (False, None)
    assert (await told(town), await told(town, SUZUKI)) == (2, 0)
    assert await town.told(WELFARE) == []


async def test_all_devices_hear_where_a_room_stands_now(town: Town) -> None:
    folder = await made(town, "窓口の仕事")
    async with town.listens(SATO, zone="internet") as phone:
        assert await put(town, folder) == 204
        body = (await phone.fact("shelf.changed"))["body"]
    assert body["rooms"] == [{"room_id": str(WELFARE), "is_favourite": False, "folder_id": folder}]
    assert body["folders"] == (await seen(town))["folders"]
    assert body["message"] is None


async def test_a_folder_is_made_called_otherwise_shut_and_taken_away(town: Town) -> None:
    first, second = await made(town, " 窓口の　仕事 "), await made(town, "会議", rooms=[str(WELFARE)])
    assert await place(town) == (False, second)
    for _ in range(2):
        change = await town.call(SATO, "PATCH", f"{SHELF}/{first}", {"name": "相談", "is_shut": True})
        assert change.status_code == 204
    assert (await seen(town))["folders"] == [
        {"folder_id": first, "name": "相談", "position": 0, "is_shut": True},
        {"folder_id": second, "name": "会議", "position": 1, "is_shut": False},
    ]
    assert await told(town) == 3
    assert (await town.call(SATO, "DELETE", f"{SHELF}/{second}")).status_code == 204
    assert await place(town) == (False, None)


async def test_what_was_taken_away_comes_back_where_it_stood_with_what_was_in_it(town: Town) -> None:
    other = await opened(town, SATO, [])
    first = await made(town, "窓口", rooms=[str(WELFARE), str(other), str(town.roads)])
    last = await made(town, "会議")
    await town.call(SATO, "DELETE", f"{SHELF}/{first}")
    again = await made(town, "窓口", rooms=[str(WELFARE), str(other)], position=0)
    assert [each["folder_id"] for each in (await seen(town))["folders"]] == [again, last]
    assert {await place(town), await place(town, other)} == {(False, again)}


async def test_a_room_one_is_not_in_is_put_nowhere(town: Town) -> None:
    folder = await made(town, "窓口", rooms=[str(town.roads)])
    assert await put(town, folder, town.roads) == 404
    async with town.listens(TANAKA) as ear:
        assert not ear.named("shelf.changed")
    assert await place(town, town.roads, TANAKA) == (False, None)


async def test_a_folder_of_another_is_not_there(town: Town) -> None:
    folder = await made(town, "窓口")
    assert await put(town, folder, who=SUZUKI) == 404
    for method in ("PATCH", "DELETE"):
        assert (await town.call(SUZUKI, method, f"{SHELF}/{folder}", {})).status_code == 404
    assert (await seen(town, SUZUKI))["folders"] == []
    assert (await place(town, who=SUZUKI))[1] is None


async def test_who_comes_back_finds_the_room_where_it_stood(town: Town) -> None:
    folder = await made(town, "窓口", SUZUKI)
    assert await put(town, folder, who=SUZUKI) == 204
    members = f"/api/rooms/{WELFARE}/members"
    await town.call(SUZUKI, "DELETE", f"{members}/{SUZUKI}")
    await town.call(SATO, "POST", members, {"accounts": [str(SUZUKI)]})
    assert await place(town, who=SUZUKI) == (False, folder)
    assert await put(town, None, who=SUZUKI) == 204
    assert await place(town, who=SUZUKI) == (False, None)


@pytest.mark.req("BASE-4")
async def test_a_doubled_click_makes_one_folder(town: Town) -> None:
    asked = {"request_key": new_send_key(), "name": "窓口"}
    both = await asyncio.gather(*(town.call(SATO, "POST", SHELF, asked) for _ in range(2)))
    assert len({answer.json()["folder_id"] for answer in both}) == 1
    assert len((await seen(town))["folders"]) == 1


@pytest.mark.req("BASE-1", "BASE-2")
async def test_names_and_numbers_have_their_bounds(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("", "　", "あ" * 31):
        refused = await town.call(SATO, "POST", SHELF, {"request_key": new_send_key(), "name": name})
        assert (refused.status_code, refused.json()["details"]["field"]) == (422, "name")
    monkeypatch.setattr(folders, "MOST_FOLDERS", 1)
    await made(town, "葛󠄀城" * 10)
    full = await town.call(SATO, "POST", SHELF, {"request_key": new_send_key(), "name": "会議"})
    assert (full.status_code, full.json()["code"]) == (409, "shelf.too_many_folders")
    await made(town, "会議", TAKAHASHI)


async def test_many_folders_take_as_many_queries_as_none(town: Town) -> None:
    actor, counts = await actor_of(town, SATO), list[int]()
    for names in ((), ("一", "二", "三")):
        for name in names:
            await made(town, name, rooms=[str(WELFARE)])
        async with town.assembly.works.reading() as work, statements(work) as sent:
            await screen(work, actor)
        counts.append(len(sent))
    assert counts[0] == counts[1]
