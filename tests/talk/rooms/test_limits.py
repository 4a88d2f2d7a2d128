"""How large a room becomes: no room of nearly everybody is forced, and the body's own cap is named."""

from typing import Any
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.keys import new_send_key
from tests.talk.actors import opened
from tests.town import Town
from yoriai.talk.rooms import limits

pytestmark = pytest.mark.anyio


async def make(town: Town, *members: UUID, kind: str = "group") -> tuple[int, dict[str, Any]]:
    body = {
        "request_key": new_send_key(), "name": "全職員", "purpose": "", "kind": kind, "members": [str(who) for who in members],
    }  # fmt: skip
    answer = await town.call(SATO, "POST", "/api/rooms", body)
    return answer.status_code, answer.json()


async def limit(town: Town, **chosen: object) -> int:
    return (await town.call(TAKAHASHI, "PUT", "/api/settings/rooms", chosen)).status_code


@pytest.mark.req("ROOM-4")
async def test_a_room_of_nearly_everybody_is_refused_and_an_open_one_is_there_instead(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FEWEST", 4)
    status, refused = await make(town, SUZUKI, TANAKA, TAKAHASHI)
    assert (status, refused["code"]) == (409, "rooms.nearly_everybody")
    assert refused["details"] == {"percent": 90, "got": 4, "of": 4}
    assert (await make(town, SUZUKI, TANAKA, TAKAHASHI, kind="open"))[1]["code"] == "rooms.nearly_everybody"
    assert (await make(town, kind="open"))[0] == 201
    room = await opened(town, SATO, [SUZUKI, TANAKA])
    more = await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(TAKAHASHI)]})
    assert more.json()["code"] == "rooms.nearly_everybody"
    assert await town.told(room) == ["rooms.opened"]


@pytest.mark.req("ROOM-4")
async def test_in_a_small_house_everybody_may_sit_together(town: Town) -> None:
    assert (await make(town, SUZUKI, TANAKA, TAKAHASHI))[0] == 201


@pytest.mark.req("ROOM-4")
async def test_a_body_says_itself_what_nearly_everybody_is(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FEWEST", 4)
    assert await limit(town, most_percent=101) == 204
    assert (await make(town, SUZUKI, TANAKA, TAKAHASHI))[0] == 201


@pytest.mark.req("ROOM-8")
@pytest.mark.asvs("V2.3.2")
async def test_the_cap_of_a_body_is_named_where_it_refuses(town: Town) -> None:
    assert await limit(town, most_members=2) == 204
    room = await opened(town, SATO, [SUZUKI])
    for status, refused in (
        await make(town, SUZUKI, TANAKA),
        await _add(town, room, TANAKA),
    ):
        assert (status, refused["code"], refused["details"]) == (409, "rooms.over_cap", {"most": 2, "got": 3})
    assert (await _add(town, room, SUZUKI))[0] == 204
    _, made = await make(town, SUZUKI, kind="open")
    joins = f"/api/rooms/{made['room_id']}/own-membership"
    assert (await town.call(TANAKA, "PUT", joins)).json()["code"] == "rooms.over_cap"
    assert await limit(town, most_members=None) == 204
    assert (await town.call(TANAKA, "PUT", joins)).status_code == 204
    assert (await _add(town, room, TANAKA))[0] == 204
    assert await limit(town, most_members=1) == 422


async def _add(town: Town, room: UUID, who: UUID) -> tuple[int, dict[str, Any]]:
    answer = await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(who)]})
    return answer.status_code, answer.json() if answer.content else {}
