"""Whoever blocks somebody of another body asks them for no talk either (FED-3)."""

from typing import Any

import pytest

from tests.cast import MORI, SATO
from tests.talk.neighbours.agreeing import agree
from tests.talk.neighbours.asking import GONE, asks, does, path_of, sent, waiting
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]


async def talks(town: Town) -> list[dict[str, Any]]:
    rooms: list[dict[str, Any]] = (await town.call(SATO, "GET", "/api/screen")).json()["rooms"]
    return [each for each in rooms if each["kind"] == "direct"]


async def test_whoever_blocks_somebody_takes_their_own_asking_back(town: Town) -> None:
    await agree(town)
    await asks(town)
    assert await does(town, MORI, "DELETE", await path_of(town)) == (204, "")
    assert await does(town, SATO, "DELETE", f"/sent-asks/{MORI}") == (204, "")
    assert await asks(town, MORI, SATO) == (200, "")
    path = await path_of(town, SATO)
    async with town.listens(SATO) as ear:
        assert await does(town, MORI, "PUT", f"/blocked/{SATO}") == (204, "")
        await ear.fact("neighbours.asks_changed")
    assert await waiting(town, SATO) == []
    assert await does(town, SATO, "PUT", path) == GONE
    assert await talks(town) == []
    assert [each["is_withdrawn"] for each in await sent(town, MORI)] == [True]
