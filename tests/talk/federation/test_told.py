"""What open screens are told of bodies in rooms, recorded for the web."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI
from tests.talk.actors import opened
from tests.talk.federation.joining import ADMIN_B, asks, invites, joined, part_of, parts, together
from tests.talk.rooms.labelling import AT_HOME, SHARED, label
from tests.town import Town
from tests.transcripts import transcript

pytestmark = pytest.mark.anyio


@pytest.mark.req("FED-1", "ZONE-4", "C8", "N114")
async def test_a_body_that_comes_in_stands_in_the_room_and_at_its_own_people(town: Town) -> None:
    room = await together(town)
    async with transcript(town, "federation.parts_changed", MORI, expect=["federation.parts_changed"]):
        await invites(town, room)
    path = await part_of(town, room)
    async with transcript(town, "rooms.bodies_changed", SUZUKI, [room], expect=["rooms.bodies_changed"]):
        assert await asks(town, ADMIN_B, "PUT", path, {}) == (204, "")


async def _by_a_label(town: Town, room: UUID) -> None:
    assert (await label(town, SATO, room, AT_HOME, expected=9))[0] == 204


async def _by_an_order(town: Town, _: UUID) -> None:
    there = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()
    usual = next(each["levels"] for each in there["presets"] if len(each["levels"]) == 3)
    order = {"levels": [each | {"bodies": False} for each in usual], "templates": {}}
    assert await asks(town, TAKAHASHI, "PUT", "/api/room-labels/order", order) == (204, "")


@pytest.mark.req("FED-1", "ZONE-5", "C8")
@pytest.mark.parametrize("ends", [_by_a_label, _by_an_order])
async def test_a_body_whose_part_ends_by_a_label_is_told_and_so_is_the_host(
    town: Town, ends: Callable[[Town, UUID], Awaitable[None]]
) -> None:
    room = await together(town)
    await joined(town, room)
    async with town.listens(ADMIN_B) as ear:
        await ends(town, room)
        await ear.until(lambda: ear.named("federation.parts_changed"), patience=30)
    assert await parts(town) == []
    assert "federation.parts_changed" in await town.told_at(f"organization/{CITY_HALL}")


@pytest.mark.req("FED-1", "N50")
async def test_of_a_label_by_which_nothing_ends_no_body_is_told(town: Town) -> None:
    room = await together(town)
    await joined(town, room)
    async with town.listens(ADMIN_B) as ear:
        assert (await label(town, SATO, await opened(town, SATO, [SUZUKI]), SHARED))[0] == 204
        await _by_a_label(town, room)
        await ear.until(lambda: ear.named("federation.parts_changed"), patience=30)
        assert len(ear.named("federation.parts_changed")) == 1
