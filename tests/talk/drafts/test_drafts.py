"""What is written on one device is found on the other, and nothing of it gets lost between them (MSG-15)."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.cast import SATO, SUZUKI, TANAKA, WELFARE
from tests.ear import Frame
from tests.keys import new_send_key
from tests.talk.actors import actor_of, change_room, opened
from tests.talk.statements import statements
from tests.town import Town
from tests.transcripts import transcript
from yoriai.talk.drafts import service as drafts
from yoriai.talk.drafts.models import Draft

pytestmark = [pytest.mark.anyio, pytest.mark.req("MSG-15")]
PATH = f"/api/rooms/{WELFARE}/draft"


async def write(
    town: Town,
    text: str,
    *,
    seen: str | None = None,
    version: str | None = None,
    who: UUID = SATO,
    **more: object,
) -> Frame:
    """Save a draft as a device does; what stands there now."""
    path = f"/api/rooms/{more.pop('room', WELFARE)}/draft"
    body = {"version": version or new_send_key(), "seen": seen, "text": text} | more
    answer = await town.call(who, "PUT", path, body)
    assert answer.status_code == 200, answer.text
    told: Frame = answer.json()
    return told


async def of(town: Town, who: UUID) -> list[Frame]:
    answer = await town.call(who, "GET", "/api/drafts")
    found: list[Frame] = answer.json()["drafts"]
    return found


@pytest.mark.req("C8")
async def test_a_screen_that_is_open_elsewhere_stays_true(town: Town) -> None:
    first = (await write(town, "会議は"))["draft"]["version"]
    told, more = ["drafts.changed"], ["/api/drafts"]
    async with transcript(town, "drafts.changed", SATO, expect=told, more=more):
        second = (await write(town, "会議は延期です", seen=first))["draft"]["version"]
    async with transcript(town, "drafts.changed-sent", SATO, expect=told, more=more):
        await write(town, "", seen=second)


async def rows(town: Town) -> int:
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.count()).select_from(Draft)) or 0


async def test_the_other_device_is_told_and_nobody_else(town: Town) -> None:
    async with town.listens(SATO, zone="internet") as phone, town.listens(SUZUKI) as other:
        saved = await write(town, "会議は15時です\n場所は")
        told = await phone.fact("drafts.changed")
        assert told["body"] == saved
        await write(town, "了解", who=SUZUKI)
        assert (await other.fact("drafts.changed"))["body"]["draft"]["text"] == "了解"
        assert len(other.named("drafts.changed")) == 1
    assert await of(town, SATO) == [saved["draft"]]
    assert [each["text"] for each in await of(town, SUZUKI)] == ["了解"]


async def test_what_another_device_had_written_is_kept_beside_it_until_it_is_taken(town: Town) -> None:
    desk = (await write(town, "会議は15時です"))["draft"]
    phone = (await write(town, "会議は延期です"))["draft"]
    assert (phone["text"], phone["aside"]) == (
        "会議は延期です",
        [{"version": desk["version"], "text": "会議は15時です"}],
    )
    taken = await write(town, "会議は15時です", seen=phone["version"], takes=desk["version"])
    assert [each["text"] for each in taken["draft"]["aside"]] == ["会議は延期です"]

    gone = await town.call(SATO, "DELETE", f"{PATH}/aside/{phone['version']}")
    assert gone.json()["draft"]["aside"] == []
    again = await town.call(SATO, "DELETE", f"{PATH}/aside/{phone['version']}")
    assert (again.status_code, again.json()) == (200, gone.json())
    assert (await town.told_at(f"person/{SATO}")).count("drafts.changed") == 4


async def test_what_was_sent_is_gone_everywhere(town: Town) -> None:
    saved = (await write(town, "会議は15時です"))["draft"]
    async with town.listens(SATO, zone="internet") as phone:
        cleared = await write(town, "", seen=saved["version"])
        assert (await phone.fact("drafts.changed"))["body"] == cleared
    assert cleared == {"room_id": str(WELFARE), "thread_id": None, "draft": None}
    assert (await of(town, SATO), await rows(town)) == ([], 0)


@pytest.mark.req("BASE-4")
async def test_saving_again_tells_nobody(town: Town) -> None:
    version = new_send_key()
    first = await write(town, "会議は15時です", version=version)
    for again in (
        await write(town, "別の文でも", version=version),
        await write(town, "会議は15時です", seen=version),
        await write(town, "会議は15時です", seen=None),
        await write(town, "", seen="01ARZ3NDEKTSV4RRFFQ69G5FAV"),
    ):
        assert again == first
    assert (await town.told_at(f"person/{SATO}")).count("drafts.changed") == 1


async def test_two_devices_at_once_lose_no_word(town: Town) -> None:
    await asyncio.gather(*(write(town, text) for text in ("会議は15時です", "会議は延期です")))
    (draft,) = await of(town, SATO)
    assert sorted([draft["text"], *(each["text"] for each in draft["aside"])]) == [
        "会議は15時です",
        "会議は延期です",
    ]


async def test_a_draft_under_a_message_is_another_one(town: Town) -> None:
    root = await town.says(SUZUKI, "資料はどこですか", WELFARE)
    await write(town, "部屋へ")
    await write(town, "こちらです", thread=root)
    assert {(each["thread_id"], each["text"]) for each in await of(town, SATO)} == {
        (None, "部屋へ"),
        (root, "こちらです"),
    }
    secret = await town.says(TANAKA, "入札予定", town.roads)
    body = {"version": new_send_key(), "seen": None, "text": "こちらです", "thread": secret}
    assert (await town.call(SATO, "PUT", PATH, body)).status_code == 404


@pytest.mark.req("D18")
async def test_drafts_of_a_room_that_one_has_left_are_gone(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI, TANAKA])
    await write(town, "まだ途中", who=SUZUKI, room=room)
    await write(town, "これは残る", who=SUZUKI)
    members = f"/api/rooms/{room}/members"
    assert (await town.call(SUZUKI, "DELETE", f"{members}/{SUZUKI}")).status_code == 204
    assert [each["text"] for each in await of(town, SUZUKI)] == ["これは残る"]
    async with asyncio.timeout(20):
        while await rows(town) > 1:  # noqa: ASYNC110 a durable reader tells nobody when it has been there
            await asyncio.sleep(0.05)
    await town.call(SATO, "POST", members, {"accounts": [str(SUZUKI)]})
    assert [each["text"] for each in await of(town, SUZUKI)] == ["これは残る"]


async def test_a_room_that_was_put_away_takes_no_draft_and_lets_go_of_one(town: Town) -> None:
    saved = (await write(town, "途中"))["draft"]
    await change_room(town, WELFARE, archived_at=datetime.now(UTC))
    body = {"version": new_send_key(), "seen": saved["version"], "text": "途中です"}
    refused = await town.call(SATO, "PUT", PATH, body)
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.archived")
    assert (await write(town, "", seen=saved["version"]))["draft"] is None


@pytest.mark.asvs("V2.3.2")
async def test_a_pile_of_drafts_refuses_politely(town: Town, monkeypatch) -> None:
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 1)
    await write(town, "一つめ")
    room = await opened(town, SATO, [SUZUKI])
    body = {"version": new_send_key(), "seen": None, "text": "二つめ"}
    refused = await town.call(SATO, "PUT", f"/api/rooms/{room}/draft", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "drafts.too_many")


@pytest.mark.parametrize("text", ["あ" * 20_001, "途中\0"])
async def test_what_is_no_draft_is_refused(town: Town, text: str) -> None:
    body = {"version": new_send_key(), "seen": None, "text": text}
    assert (await town.call(SATO, "PUT", PATH, body)).status_code in (400, 422)


async def test_many_drafts_take_as_many_queries_as_one(town: Town) -> None:
    actor, counts = await actor_of(town, SATO), list[tuple[int, int]]()
    for each in range(3):
        await write(town, f"{each}", room=await opened(town, SATO, [SUZUKI]))
        async with town.assembly.works.reading() as work, statements(work) as sent:
            found = await drafts.drafts_of(work, actor)
        counts.append((len(found.drafts), len(sent)))
    assert counts == [(1, 2), (2, 2), (3, 2)]
