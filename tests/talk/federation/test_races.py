"""A body's own rules change in the moment in which it comes into a room: the stricter ones hold there."""

import asyncio

import pytest

from tests.cast import SATO, TONARI
from tests.people.waiting import somebody_waits
from tests.talk.actors import actor_of
from tests.talk.federation.joining import ADMIN_B, asks, bodies, invites, part_of, together
from tests.town import Town
from yoriai.people.orgs import settings
from yoriai.talk.rooms.labels import Labels
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.order_labels import order_labels

# Where there is one writer, works do not interleave.
pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["postgresql"], indirect=True)]


@pytest.mark.req("FED-1", "ZONE-5")
@pytest.mark.parametrize("by", ["invitation", "asking"])
async def test_what_a_body_forbids_while_it_comes_in_is_forbidden_in_the_room(town: Town, by: str) -> None:
    room = await together(town)
    if by == "invitation":
        await invites(town, room)
        comes = ADMIN_B, "PUT", await part_of(town, room), {}
    else:
        await asks(town, SATO, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True})
        await asks(town, ADMIN_B, "POST", "/api/federation", {"room_id": str(room)})
        comes = SATO, "POST", f"/api/rooms/{room}/bodies", {"tenant_id": str(TONARI)}
    me = await actor_of(town, ADMIN_B)
    async with asyncio.timeout(10), town.assembly.works.writing() as work:
        labels = await settings.of(work, TONARI, Labels)
        stricter = tuple(level.model_copy(update={"printing": False}) for level in labels.levels)
        await order_labels(work, me, labels.model_copy(update={"levels": stricter}))
        await work.session.flush()
        coming = asyncio.create_task(asks(town, *comes))
        await somebody_waits(town)
    assert await coming == (204, "")
    assert (await bodies(town, room))["隣見市"]["state"] == "joined"
    async with town.assembly.works.reading() as work:
        assert "printing" in (await work.session.get_one(Room, room)).withheld
