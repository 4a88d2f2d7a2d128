"""未読にする: one's own mark goes back by one's own hand, and nobody else counts one reader less."""

from typing import Any
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, TANAKA, WELFARE
from tests.talk.actors import change_room
from tests.town import Town
from tests.transcripts import transcript

pytestmark = [pytest.mark.anyio, pytest.mark.req("MSG-9", "ROOM-15")]


@pytest.fixture
async def said(town: Town) -> list[str]:
    """Five messages of 佐藤's, all read by 鈴木."""
    messages = [await town.says(SATO, f"{each}件目", WELFARE) for each in range(1, 6)]
    await mark(town, 5)
    return messages


async def mark(town: Town, ordinal: int, who: UUID = SUZUKI) -> int:
    answer = await town.call(who, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": ordinal})
    return int(answer.json()["mark"])


async def put_back(town: Town, message: str | None = None, who: UUID = SUZUKI) -> int:
    answer = await town.call(who, "POST", f"/api/rooms/{WELFARE}/read-mark/back", {"message_id": message})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["mark"])


async def row(town: Town, who: UUID = SUZUKI) -> tuple[int, int]:
    read: list[dict[str, Any]] = (await town.call(who, "GET", "/api/screen")).json()["rooms"]
    return next((each["mark"], each["unread"]) for each in read if each["room_id"] == str(WELFARE))


async def readers(town: Town, message: str) -> int:
    path = f"/api/rooms/{WELFARE}/messages/{message}/readers"
    return int((await town.call(SATO, "GET", path)).json()["read"])


async def marks(town: Town) -> list[list[int]]:
    found: list[list[int]] = (await town.call(SATO, "GET", f"/api/rooms/{WELFARE}/messages")).json()["marks"]
    return found


async def test_the_newest_message_waits_again_and_the_others_count_as_before(
    town: Town, said: list[str]
) -> None:
    async with town.listens(SUZUKI, zone="internet") as phone, town.listens(SATO) as other:
        assert await put_back(town) == 4
        heard = (await phone.fact("receipts.put_back"))["body"]
        assert not other.named("receipts.put_back")
    assert heard == {
        "room_id": str(WELFARE),
        "mark": 4,
        "read": 5,
        "blanks": [],
        "blanks_before": 0,
        "mentions": 0,
        "mentioned": [],
        "watched": [],
    }
    assert await row(town) == (4, 1)
    assert (await marks(town), await readers(town, said[-1])) == ([[5, 2]], 1)


async def test_it_goes_back_to_a_chosen_message_and_never_forward(town: Town, said: list[str]) -> None:
    assert [await put_back(town, said[at]) for at in (2, 4, 0, 2)] == [2, 2, 0, 0]
    assert await row(town) == (0, 5)
    assert await readers(town, said[-1]) == 1


async def test_reading_on_moves_it_again_step_by_step(town: Town, said: list[str]) -> None:
    await put_back(town, said[1])
    assert [await mark(town, ordinal) for ordinal in (3, 2, 4)] == [3, 3, 4]
    assert (await row(town), await marks(town)) == ((4, 1), [[5, 2]])
    assert await mark(town, 99) == 5
    await town.says(SATO, "6件目", WELFARE)
    assert (await row(town), await mark(town, 6)) == ((5, 1), 6)
    assert await marks(town) == [[6, 2]]
    assert await put_back(town) == 5


async def test_whoever_posts_has_read_what_stands_before(town: Town, said: list[str]) -> None:
    await put_back(town, said[0])
    await town.says(SUZUKI, "了解しました", WELFARE)
    assert (await row(town), await marks(town)) == ((6, 0), [[5, 1], [6, 1]])


@pytest.mark.req("MSG-6")
async def test_what_left_no_trace_waits_for_nobody(town: Town, said: list[str]) -> None:
    mistake = await town.says(SATO, "誤りです", WELFARE)
    await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/messages/{mistake}/withdrawal", {})
    await mark(town, 6)
    async with town.listens(SUZUKI) as ear:
        assert await put_back(town) == 4
        assert (await ear.fact("receipts.put_back"))["body"]["blanks"] == [6]
    assert await row(town) == (4, 1)


async def test_where_nothing_was_read_nothing_is_put_back(town: Town) -> None:
    empty = await town.call(SUZUKI, "POST", f"/api/rooms/{WELFARE}/read-mark/back", {})
    assert (empty.status_code, empty.json()["code"]) == (409, "receipts.nothing_to_read")
    message = await town.says(SATO, "1件目", WELFARE)
    assert (await put_back(town), await put_back(town, message), await row(town)) == (0, 0, (0, 1))
    assert await town.told_at(f"person/{SUZUKI}") == []


@pytest.mark.req("N14", "D17")
async def test_only_what_may_be_read_is_unread(town: Town, said: list[str]) -> None:
    secret = await town.says(TANAKA, "工事の入札予定", town.roads)
    path = f"/api/rooms/{WELFARE}/read-mark/back"
    assert (await town.call(SUZUKI, "POST", path, {"message_id": secret})).status_code == 404
    await change_room(town, WELFARE, policies={"past": "hidden"})
    await town.call(SATO, "POST", f"/api/rooms/{WELFARE}/members", {"accounts": [str(TANAKA)]})
    assert (await town.call(TANAKA, "POST", path, {"message_id": said[0]})).status_code == 404
    assert (await town.call(TANAKA, "POST", path, {})).status_code == 409


@pytest.mark.req("C8", "N114")
async def test_what_was_put_back_elsewhere_waits_here_too(town: Town) -> None:
    first, *_ = [await town.says(SUZUKI, f"{each}件目", town.welfare) for each in range(3)]
    traceless = await town.says(SUZUKI, "誤りです", town.welfare)
    gone = f"/api/rooms/{town.welfare}/messages/{traceless}/withdrawal"
    await town.call(SUZUKI, "PUT", gone, {})
    path = f"/api/rooms/{town.welfare}/read-mark"
    await town.call(SATO, "PUT", path, {"ordinal": 4})
    async with transcript(town, "receipts.put_back", SATO, expect=["receipts.put_back"]):
        back = await town.call(SATO, "POST", f"{path}/back", {"message_id": first}, zone="internet")
        assert back.json() == {"mark": 0}
