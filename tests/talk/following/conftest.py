"""An open room in which something was said already."""

from uuid import UUID

import pytest

from tests.cast import SATO
from tests.talk.following.along import open_one
from tests.town import Town


@pytest.fixture
async def room(town: Town) -> UUID:
    """佐藤's open room, in which two messages lie already."""
    found = await open_one(town, SATO, "おくやみ手続きを考える")
    for text in ("一覧があると聞きました", "窓口で配っています"):
        await town.says(SATO, text, found)
    return found
