"""What open screens are told of bodies in rooms, recorded for the web."""

import pytest

from tests.cast import MORI, SUZUKI
from tests.talk.federation.joining import ADMIN_B, asks, invites, part_of, together
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
