"""Requests in place of a WebSocket that no browser sends: each is refused, and costs the others nothing."""

import json
from uuid import UUID

import pytest

from tests.platform.hall import Someone
from tests.platform.nodes import realtime_over, seat
from tests.platform.sockets import door_of
from yoriai.platform.db.store import Store
from yoriai.platform.realtime.realtime import Realtime

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
async def me(node: Realtime, hall_id: UUID) -> Someone:
    who = Someone()
    await seat(node.works, hall_id, who)
    return who


@pytest.mark.req("N51")
@pytest.mark.parametrize("way", ["events", "poll", "say"])
async def test_what_no_browser_sends_is_refused_and_costs_the_others_nothing(
    node: Realtime, me: Someone, hall_id: UUID, way: str
):
    hostile: list[tuple[bytes, int]] = [
        (b"{", 400),
        (b"[" * 100_000, 400),
        (b'{"said":' * 60_000, 400),
        (b'{"said": NaN}', 400),
        (b'{"said": ["\\ud800"]}', 400),
        (b"\xff\xfe", 400),
        (b"[]", 200),
        (b'{"said": "hear"}', 422),
        (b'{"said": [{"do": "hear"}]}', 422),
        (b'{"said": [], "more": 1}', 422),
        (b'{"wait": 1e9}', 422),
        (b'{"wait": -1}', 422),
        (json.dumps({"said": ["{}"] * 65}).encode(), 422),
        (b" " * 1_100_000, 413),
    ]
    async with door_of(node) as door, door.ear(me) as other:
        for body, status in hostile:
            raw = await door.ask(me, f"/{way}?v=1", body)
            assert (body[:40], raw.status) == (body[:40], status)
            raw.close()
        raw = await door.ask(me, f"/{way}?v=1", b'{"said": ["{"]}', {"Connection": "close"})
        assert b'"code":1007' in await raw.body()
        assert await other.ask("hall.call", hall_id=str(hall_id), words="still here") == {"number": 1}
