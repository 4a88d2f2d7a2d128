"""Old screen + facts = fresh screen, where labels change: on the LGWAN side, and where the room is gone."""

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI
from tests.talk.actors import change_seat
from tests.town import Town
from tests.transcripts import transcript

pytestmark = [pytest.mark.anyio, pytest.mark.req("C8", "ZONE-5")]


async def label(town: Town, number: int) -> None:
    path = f"/api/rooms/{town.welfare}/label"
    answer = await town.call(SATO, "PUT", path, {"label": number, "expected": 9})
    assert answer.status_code == 204, answer.text


async def test_a_room_is_labelled_otherwise_for_everybody_and_is_gone_outside(town: Town) -> None:
    await change_seat(town, town.welfare, SATO, role="manager")
    await town.says(SUZUKI, "ここは窓口の相談です", town.welfare)
    async with transcript(town, "rooms.labelled", SUZUKI, [town.welfare], expect=["rooms.labelled"]):
        await label(town, 3)
    await label(town, 2)
    async with transcript(town, "rooms.sealed", SUZUKI, expect=["rooms.sealed"], zone="internet"):
        await label(town, 3)
    async with transcript(town, "rooms.unsealed", SUZUKI, expect=["rooms.unsealed"], zone="internet"):
        await label(town, 1)


async def test_other_labels_for_new_rooms_change_nothing_on_the_talk_screen(town: Town) -> None:
    there = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()
    wish = {"levels": there["levels"], "templates": {"meeting": 1}}
    async with transcript(town, "rooms.labels_ordered", SATO, expect=["rooms.labels_ordered"]):
        assert (await town.call(TAKAHASHI, "PUT", "/api/room-labels/order", wish)).status_code == 204
