"""A body in a room of another one: invited, in, with its own people, and gone again (FED-1, FED-2, FED-4, FED-5)."""

from uuid import UUID

import pytest

from tests.cast import MIHON, MORI, SATO, SUZUKI, TAKAHASHI, TONARI, TONARI_HALL, named
from tests.matrix.people import WATANABE
from tests.neighbours import take_part
from tests.talk.actors import actor_of
from tests.talk.federation.joining import (
    ADMIN_B,
    GONE,
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
from tests.talk.statements import statements
from tests.town import Town
from yoriai.people.orgs.bodies.describe import Description, describe
from yoriai.people.orgs.models import Tenant, TenantKind
from yoriai.talk.federation import join, queries
from yoriai.talk.rooms.standing import enter

pytestmark = pytest.mark.anyio


@pytest.mark.req("FED-1")
async def test_a_body_is_expected_then_in_and_then_gone(town: Town) -> None:
    room = await together(town)
    assert await invites(town, room, words="広域の打合せです") == (204, "")
    expected = (await bodies(town, room))["隣見市"]
    assert (expected["state"], expected["people"], expected["words"]) == ("invited", 0, "広域の打合せです")
    assert (await parts(town))[0]["words"] == "広域の打合せです"
    path = await part_of(town, room)
    assert await brings(town, path, MORI) == (409, "federation.not_yet_in")

    terms = {"manager_id": str(MORI), "contact": "健康課（内線 12）"}
    assert await asks(town, ADMIN_B, "PUT", path, terms) == (204, "")
    assert await brings(town, path, MORI) == (204, "")
    there = await bodies(town, room, MORI)
    host, guest = there["見本市"], there["隣見市"]
    assert (host["state"], host["people"]) == ("host", 2)
    assert (guest["state"], guest["people"], guest["contact"]) == ("joined", 1, "健康課（内線 12）")
    assert guest["manager"]["account_id"] == str(MORI)
    said = await town.says(MORI, "よろしくお願いします", room)

    assert await asks(town, ADMIN_B, "DELETE", path) == (204, "")
    assert list(await bodies(town, room)) == ["見本市"]
    assert await asks(town, MORI, "GET", f"/api/rooms/{room}") == GONE
    page = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()
    assert page["messages"][-1]["message_id"] == said
    author = page["people"][str(MORI)]
    assert (author["tenant_name"], author["department"]) == ("隣見市", "健康課")
    told = [line for line in await lines(town, room) if line[0].startswith("body")]
    assert told == [("body_invited", "隣見市"), ("body_joined", "隣見市"), ("body_left", "隣見市")]


@pytest.mark.req("FED-1")
async def test_asking_twice_is_asking_once_and_a_body_may_come_back(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room, MORI)
    assert await invites(town, room) == (204, "")
    assert await asks(town, ADMIN_B, "PUT", path, {}) == (204, "")
    assert await brings(town, path, MORI) == (204, "")
    assert (await town.told(room)).count("rooms.joined") == 1
    assert (await town.told(room)).count("rooms.bodies_changed") == 2

    for body in (TONARI, TONARI, named("nobody")):
        assert await asks(town, SATO, "DELETE", f"/api/rooms/{room}/bodies/{body}") == (204, "")
    assert (await town.told(room)).count("rooms.bodies_changed") == 3
    assert await asks(town, ADMIN_B, "PUT", path, {}) == GONE
    await joined(town, room, MORI)
    assert (await bodies(town, room))["隣見市"]["people"] == 1


@pytest.mark.req("FED-1")
async def test_an_invitation_is_declined_or_taken_back(town: Town) -> None:
    room = await together(town)
    await invites(town, room)
    assert await asks(town, ADMIN_B, "DELETE", await part_of(town, room)) == (204, "")
    assert "隣見市" not in await bodies(town, room)
    await invites(town, room)
    path = await part_of(town, room)
    assert await asks(town, SATO, "DELETE", f"/api/rooms/{room}/bodies/{TONARI}") == (204, "")
    assert await asks(town, ADMIN_B, "PUT", path, {}) == GONE
    assert await parts(town) == []


@pytest.mark.req("FED-1", "N15", "A11", "K11")
async def test_each_body_arranges_its_own_people_and_nobody_elses(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room, MORI)
    unknown = (422, "wrong")
    assert await brings(town, path, SUZUKI) == unknown == await brings(town, path, named("nobody"))
    for other in (SUZUKI, named("nobody")):
        assert await asks(town, ADMIN_B, "DELETE", f"{path}/people/{other}") == (204, "")
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).status_code == 200
    into = f"/api/rooms/{room}/members"
    assert await asks(town, SATO, "POST", into, {"accounts": [str(ADMIN_B)]}) == unknown
    for who in (MORI, ADMIN_B):
        assert (await asks(town, who, "POST", into, {"accounts": [str(WATANABE)]}))[0] in (403, 404)
        assert (await asks(town, who, "DELETE", f"{into}/{SUZUKI}"))[0] in (403, 404)
        assert (await asks(town, who, "PUT", f"/api/rooms/{room}/archive"))[0] in (403, 404)
        assert (await invites(town, room, who=who, body=MIHON))[0] in (403, 404)
    appointed = await asks(town, SATO, "PUT", f"/api/rooms/{room}/managers/{MORI}")
    assert appointed == (409, "rooms.of_another_body")
    for _ in range(2):
        assert await asks(town, ADMIN_B, "DELETE", f"{path}/people/{MORI}") == (204, "")
    assert (await town.told(room)).count("rooms.left") == 1
    assert await asks(town, MORI, "GET", f"/api/rooms/{room}") == GONE


@pytest.mark.req("FED-1")
async def test_whoever_was_named_brings_people_and_no_other_member_does(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room)
    assert await parts(town, MORI) == []
    assert await brings(town, path, MORI, who=MORI) == GONE
    assert await asks(town, ADMIN_B, "PUT", path, {"manager_id": str(MORI)}) == (204, "")
    assert [each["room_id"] for each in await parts(town, MORI)] == [str(room)]
    assert await brings(town, path, MORI, who=MORI) == (204, "")
    people = await town.call(MORI, "GET", f"{path}/people")
    assert [each["account_id"] for each in people.json()["people"]] == [str(MORI)]
    for manager in (SATO, named("nobody")):
        assert await asks(town, ADMIN_B, "PUT", path, {"manager_id": str(manager)}) == (422, "wrong")


@pytest.mark.req("FED-1")
async def test_a_body_may_be_in_a_room_as_one_of_its_departments(town: Town) -> None:
    room = await together(town)
    await invites(town, room)
    path = await part_of(town, room)
    foreign = {"department_id": str(named("福祉課"))}
    assert await asks(town, ADMIN_B, "PUT", path, foreign) == (422, "wrong")
    terms = {"department_id": str(named("健康課")), "manager_id": str(MORI)}
    assert await asks(town, ADMIN_B, "PUT", path, terms) == (204, "")
    assert await brings(town, path, MORI, ADMIN_B, who=MORI) == (409, "federation.not_of_the_department")
    assert await brings(town, path, MORI, who=MORI) == (204, "")
    there = (await bodies(town, room))["隣見市"]
    assert (there["department"], there["people"]) == ("健康課", 1)
    assert ("body_joined", "隣見市 健康課") in await lines(town, room)


@pytest.mark.req("FED-2")
async def test_a_barred_kind_is_refused_when_it_is_invited_and_when_it_accepts(town: Town) -> None:
    room = await together(town)
    async with town.assembly.works.writing() as work:
        await describe(work, TONARI, Description(TenantKind.RELATED_BODY))
    assert await invites(town, room) == (204, "")
    await take_part(town, MIHON, barred=("related_body",))
    assert await asks(town, ADMIN_B, "PUT", await part_of(town, room), {}) == (409, "federation.kind_barred")
    await asks(town, SATO, "DELETE", f"/api/rooms/{room}/bodies/{TONARI}")
    assert await invites(town, room) == (409, "federation.kind_barred")


@pytest.mark.req("FED-4", "A4", "K12")
async def test_only_bodies_that_take_part_are_invited_and_into_groups_alone(town: Town) -> None:
    room = await together(town)
    assert (
        await invites(town, room, body=named("nobody"))
        == (422, "wrong")
        == await invites(town, room, body=MIHON)
    )
    await take_part(town, MIHON)
    async with town.assembly.works.writing() as work:
        tenant = await work.session.get_one(Tenant, TONARI)
        tenant.policies = {}
    assert await invites(town, room) == (422, "wrong")
    assert await invites(town, room, who=SUZUKI) == (403, "forbidden")
    assert await invites(town, room, who=TAKAHASHI) == GONE


@pytest.mark.req("FED-5")
async def test_two_hundred_and_thirty_five_people_come_at_once_and_the_list_costs_no_more(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room, MORI)
    few = await _asked_for_the_list(town, room)
    assert await brings(town, path, *await crowd(town, 235)) == (204, "")
    assert (await bodies(town, room))["隣見市"]["people"] == 236
    assert await _asked_for_the_list(town, room) == few == 3
    first = (await town.call(ADMIN_B, "GET", f"{path}/people")).json()
    rest = (await town.call(ADMIN_B, "GET", f"{path}/people?cursor={first['next']}")).json()
    assert (len(first["people"]), len(rest["people"]), rest["next"]) == (200, 36, None)
    theirs = await actor_of(town, ADMIN_B)
    async with town.assembly.works.writing() as work, statements(work) as sent:
        await join.leave(work, theirs, UUID(path.rpartition("/")[2]))
        assert len(sent) < 25
    assert len([name for name in await town.told(room) if name == "rooms.left"]) == 236


@pytest.mark.req("FED-1", "ROOM-10")
async def test_a_body_reads_from_when_it_came_in(town: Town) -> None:
    room = await together(town)
    await town.says(SATO, "まだ内輪の話です", room)
    path = await joined(town, room)
    await town.says(SATO, "ようこそ", room)
    await brings(town, path, MORI)
    page = (await town.call(MORI, "GET", f"/api/rooms/{room}/messages")).json()
    assert [each["parts"][0]["text"] for each in page["messages"]] == ["ようこそ"]


async def _asked_for_the_list(town: Town, room: UUID) -> int:
    """How many questions the list of bodies takes."""
    sato = await actor_of(town, SATO)
    async with town.assembly.works.reading() as work:
        here = await enter(work, sato, room)
        async with statements(work) as sent:
            await queries.bodies_in(work, here)
        return len(sent)


@pytest.mark.req("FED-1", "ORG-7")
async def test_what_is_kept_of_such_a_room_stands_in_ones_own_organization(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    message = await town.says(SATO, "あとで見てください", room)
    later = f"/api/rooms/{room}/messages/{message}/later"
    assert await asks(town, MORI, "PUT", later, {"remind_at": None}) == (204, "")
    kept = (await town.call(MORI, "GET", f"/api/later?organization={TONARI_HALL}")).json()["kept"]
    assert [each["message_id"] for each in kept] == [message]
