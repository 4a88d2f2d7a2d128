"""What is told late of a room is told only to whoever may still be there."""

from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI
from tests.keys import new_send_key
from tests.talk.council import council_of, serves
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-7", "D19", "A4")]


async def told(town: Town, about: UUID) -> set[str]:
    """The facts of 鈴木's own stream that still say something of this room."""
    missed = (await town.call(SUZUKI, "GET", f"/api/facts?stream=person/{SUZUKI}&after=0")).json()["frames"]
    return {each["fact"] for each in missed if "body" in each and str(about) in str(each["body"])}


async def test_of_a_room_of_an_organization_that_one_has_left_nothing_is_told(town: Town) -> None:
    council = await council_of(town, SATO, SUZUKI)
    body = {"request_key": new_send_key(), "name": "議会だより", "members": [str(SUZUKI)]}
    made = await town.call(SATO, "POST", "/api/rooms", body | {"organization_id": str(council)})
    room = UUID(made.json()["room_id"])
    await town.says(SATO, "議会の話", room)
    await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/read-mark", {"ordinal": 1})
    await town.call(SUZUKI, "POST", f"/api/rooms/{room}/read-mark/back", {})
    assert {"rooms.entered", "receipts.put_back"} <= await told(town, room)

    await serves(town, SUZUKI)
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).status_code == 404
    assert {"rooms.entered", "receipts.put_back"}.isdisjoint(await told(town, room))
