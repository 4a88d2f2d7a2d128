"""What a word has met is told only to whoever may still read it, however late they hear of it."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI
from tests.talk.actors import change_seat
from tests.talk.council import council_of, serves
from tests.talk.watchwords.test_watchwords import comes_to, watch
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-16", "D17")]


@pytest.fixture
async def room(town: Town) -> UUID:
    """A room of the council, in which a word of 鈴木's was said twice."""
    council = await council_of(town, SATO, SUZUKI)
    body = {
        "request_key": "0" * 26,
        "name": "議会",
        "members": [str(SUZUKI)],
        "organization_id": str(council),
    }
    made = await town.call(SATO, "POST", "/api/rooms", body)
    assert made.status_code == 201, made.text
    there = UUID(made.json()["room_id"])
    await watch(town, SUZUKI, "予算")
    for _ in range(2):
        await town.says(SATO, "予算の話", there)
    await comes_to(town, SUZUKI, [1, 2], there)
    return there


async def told(town: Town, room: UUID) -> Sequence[bool]:
    """Of which of the two messages 鈴木 is told now, who was not there when they were said."""
    missed = (await town.call(SUZUKI, "GET", f"/api/facts?stream=person/{SUZUKI}&after=0")).json()["frames"]
    ordinals = [each["body"]["ordinal"] for each in missed if each.get("fact") == "watchwords.met"]
    return [ordinal in ordinals for ordinal in (1, 2)]


async def test_whoever_came_back_hears_of_nothing_from_before(town: Town, room: UUID) -> None:
    assert await told(town, room) == [True, True]
    await change_seat(town, room, SUZUKI, since_ordinal=2)
    assert await told(town, room) == [False, True]


@pytest.mark.req("A4", "ORG-7")
async def test_whoever_serves_there_no_longer_hears_of_nothing(town: Town, room: UUID) -> None:
    await serves(town, SUZUKI)
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).status_code == 404
    assert await told(town, room) == [False, False]
