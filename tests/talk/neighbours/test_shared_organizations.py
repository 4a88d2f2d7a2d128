"""Two of two bodies who serve in one organization talk directly when both have said yes, and not before (FED-3)."""

from uuid import uuid4

import pytest

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI
from tests.talk.actors import opened
from tests.talk.rooms.labelling import SHARED, from_next_door, label
from tests.talk.rooms.test_labels import order
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]


@pytest.mark.req("ORG-7", "A11")
async def test_who_serves_in_one_organization_with_somebody_of_another_body_asks_them_too(town: Town) -> None:
    await from_next_door(town)
    assert (await order(town, {"templates": {"direct": SHARED}}))[0] == 204
    for who, other in ((MORI, SATO), (SATO, MORI), (MORI, uuid4())):
        answer = await town.call(who, "POST", "/api/direct-rooms", {"account_id": str(other)})
        assert (answer.status_code, answer.json()["details"]["reason"]) == (422, "unknown")
    room = await opened(town, SATO, [SUZUKI], organization=CITY_HALL)
    assert (await label(town, SATO, room, SHARED))[0] == 204
    invited = await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(MORI)]})
    assert invited.status_code == 204  # rooms of several are another matter (FED-1)
