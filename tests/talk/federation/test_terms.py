"""How a body is in a room of another one: who may say it, whom they reach, and who is told."""

import pytest

from tests.cast import MORI, SATO, SUZUKI, TONARI
from tests.matrix.people import WATANABE
from tests.talk.federation.joining import (
    ADMIN_B,
    asks,
    bodies,
    brings,
    crowd,
    invites,
    joined,
    lines,
    part_of,
    parts,
    together,
)
from tests.town import Town
from yoriai.people.orgs.models import Tenant

pytestmark = pytest.mark.anyio
NOT_THEIRS = (403, "federation.not_theirs_to_name")


@pytest.mark.req("FED-1", "A9", "N15")
async def test_whoever_was_named_names_nobody_else(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room, manager_id=str(MORI))
    (other,) = await crowd(town, 1)
    assert await asks(town, MORI, "PUT", path, {"manager_id": str(other)}) == NOT_THEIRS
    assert await asks(town, MORI, "PUT", path, {}) == NOT_THEIRS
    kept = {"manager_id": str(MORI), "contact": "健康課（内線 12）"}
    assert await asks(town, MORI, "PUT", path, kept) == (204, "")
    there = (await bodies(town, room))["隣見市"]
    assert (there["manager"]["account_id"], there["contact"]) == (str(MORI), "健康課（内線 12）")
    assert await asks(town, ADMIN_B, "PUT", path, {}) == (204, "")
    assert (await bodies(town, room))["隣見市"]["manager"] is None


@pytest.mark.req("FED-1", "ORG-15")
async def test_whoever_was_named_brings_in_only_whom_they_may_write_to(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room, manager_id=str(MORI))
    async with town.assembly.works.writing() as work:
        tenant = await work.session.get_one(Tenant, TONARI)
        tenant.policies = tenant.policies | {"reach": {"to": "section"}}
    assert await brings(town, path, ADMIN_B, who=MORI) == (403, "accounts.out_of_reach")
    assert await brings(town, path, MORI, who=MORI) == (204, "")
    assert await brings(town, path, ADMIN_B) == (204, "")  # administrators arrange all of it


@pytest.mark.req("FED-1", "C8", "AUDIT-4")
async def test_the_room_is_told_who_brings_a_body_in_and_whom_to_ask(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room)
    before = (await town.told(room)).count("rooms.bodies_changed")
    for _ in range(2):
        assert await asks(town, ADMIN_B, "PUT", path, {"manager_id": str(MORI)}) == (204, "")
    assert (await town.told(room)).count("rooms.bodies_changed") == before + 1


@pytest.mark.req("FED-1", "C8")
async def test_a_room_that_expected_a_body_hears_that_it_does_not_come(town: Town) -> None:
    room = await together(town)
    for who, declined in ((ADMIN_B, "theirs"), (SATO, "ours")):
        await invites(town, room)
        at = await part_of(town, room) if declined == "theirs" else f"/api/rooms/{room}/bodies/{TONARI}"
        async with town.listens(SUZUKI) as ear:
            assert await asks(town, who, "DELETE", at) == (204, "")
            told = await ear.fact("rooms.bodies_changed")
        assert told["body"]["lines"] == []
    assert [kind for kind, _ in await lines(town, room) if kind.startswith("body")] == ["body_invited"] * 2


@pytest.mark.req("FED-4", "N50", "C8")
async def test_of_an_asking_only_those_hear_who_answer_it(town: Town) -> None:
    room = await together(town)
    await asks(town, SATO, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True})
    wish = {"room_id": str(room)}
    before = await town.told(room)
    async with town.listens(SATO) as host:
        assert await asks(town, ADMIN_B, "POST", "/api/federation", wish) == (204, "")
        await host.fact("federation.parts_changed")
        contact = f"/api/rooms/{room}/bodies/{TONARI}/contact"
        assert await asks(town, SATO, "PUT", contact, {"contact": "健康課"}) == (204, "")
        await host.fact("federation.parts_changed", times=2)
        path = await part_of(town, room)
        assert await asks(town, ADMIN_B, "PUT", path, {"contact": "健康課 森"}) == (204, "")
        await host.fact("federation.parts_changed", times=3)
        assert "隣見市" not in await bodies(town, room, SUZUKI)
        assert await asks(town, ADMIN_B, "DELETE", path) == (204, "")
        await host.fact("federation.parts_changed", times=4)
    assert await town.told(room) == before
    assert await parts(town) == []


@pytest.mark.req("FED-1", "A11")
async def test_nobody_of_another_body_or_who_may_not_sign_in_is_named(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room)
    for who in (SATO, WATANABE):
        assert (await asks(town, ADMIN_B, "PUT", path, {"manager_id": str(who)}))[0] == 422
