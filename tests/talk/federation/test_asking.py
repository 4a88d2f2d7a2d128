"""Bodies ask to be let in, and the body that runs the room keeps whom to ask of each (FED-4)."""

import pytest

from tests.cast import MIHON, MORI, SATO, TAKAHASHI, TONARI
from tests.neighbours import take_part
from tests.talk.federation.joining import ADMIN_B, GONE, asks, bodies, brings, lines, part_of, parts, together
from tests.talk.rooms.labelling import AT_HOME, SHARED, label
from tests.town import Town
from yoriai.people.orgs.models import Tenant
from yoriai.talk.federation import asking, invite

pytestmark = pytest.mark.anyio
UNKNOWN = (422, "wrong")


@pytest.mark.req("FED-4")
async def test_a_body_finds_a_room_that_takes_askings_asks_and_is_let_in(town: Town) -> None:
    room = await together(town)
    listed, wish = (
        f"/api/bodies/{MIHON}/rooms",
        {"room_id": str(room), "words": "共同研究に加わりたいです", "contact": "健康課"},
    )
    assert (await town.call(ADMIN_B, "GET", listed)).json() == {"rooms": []}
    assert await asks(town, ADMIN_B, "POST", "/api/federation", wish) == UNKNOWN
    takes = f"/api/rooms/{room}/bodies/asking"
    assert await asks(town, SATO, "PUT", takes, {"takes": True}) == (204, "")
    assert [each["name"] for each in (await town.call(ADMIN_B, "GET", listed)).json()["rooms"]] == ["福祉課"]
    for _ in range(2):
        assert await asks(town, ADMIN_B, "POST", "/api/federation", wish) == (204, "")

    there = (await bodies(town, room))["隣見市"]
    assert (there["state"], there["words"], there["contact"]) == (
        "asked",
        "共同研究に加わりたいです",
        "健康課",
    )
    assert (await parts(town))[0]["state"] == "asked"
    path = await part_of(town, room)
    assert await asks(town, ADMIN_B, "PUT", path, {"contact": "健康課"}) == (
        204,
        "",
    )  # it does not let itself in
    assert await brings(town, path, MORI) == (409, "federation.not_yet_in")
    assert await asks(town, MORI, "GET", f"/api/rooms/{room}") == GONE
    assert await asks(town, SATO, "POST", f"/api/rooms/{room}/bodies", {"tenant_id": str(TONARI)}) == (
        204,
        "",
    )
    assert await brings(town, path, MORI) == (204, "")
    assert (await bodies(town, room))["隣見市"]["state"] == "joined"


@pytest.mark.req("FED-4", "A4")
async def test_only_rooms_that_take_askings_are_found_and_only_by_administrators(town: Town) -> None:
    room = await together(town)
    takes, listed = f"/api/rooms/{room}/bodies/asking", f"/api/bodies/{MIHON}/rooms"
    await label(town, SATO, room, AT_HOME)
    assert await asks(town, SATO, "PUT", takes, {"takes": True}) == (409, "federation.not_at_this_label")
    await label(town, SATO, room, SHARED)
    await asks(town, SATO, "PUT", takes, {"takes": True})
    assert (await asks(town, MORI, "GET", listed))[0] == 403
    assert await asks(town, MORI, "POST", "/api/federation", {"room_id": str(room)}) == (403, "forbidden")
    assert await asks(town, TAKAHASHI, "POST", "/api/federation", {"room_id": str(room)}) == UNKNOWN
    await asks(town, SATO, "PUT", takes, {"takes": False})
    assert (await town.call(ADMIN_B, "GET", listed)).json() == {"rooms": []}
    await take_part(town, TONARI, barred=())
    async with town.assembly.works.writing() as work:
        (await work.session.get_one(Tenant, MIHON)).policies = {}
    assert await asks(town, ADMIN_B, "GET", listed) == UNKNOWN


@pytest.mark.req("FED-4", "FED-2")
async def test_an_asking_is_turned_down_and_a_barred_kind_does_not_ask(town: Town) -> None:
    room = await together(town)
    await asks(town, SATO, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True})
    wish = {"room_id": str(room)}
    await asks(town, ADMIN_B, "POST", "/api/federation", wish)
    assert await asks(town, SATO, "DELETE", f"/api/rooms/{room}/bodies/{TONARI}") == (204, "")
    assert await parts(town) == []
    await take_part(town, MIHON, barred=("municipality",))
    refused = await asks(town, ADMIN_B, "POST", "/api/federation", wish)
    assert refused == (409, "federation.kind_barred")


@pytest.mark.req("FED-4")
async def test_the_host_keeps_whom_to_ask_of_each_body(town: Town) -> None:
    room = await together(town)
    await asks(town, SATO, "POST", f"/api/rooms/{room}/bodies", {"tenant_id": str(TONARI)})
    kept = f"/api/rooms/{room}/bodies/{TONARI}/contact"
    for _ in range(2):
        assert await asks(town, SATO, "PUT", kept, {"contact": "健康課 森（内線 12）"}) == (204, "")
    assert (await bodies(town, room))["隣見市"]["contact"] == "健康課 森（内線 12）"
    assert (await town.told(room)).count("rooms.bodies_changed") == 2
    assert await asks(town, ADMIN_B, "PUT", kept, {"contact": "だれか"}) == GONE


@pytest.mark.req("FED-4", "ROOM-10", "AUDIT-4")
async def test_everybody_in_the_room_is_told_that_others_may_ask_to_come_in(town: Town) -> None:
    room = await together(town)
    for takes in (True, True, False):
        await asks(town, SATO, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": takes})
    assert await lines(town, room) == [("askings", "on"), ("askings", "off")]
    assert (await town.told(room)).count("rooms.changed") == 2


@pytest.mark.req("FED-4", "A4")
async def test_a_body_that_takes_part_no_longer_is_asked_for_nothing(town: Town) -> None:
    room = await together(town)
    await asks(town, SATO, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True})
    async with town.assembly.works.writing() as work:
        host = await work.session.get_one(Tenant, MIHON)
        host.policies = host.policies | {"federation": {"open": False, "barred": []}}
    assert await asks(town, ADMIN_B, "POST", "/api/federation", {"room_id": str(room)}) == UNKNOWN


@pytest.mark.req("FED-4")
async def test_askings_end_at_a_number_and_take_no_place(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    room = await together(town)
    await asks(town, SATO, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True})
    wish, body = {"room_id": str(room)}, {"tenant_id": str(TONARI)}
    monkeypatch.setattr(asking, "MOST_ASKING", 0)
    assert await asks(town, ADMIN_B, "POST", "/api/federation", wish) == (409, "federation.too_many_ask")
    monkeypatch.setattr(asking, "MOST_ASKING", 1)
    assert await asks(town, ADMIN_B, "POST", "/api/federation", wish) == (204, "")
    monkeypatch.setattr(invite, "MOST_BODIES", 0)
    assert await asks(town, SATO, "POST", f"/api/rooms/{room}/bodies", body) == (409, "federation.too_many")
    monkeypatch.setattr(invite, "MOST_BODIES", 1)
    assert await asks(town, SATO, "POST", f"/api/rooms/{room}/bodies", body) == (204, "")
