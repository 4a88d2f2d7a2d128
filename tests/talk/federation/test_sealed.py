"""A room that is kept from the Internet side is not there for those who arrange their body's part in it, either
(ZONE-5); and a room whose label lets in no bodies any more is shown to none."""

from uuid import UUID

import pytest

from tests.cast import MIHON, MORI, SATO, TAKAHASHI, TONARI
from tests.talk.federation.joining import (
    ADMIN_B,
    GONE,
    asks,
    bodies,
    invites,
    joined,
    labels_of,
    parts,
    together,
)
from tests.talk.rooms.labelling import AT_HOME, SHARED, label
from tests.town import Town

pytestmark = pytest.mark.anyio
UNKNOWN = (422, "wrong")


async def shared_inside(town: Town, room: UUID) -> None:
    """The room is shared with other bodies, and not there on the Internet side."""
    inside = {"internet": False, "bodies": True, "guests": False, "printing": True, "forwarding": True}
    free = inside | {"internet": True, "guests": True}
    levels = [
        {"name": "外部と共有", "personal": False, **free},
        {"name": "庁内と共有", "personal": False, **inside},
        {"name": "庁内限り", "personal": True, **dict.fromkeys(inside, False)},
    ]
    order = {"levels": levels, "templates": {}}
    assert await asks(town, TAKAHASHI, "PUT", "/api/room-labels/order", order) == (204, "")
    assert (await label(town, SATO, room, AT_HOME, expected=9))[0] == 204


@pytest.mark.req("ZONE-5", "FED-1", "A9")
async def test_a_part_in_a_sealed_room_is_not_there_on_the_internet_side(town: Town) -> None:
    room = await together(town)
    await shared_inside(town, room)
    path = await joined(town, room, MORI)
    assert [each["room"] for each in await parts(town)] == ["福祉課"]
    outside = await town.call(ADMIN_B, "GET", "/api/federation", zone="internet")
    assert outside.json()["parts"] == []
    for method, at, body in (
        ("GET", f"{path}/people", None),
        ("PUT", path, {"contact": "だれか"}),
        ("POST", f"{path}/people", {"accounts": [str(MORI)]}),
        ("DELETE", f"{path}/people/{MORI}", None),
        ("DELETE", path, None),
    ):
        assert await asks(town, ADMIN_B, method, at, body, zone="internet") == GONE, (method, at)
    assert (await asks(town, ADMIN_B, "GET", f"{path}/people"))[0] == 200
    assert (await bodies(town, room))["隣見市"]["people"] == 1


@pytest.mark.req("ZONE-5", "FED-4", "A9")
async def test_a_sealed_room_that_takes_askings_is_found_on_the_lgwan_side_alone(town: Town) -> None:
    room = await together(town)
    await shared_inside(town, room)
    await asks(town, SATO, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True})
    listed, wish = f"/api/bodies/{MIHON}/rooms", {"room_id": str(room)}
    assert (await town.call(ADMIN_B, "GET", listed, zone="internet")).json() == {"rooms": []}
    assert await asks(town, ADMIN_B, "POST", "/api/federation", wish, zone="internet") == UNKNOWN
    assert len((await town.call(ADMIN_B, "GET", listed)).json()["rooms"]) == 1
    assert await asks(town, ADMIN_B, "POST", "/api/federation", wish) == (204, "")


@pytest.mark.req("ZONE-5", "FED-4", "A4")
async def test_a_room_that_was_raised_is_found_by_no_other_body_any_more(town: Town) -> None:
    room = await together(town)
    await asks(town, SATO, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True})
    listed, wish = f"/api/bodies/{MIHON}/rooms", {"room_id": str(room)}
    assert len((await town.call(ADMIN_B, "GET", listed)).json()["rooms"]) == 1
    assert (await label(town, SATO, room, AT_HOME, expected=9))[0] == 204
    assert (await town.call(ADMIN_B, "GET", listed)).json() == {"rooms": []}
    assert await asks(town, ADMIN_B, "POST", "/api/federation", wish) == UNKNOWN


@pytest.mark.req("ZONE-5", "FED-1", "A4")
async def test_levels_that_let_in_no_bodies_any_more_end_invitations_with_them(town: Town) -> None:
    room = await together(town)
    await labels_of(town, MIHON)
    await invites(town, room)
    assert len(await parts(town)) == 1
    levels = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()["levels"]
    order = {"levels": [levels[0] | {"bodies": False}, *levels[1:]], "templates": {}}
    assert await asks(town, TAKAHASHI, "PUT", "/api/room-labels/order", order) == (204, "")
    assert (await parts(town), list(await bodies(town, room))) == ([], ["見本市"])
    assert (await town.told(room))[-1] == "rooms.bodies_changed"
    assert await invites(town, room, body=TONARI) == (409, "federation.not_at_this_label")
    assert (await label(town, SATO, room, SHARED))[0] == 204
