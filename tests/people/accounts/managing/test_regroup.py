"""Being moved into a group that may come from certain networks only: by name, and with many at once (ZONE-8)."""

from uuid import UUID

import httpx2
import pytest

from tests.carriers import CARRIERS
from tests.cast import SATO, TAKAHASHI
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import save
from tests.people.sessions.test_networks import ELSEWHERE, OFFICE, decide, group_of, said
from tests.town import Town

pytestmark = pytest.mark.anyio


async def move(town: Town, who: UUID, group: str) -> httpx2.Response:
    """By changing many at once."""
    wish = {
        "ids": [str(who)],
        "what": "group_id",
        "group": group,
        "expected": 1,
        "request_key": new_send_key(),
    }
    return await town.call(TAKAHASHI, "POST", "/api/accounts/changes", wish)


@pytest.mark.req("ZONE-8", "ADMIN-17", "N27", "N40")
@pytest.mark.parametrize("way", ["one", "many"])
@pytest.mark.parametrize("carrier", CARRIERS)
async def test_whoever_is_moved_into_a_group_is_under_its_rule_at_once(town: Town, carrier: str, way: str):
    at = await group_of(town)
    assert (await decide(town, at, ELSEWHERE)).status_code == 204
    group = at.split("/")[3]
    async with town.listens(SATO, carrier=carrier) as ear:
        moved = await (save(town, SATO, {"group_id": group}) if way == "one" else move(town, SATO, group))
        assert moved.status_code == 200
        await ear.knocks_again()
    assert said(await town.call(SATO, "GET", "/api/sessions")) == (403, "network_forbids")


@pytest.mark.req("ZONE-8")
@pytest.mark.parametrize("way", ["one", "many"])
async def test_nobody_moves_themselves_to_where_they_could_not_go_on(town: Town, way: str):
    at = await group_of(town)
    await decide(town, at, ELSEWHERE)
    group = at.split("/")[3]
    refused = await (
        save(town, TAKAHASHI, {"group_id": group}) if way == "one" else move(town, TAKAHASHI, group)
    )
    assert said(refused) == (409, "accounts.group_shuts_out_self")
    assert (await town.call(TAKAHASHI, "GET", "/api/sessions")).status_code == 200
    await decide(town, at, OFFICE)
    assert (await save(town, TAKAHASHI, {"group_id": group})).status_code == 200
