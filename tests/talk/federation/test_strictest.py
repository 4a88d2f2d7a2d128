"""The strictest rule holds: what one of the bodies in a room does not allow is not done there (ZONE-5)."""

import pytest

from tests.cast import MIHON, MORI, SATO, TAKAHASHI, TONARI, with_guest
from tests.talk.federation.joining import (
    ADMIN_B,
    asks,
    bodies,
    invites,
    joined,
    labels_of,
    part_of,
    parts,
    together,
)
from tests.talk.guests.inviting import KITA
from tests.talk.rooms.labelling import AT_HOME, SEALED, SHARED, label
from tests.town import Town

pytestmark = pytest.mark.anyio


@pytest.mark.req("FED-1", "ZONE-5")
async def test_what_one_body_keeps_off_paper_stays_off_paper_until_it_is_gone(town: Town) -> None:
    room = await together(town)
    await labels_of(town, TONARI, printing=False, guests=False)
    paper = f"/api/rooms/{room}/paper"
    assert (await asks(town, SATO, "GET", paper))[0] == 200
    path = await joined(town, room, MORI)
    for who in (SATO, MORI):
        assert await asks(town, who, "GET", paper) == (409, "rooms.label_keeps_off_paper")
    level = (await town.call(SATO, "GET", f"/api/rooms/{room}")).json()["label"]
    assert (level["printing"], level["guests"], level["forwarding"]) == (False, False, True)
    guests = await asks(town, SATO, "POST", f"/api/rooms/{room}/guests", {"guests": [KITA]})
    assert guests == (409, "guests.not_at_this_label")
    await asks(town, ADMIN_B, "DELETE", path)
    assert (await asks(town, SATO, "GET", paper))[0] == 200


@pytest.mark.req("FED-1", "ZONE-5")
async def test_a_body_does_not_come_where_its_own_rules_forbid(town: Town) -> None:
    room = await together(town)
    await invites(town, room)
    path = await part_of(town, room)
    await labels_of(town, TONARI, bodies=False, guests=False)
    assert await asks(town, ADMIN_B, "PUT", path, {}) == (409, "federation.own_rules_forbid")
    await labels_of(town, TONARI, internet=False, guests=False)
    assert await asks(town, ADMIN_B, "PUT", path, {}) == (409, "federation.needs_lgwan")
    await with_guest(town.assembly.works, room)
    await labels_of(town, TONARI, guests=False)
    assert await asks(town, ADMIN_B, "PUT", path, {}) == (409, "federation.guests_are_here")
    await labels_of(town, TONARI)
    assert await asks(town, ADMIN_B, "PUT", path, {}) == (204, "")


@pytest.mark.req("FED-1", "ZONE-5")
async def test_a_label_that_lets_in_no_bodies_keeps_them_out_and_sends_them_away(town: Town) -> None:
    room = await together(town)
    await label(town, SATO, room, AT_HOME)
    assert await invites(town, room) == (409, "federation.not_at_this_label")
    await label(town, SATO, room, SHARED)
    await joined(town, room, MORI)
    assert await label(town, SATO, room, AT_HOME) == (409, "rooms.label_shuts_out")
    assert await label(town, SATO, room, AT_HOME, expected=9) == (204, "")
    assert (await asks(town, MORI, "GET", f"/api/rooms/{room}"))[0] == 404
    assert (list(await bodies(town, room)), await parts(town)) == (["見本市"], [])


@pytest.mark.req("FED-1", "ZONE-5")
async def test_a_body_that_keeps_inside_keeps_its_rooms_off_the_internet_side(town: Town) -> None:
    room = await together(town)
    await labels_of(town, MIHON)
    levels = (await town.call(TAKAHASHI, "GET", "/api/room-labels/order")).json()["levels"]
    shared_inside = levels[1] | {"bodies": True}
    order = {"levels": [levels[0], shared_inside, levels[2]], "templates": {}}
    assert await asks(town, TAKAHASHI, "PUT", "/api/room-labels/order", order) == (204, "")
    await label(town, SATO, room, AT_HOME, expected=9)
    await labels_of(town, TONARI, internet=False, guests=False)
    await joined(town, room, MORI)
    assert (await asks(town, MORI, "GET", f"/api/rooms/{room}", zone="internet"))[0] == 404
    assert await label(town, SATO, room, SHARED) == (409, "rooms.body_keeps_inside")
    assert await label(town, SATO, room, SEALED, expected=9) == (204, "")


@pytest.mark.req("FED-1", "ZONE-5")
async def test_a_body_orders_its_levels_anew_and_rooms_of_others_go_along(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    paper = f"/api/rooms/{room}/paper"
    ordered = (await town.call(ADMIN_B, "GET", "/api/room-labels/order")).json()
    free, *rest = ordered["levels"]
    for inside in rest:
        inside |= {"printing": False}
    order = {"levels": [free | {"printing": False}, *rest], "templates": {}}
    assert await asks(town, ADMIN_B, "PUT", "/api/room-labels/order", order) == (204, "")
    assert await asks(town, SATO, "GET", paper) == (409, "rooms.label_keeps_off_paper")
    assert (await town.told(room))[-1] == "rooms.bodies_changed"
    shut = {"levels": [free | {"bodies": False}, *rest], "templates": {}}
    refused = await asks(town, ADMIN_B, "PUT", "/api/room-labels/order", shut)
    assert refused == (409, "rooms.labels_leave_rooms")


@pytest.mark.req("FED-1", "ZONE-5")
async def test_a_body_does_not_shut_out_guests_while_it_is_where_some_are(town: Town) -> None:
    room = await together(town)
    await labels_of(town, TONARI)
    path = await joined(town, room, MORI)
    await with_guest(town.assembly.works, room)
    free, *rest = (await town.call(ADMIN_B, "GET", "/api/room-labels/order")).json()["levels"]
    order = {"levels": [free | {"guests": False}, *rest], "templates": {}}
    refused = await asks(town, ADMIN_B, "PUT", "/api/room-labels/order", order)
    assert refused == (409, "rooms.labels_leave_rooms")
    await asks(town, ADMIN_B, "DELETE", path)
    assert await asks(town, ADMIN_B, "PUT", "/api/room-labels/order", order) == (204, "")
