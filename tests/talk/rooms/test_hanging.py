"""How many rooms and devices hang on somebody, as an administrator is told before a change."""

from uuid import UUID

import pytest

from tests.cast import MORI, SATO, TAKAHASHI, TANAKA, named
from tests.town import Town

pytestmark = pytest.mark.anyio


async def hanging(town: Town, **asked: object) -> dict[UUID, tuple[int, int]]:
    answer = await town.call(TAKAHASHI, "POST", "/api/accounts/changes/hanging", asked)
    assert answer.status_code == 200, answer.text
    return {UUID(each["account_id"]): (each["rooms"], each["devices"]) for each in answer.json()["people"]}


@pytest.mark.req("BASE-3")
async def test_rooms_and_devices_are_those_of_now_and_of_ones_own_body(town: Town):
    await town.call(SATO, "POST", "/api/practice")
    asked = [str(each) for each in (SATO, MORI, named("nobody"))]
    assert await hanging(town, accounts=asked, numbers=["10004", "99999"]) == {
        SATO: (1, 2),
        TAKAHASHI: (1, 2),
    }

    await town.call(TAKAHASHI, "DELETE", f"/api/rooms/{town.roads}/members/{TAKAHASHI}")
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")
    await town.call(TAKAHASHI, "DELETE", f"/api/accounts/{SATO}/suspension")
    assert await hanging(town, accounts=asked, numbers=["10004"]) == {SATO: (1, 0), TAKAHASHI: (0, 2)}
    assert await hanging(town) == {}


async def test_they_are_for_administrators(town: Town):
    refused = await town.call(SATO, "POST", "/api/accounts/changes/hanging", {"accounts": [str(TANAKA)]})
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
