"""Everything that is about a room, tried by people of another body: before they are in, while they are, and afterwards
(A9, N15). What they may do in between is what members do; what the room's own body arranges they never do."""

from uuid import UUID, uuid4

import pytest

from tests.cast import MORI, SATO
from tests.doors import body_for, doors, words_for
from tests.ear import Refusal
from tests.talk.federation.joining import ADMIN_B, asks, joined, together
from tests.town import Town

pytestmark = pytest.mark.anyio
Statuses = dict[str, int]
OF_THE_HOST = frozenset(
    {
        "DELETE /api/rooms/{room_id}/archive",
        "DELETE /api/rooms/{room_id}/bodies/{tenant_id}",
        "DELETE /api/rooms/{room_id}/managers/{account_id}",
        "PATCH /api/rooms/{room_id}",
        "POST /api/rooms/{room_id}/bodies",
        "POST /api/rooms/{room_id}/guests",
        "POST /api/rooms/{room_id}/members",
        "PUT /api/rooms/{room_id}/archive",
        "PUT /api/rooms/{room_id}/bodies/asking",
        "PUT /api/rooms/{room_id}/bodies/{tenant_id}/contact",
        "PUT /api/rooms/{room_id}/label",
        "PUT /api/rooms/{room_id}/managers/{account_id}",
    }
)
"""What only managers of the room do, who are of its own body."""
ANYHOW = frozenset({"DELETE /api/rooms/{room_id}/messages/{message_id}/later"})
"""Taking away what is not there is done already, and says nothing."""


async def tried(town: Town, room: UUID, who: UUID, *, only: frozenset[str] | None = None) -> Statuses:
    """The status of every route and command about this room, for this person."""
    found: Statuses = {}
    for door in doors(town.assembly, room, uuid4()):
        if not door.is_of_a_room or (only is not None and str(door) not in only):
            continue
        if door.template == "/api/rooms/{room_id}/members/{account_id}":
            continue  # tried by hand: it is also how somebody leaves
        answer = await town.call(who, door.method, door.path, body_for(door, uuid4()))
        found[str(door)] = answer.status_code
    return found if only is not None else found | await commanded(town, room, who)


async def commanded(town: Town, room: UUID, who: UUID) -> Statuses:
    """The same of every command."""
    found: Statuses = {}
    async with town.listens(who) as ear:
        for command in [each for feature in town.assembly.features for each in feature.commands]:
            try:
                await ear.ask(command.name, **words_for(command.name, room))
                found[command.name] = 200
            except Refusal as refused:
                found[command.name] = refused.status
    return found


def strangers(statuses: Statuses) -> Statuses:
    """Those that answer otherwise than to a stranger."""
    return {
        name: status for name, status in statuses.items() if status not in (403, 404) and name not in ANYHOW
    }


@pytest.mark.req("A9", "A11", "N15", "N49", "K1", "K6", "K11", "FED-1")
async def test_before_and_afterwards_there_is_no_room_for_people_of_another_body(town: Town) -> None:
    room = await together(town)
    await town.says(SATO, "窓口の当番表です", room)
    for who in (MORI, ADMIN_B):
        assert strangers(await tried(town, room, who)) == {}
    path = await joined(town, room, MORI)
    inside = strangers(await tried(town, room, MORI))
    assert (inside["GET /api/rooms/{room_id}"], inside["messages.post"]) == (200, 200)
    assert strangers(await tried(town, room, ADMIN_B)) == {}  # who has brought them in is not in by that
    assert await asks(town, ADMIN_B, "DELETE", path) == (204, "")
    assert strangers(await tried(town, room, MORI)) == {}


@pytest.mark.req("A9", "A11", "N15", "K11", "FED-4")
async def test_in_the_room_they_do_nothing_that_its_own_body_arranges(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    there = await tried(town, room, MORI, only=OF_THE_HOST)
    assert set(there) == OF_THE_HOST
    assert set(there.values()) <= {403, 404, 409, 422}, there
    assert (await town.told(room)).count("rooms.changed") == 0


@pytest.mark.req("N15", "A10", "A11", "K11", "FED-1", "FED-4")
async def test_sharing_a_room_opens_nothing_else_of_either_body(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    for who, theirs, other_room in ((ADMIN_B, SATO, town.roads), (SATO, MORI, town.next_door)):
        for method, path, body in (
            ("GET", f"/api/people/{theirs}", None),
            ("PUT", f"/api/accounts/{theirs}/suspension", None),
            ("PUT", f"/api/accounts/{theirs}/role", {"role": "member"}),
            ("GET", f"/api/rooms/{other_room}", None),
            ("GET", f"/api/rooms/{other_room}/bodies", None),
        ):
            assert (await asks(town, who, method, path, body))[0] in (403, 404), (method, path)
    people = (await town.call(MORI, "GET", "/api/people")).json()["people"]
    assert str(SATO) not in {each["account_id"] for each in people}
    assert (await asks(town, MORI, "POST", "/api/direct-rooms", {"account_id": str(SATO)}))[0] == 422
    heard = (await town.call(MORI, "GET", "/api/screen")).json()["heads"]
    assert [name for name in heard if name.startswith("organization/")] != []
    assert len([name for name in heard if name.startswith("organization/")]) == 1
