"""Former units stay with their time: who has moved, or whose unit is called otherwise, wrote from the unit of then."""

from uuid import UUID

import pytest

from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, named
from tests.keys import new_send_key
from tests.town import Town

pytestmark = pytest.mark.anyio
WELFARE, ROADS = named("福祉課"), named("土木課")


async def units(town: Town) -> list[str | None]:
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}/messages")).json()
    return [message["former_unit"] for message in page["messages"]]


async def move(town: Town, who: UUID, unit: UUID) -> None:
    post = {"organization_id": str(CITY_HALL), "unit_id": str(unit), "main": True}
    body = {"ids": [str(who)], "what": "unit", "unit": post, "expected": 1, "request_key": new_send_key()}
    answer = await town.call(TAKAHASHI, "POST", "/api/accounts/changes", body)
    assert answer.json() == {"changed": 1}, answer.text


@pytest.mark.req("ORG-1")
async def test_what_somebody_wrote_before_they_moved_keeps_their_unit_of_then(town: Town):
    first = await town.says(SATO, "福祉課のころ", town.welfare)
    assert await units(town) == [None]
    await move(town, SATO, ROADS)
    await town.says(SATO, "土木課から", town.welfare)
    await town.says(SUZUKI, "ずっと福祉課です", town.welfare)
    assert await units(town) == ["福祉課", None, None]
    found = await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}/messages/{first}")
    assert found.json()["message"]["former_unit"] == "福祉課"
    await move(town, SATO, WELFARE)
    assert await units(town) == [None, "土木課", None]


@pytest.mark.req("ORG-1")
async def test_a_renamed_unit_is_called_then_as_it_was_called_then(town: Town):
    await town.says(SATO, "一つ目", town.welfare)
    for name in ("高齢福祉課", "長寿課"):
        tree = (await town.call(TAKAHASHI, "GET", f"/api/organizations/{CITY_HALL}/units")).json()["units"]
        last = next(unit["last_change"] for unit in tree if unit["unit_id"] == str(WELFARE))
        renamed = await town.call(
            TAKAHASHI, "PUT", f"/api/units/{WELFARE}", {"name": name, "last_change": last}
        )
        assert renamed.status_code == 200
        await town.says(SATO, name, town.welfare)
    assert await units(town) == ["福祉課", "高齢福祉課", None]
