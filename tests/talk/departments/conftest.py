"""A room of a unit from which somebody was moved."""

from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI
from tests.talk.departments.moving import ROADS_SECTION, enters, leaves, moves, rearrange, with_rooms
from tests.town import Town


@pytest.fixture
async def room(town: Town) -> UUID:
    """The room of 福祉課, in which something was said before 鈴木 was moved and after."""
    await with_rooms(town)
    found = UUID((await enters(town, SATO, "福祉課"))["room_id"])
    await enters(town, SUZUKI, "福祉課")
    await town.says(SATO, "引継ぎの資料です", found)
    await town.says(SUZUKI, "確かめます", found)
    await rearrange(town, moves(SUZUKI, ROADS_SECTION))
    await leaves(town, SUZUKI, "福祉課")
    await town.says(SATO, "新しい人へ", found)
    return found
