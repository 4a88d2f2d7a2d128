"""Read marks: forward only, one's own alone, counted for everybody else."""

import asyncio
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, TANAKA, WELFARE
from tests.ear import Refusal
from tests.talk.actors import actor_of, change_room, opened
from tests.talk.statements import taken_by
from tests.town import Town
from yoriai.kit.errors import NotFound
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.receipts.mark import Marking, mark_all

pytestmark = pytest.mark.anyio


async def mark(town: Town, who: UUID, ordinal: int, room: UUID = WELFARE) -> int:
    answer = await town.call(who, "PUT", f"/api/rooms/{room}/read-mark", {"ordinal": ordinal})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["mark"])


async def marks(town: Town, who: UUID = SATO, room: UUID = WELFARE) -> list[list[int]]:
    found: list[list[int]] = (await town.call(who, "GET", f"/api/rooms/{room}/messages")).json()["marks"]
    return found


async def told(town: Town, who: UUID) -> list[tuple[str, int]]:
    frames = (await town.call(who, "GET", f"/api/facts?stream=person/{who}&after=0")).json()["frames"]
    return [(each["fact"], each["body"]["ordinal"]) for each in frames]


@pytest.fixture
async def said(town: Town) -> None:
    for each in range(1, 6):
        await town.says(SATO, f"{each}件目", WELFARE)


@pytest.mark.req("MSG-9")
async def test_a_mark_moves_forward_only_and_never_beyond_the_newest(town: Town, said: None) -> None:
    moves = [await mark(town, SUZUKI, ordinal) for ordinal in (2, 1, 2, -7, 99, 4)]
    assert moves == [2, 2, 2, 2, 5, 5]
    assert await told(town, SUZUKI) == [("receipts.marked", 2), ("receipts.marked", 5)]
    assert await told(town, SATO) == []


@pytest.mark.req("MSG-9")
async def test_posting_moves_ones_own_mark(town: Town, said: None) -> None:
    assert await mark(town, SATO, 1) == 5
    assert await marks(town) == [[5, 1]]
    assert await mark(town, SUZUKI, 3) == 3
    assert await marks(town) == [[3, 1], [5, 1]]


@pytest.mark.req("MSG-9")
async def test_all_devices_of_a_reader_hear_it_and_nobody_else_does(town: Town, said: None) -> None:
    async with town.listens(SUZUKI, zone="internet") as phone, town.listens(SATO) as other:
        async with town.listens(SUZUKI) as desk:
            assert await desk.ask("receipts.mark", room_id=str(WELFARE), ordinal=4) == {"mark": 4}
            heard = [await each.fact("receipts.marked") for each in (desk, phone)]
        await other.ask("look", stream=None)
        assert not other.named("receipts.marked")
    assert {(each["body"]["room_id"], each["body"]["ordinal"]) for each in heard} == {(str(WELFARE), 4)}


@pytest.mark.req("MSG-9")
async def test_who_looks_at_the_room_is_signalled_the_counts(town: Town, said: None) -> None:
    async with town.listens(SATO) as looking, town.listens(SUZUKI) as away:
        await looking.ask("look", stream=f"room/{WELFARE}")
        await mark(town, SUZUKI, 3)
        await looking.until(lambda: any("signal" in frame for frame in looking.frames))
        signal = next(frame for frame in looking.frames if "signal" in frame)
        assert not [frame for frame in away.frames if "signal" in frame]
    assert signal == {"signal": "receipts.counted", "room_id": str(WELFARE), "marks": [[3, 1], [5, 1]]}


@pytest.mark.req("N14")
async def test_a_stranger_marks_nothing(town: Town, said: None) -> None:
    assert (
        await town.call(TANAKA, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 1})
    ).status_code == 404
    async with town.listens(TANAKA) as ear:
        with pytest.raises(Refusal) as refused:
            await ear.ask("receipts.mark", room_id=str(WELFARE), ordinal=1)
        assert refused.value.code == "not_found"
    assert await marks(town) == [[5, 1]]


async def test_a_mark_needs_a_number_and_nothing_else(town: Town) -> None:
    path = f"/api/rooms/{WELFARE}/read-mark"
    for body in ({}, {"ordinal": "x"}, {"ordinal": 1.5}, {"ordinal": 1, "account_id": str(SATO)}):
        assert (await town.call(SUZUKI, "PUT", path, body)).status_code == 422
    assert await mark(town, SUZUKI, 10**400) == 0
    assert await marks(town) == []


@pytest.mark.req("C8", "MSG-9")
async def test_many_devices_at_once_never_move_a_mark_back(town: Town, said: None) -> None:
    answers = await asyncio.gather(*(mark(town, SUZUKI, 1 + each % 5) for each in range(40)))
    ordinals = [ordinal for _, ordinal in await told(town, SUZUKI)]
    assert ordinals == sorted(set(ordinals))
    assert max(answers) == 5
    assert await marks(town) == [[5, 2]]


async def test_marks_that_wait_together_are_moved_together(town: Town, said: None) -> None:
    works = town.assembly.works
    sato, suzuki, tanaka = [await actor_of(town, who) for who in (SATO, SUZUKI, TANAKA)]
    many = [Marking(each, WELFARE, at, Cause()) for at in (2, 3, 4) for each in (sato, suzuki, tanaka)]
    assert await taken_by(works, mark_all, many) == await taken_by(
        works, mark_all, many[1:3]
    )  # of whom one may not

    outcomes = await asyncio.gather(
        *(works.together_quickly(mark_all, each) for each in many), return_exceptions=True
    )
    assert [each if isinstance(each, int) else type(each) for each in outcomes] == [
        5, 2, NotFound, 5, 3, NotFound, 5, 4, NotFound
    ]  # fmt: skip
    assert await told(town, SUZUKI) == [("receipts.marked", 4)]
    assert await told(town, SATO) == []


@pytest.mark.req("MSG-9")
async def test_who_leaves_takes_no_reader_away(town: Town, said: None) -> None:
    await mark(town, SUZUKI, 5)
    await town.call(SUZUKI, "DELETE", f"/api/rooms/{WELFARE}/members/{SUZUKI}")
    assert await marks(town) == [[5, 2]]


@pytest.mark.req("D17", "MSG-9")
async def test_who_is_not_shown_the_past_is_no_reader_of_it(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    await change_room(town, room, policies={"past": "hidden"})
    for each in range(3):
        await town.says(SATO, f"{each}件目", room)
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(TANAKA)]})
    assert await mark(town, TANAKA, 1, room) == 3
    assert await marks(town, room=room) == [[3, 1]]
    await town.says(SATO, "4件目", room)
    assert await mark(town, TANAKA, 4, room) == 4

    counted = await marks(town, room=room)
    readers = {ordinal: sum(count for at, count in counted if at >= ordinal) for ordinal in range(1, 5)}
    assert readers == {1: 1, 2: 1, 3: 1, 4: 2}
