"""No feature can forget its door: every route and every command is tried, including those added tomorrow."""

from itertools import product

import pytest
from websockets.exceptions import InvalidStatus

from tests.carriers import CARRIERS, Turned
from tests.cast import MORI, SATO, TAKAHASHI, TANAKA, named, token_of
from tests.doors import FOR_ALL, OPEN, WITH_TICKET, body_for, doors, words_for
from tests.ear import Refusal
from tests.town import Town
from yoriai.app.wiring import FEATURES
from yoriai.people.access.capabilities import OF_ADMINISTRATORS, OF_MEMBERS
from yoriai.people.sessions.authenticate import COOKIE

pytestmark = pytest.mark.anyio
NOBODY = named("nobody")
DECLARED = {name for feature in FEATURES for name in feature.capabilities}
COMMANDS = [command for feature in FEATURES for command in feature.commands]


@pytest.mark.req("A7", "N17")
@pytest.mark.asvs("V6.3.4")
async def test_every_door_is_shut_to_the_unsigned(town: Town) -> None:
    tried = {
        door: (await town.call(None, door.method, door.path, {})).status_code
        for door in doors(town.assembly, town.welfare, NOBODY)
        if (door.method, door.template) not in OPEN
    }
    assert len(tried) >= 15
    assert {str(door): code for door, code in tried.items() if code != 401} == {}


async def test_all_doors_of_the_interface_are_tried(town: Town) -> None:
    tried = {(door.method.lower(), door.template) for door in doors(town.assembly, NOBODY, NOBODY)}
    paths = town.assembly.app.openapi()["paths"]
    assert tried == {(method, path) for path, methods in paths.items() for method in methods}


@pytest.mark.req("A4", "N6", "N17", "BASE-3")
@pytest.mark.parametrize(
    "stranger", [TANAKA, MORI, TAKAHASHI], ids=["colleague", "next_town", "administrator"]
)
@pytest.mark.asvs("V8.2.2")
async def test_every_door_of_a_room_is_shut_to_strangers_as_if_there_were_no_room(
    town: Town, stranger
) -> None:
    for door in doors(town.assembly, town.welfare, NOBODY):
        if door.is_of_a_room:
            body, elsewhere = body_for(door, SATO), door.path.replace(str(town.welfare), str(NOBODY))
            refused = await town.call(stranger, door.method, door.path, body)
            unknown = await town.call(stranger, door.method, elsewhere, body)
            assert (refused.status_code, refused.json()["code"]) == (404, "not_found"), str(door)
            assert unknown.status_code == 404, str(door)
            kept = ("date", "x-request-id")
            assert {k: v for k, v in refused.headers.items() if k not in kept} == {
                k: v for k, v in unknown.headers.items() if k not in kept
            }


@pytest.mark.req("N19", "K3")
@pytest.mark.asvs("V8.2.1")
async def test_an_administrators_door_is_shut_to_a_member(town: Town) -> None:
    shut = [door for door in doors(town.assembly, town.welfare, SATO) if not door.capabilities <= OF_MEMBERS]
    assert len(shut) >= 2
    for door in shut:
        refused = await town.call(TANAKA, door.method, door.path, {})
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden"), str(door)
        opened = await town.call(TAKAHASHI, door.method, door.path, body_for(door, SATO))
        assert (opened.status_code != 403) is (door.capabilities <= OF_ADMINISTRATORS), str(door)


async def test_a_members_door_is_open_to_a_member_and_every_door_says_whose_it_is(town: Town) -> None:
    for door in doors(town.assembly, town.welfare, NOBODY):
        everybodys = (door.method, door.template) in OPEN | WITH_TICKET | FOR_ALL
        assert bool(door.capabilities) is not everybodys, str(door)
        assert door.capabilities <= DECLARED, str(door)
        if door.capabilities and door.capabilities <= OF_MEMBERS:
            answer = await town.call(SATO, door.method, door.path, {})
            assert answer.status_code != 403, str(door)


@pytest.mark.req("N25", "A7", "R3")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_every_command_about_a_room_is_refused_to_strangers(town: Town, command) -> None:
    for stranger, carrier in product((TANAKA, MORI), CARRIERS):
        async with town.listens(stranger, carrier=carrier) as ear:
            with pytest.raises(Refusal) as refused:
                await ear.ask(command.name, **words_for(command.name, town.welfare))
            assert (refused.value.status, refused.value.code) == (404, "not_found")
    assert await town.told(town.welfare) == []


def test_every_command_names_a_capability_that_its_feature_declares() -> None:
    assert {command.capability for command in COMMANDS} <= DECLARED


@pytest.mark.req("N25", "N39", "N44", "R3")
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Cookie": ""}, 401),
        ({"Cookie": f"{COOKIE}=guessed"}, 401),
        ({"Cookie": f"{COOKIE}={token_of(SATO, 'internet')}"}, 401),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
@pytest.mark.asvs("V4.4.2", "V6.3.4")
async def test_the_handshake_refuses_what_http_refuses(town: Town, headers, status) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with town.listens(SATO, headers=headers):
            pass
    assert refused.value.response.status_code == status
    for carrier in CARRIERS[1:]:
        with pytest.raises(Turned) as turned:
            async with town.listens(SATO, headers=headers, carrier=carrier):
                pass
        assert turned.value.status == status


@pytest.mark.req("N39", "K21")
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://internet.localhost"])
@pytest.mark.asvs("V3.5.1")
async def test_a_page_of_another_origin_changes_nothing(town: Town, origin: str) -> None:
    for door in doors(town.assembly, town.welfare, NOBODY):
        if door.method not in {"GET", "HEAD", "OPTIONS"}:
            refused = await town.call(SATO, door.method, door.path, {}, headers={"origin": origin})
            assert (refused.status_code, refused.json()["code"]) == (403, "forbidden"), str(door)


@pytest.mark.req("N39")
@pytest.mark.asvs("V3.5.2")
async def test_a_simple_form_changes_nothing(town: Town) -> None:
    path = f"/api/rooms/{town.welfare}/messages"
    answer = await town.call(SATO, "POST", path, {}, headers={"content-type": "text/plain"})
    assert (answer.status_code, answer.json()["code"]) == (415, "wrong_type")


@pytest.mark.req("ZONE-1", "N28", "N44")
@pytest.mark.asvs("V4.1.3")
async def test_no_header_moves_a_request_to_another_zone(town: Town) -> None:
    claims = {
        "x-zone": "lgwan",
        "x-forwarded-for": "10.1.2.3",
        "forwarded": "for=10.1.2.3",
        "x-real-ip": "10.1.2.3",
    }
    screen = await town.call(SATO, "GET", "/api/screen", zone="internet", headers=claims)
    assert screen.json()["me"]["zone"] == "internet"
    replayed = {"cookie": f"{COOKIE}={token_of(SATO, 'lgwan')}"}
    assert (await town.call(SATO, "GET", "/api/screen", zone="internet", headers=replayed)).status_code == 401


@pytest.mark.req("N28")
async def test_a_request_for_another_listeners_name_finds_nothing(town: Town) -> None:
    elsewhere = {"host": f"lgwan.localhost:{town.ports['lgwan']}"}
    assert (
        await town.call(None, "GET", "/api/entrance", zone="internet", headers=elsewhere)
    ).status_code == 404


@pytest.mark.req("N125")
@pytest.mark.asvs("V13.4.4", "V13.4.5")
async def test_nothing_is_said_of_what_the_server_is_made_of(town: Town) -> None:
    for path in (
        "/docs",
        "/openapi.json",
        "/redoc",
        "/api/openapi.json",
        "/api/nothing",
        "/.git/config",
        "/metrics",
    ):
        answer = await town.call(None, "GET", path)
        assert "server" not in answer.headers
        assert "fastapi" not in answer.text.lower()
    assert (await town.call(None, "GET", "/api/nothing")).json()["code"] == "not_found"
    assert (await town.call(None, "TRACE", "/api/entrance")).status_code == 404
