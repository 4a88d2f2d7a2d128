"""Whether anybody can wait for an answer stands in the first screen: elsewhere nothing has to be looked for (FED-3)."""

from uuid import UUID

import pytest

from tests.cast import MORI, SATO, TAKAHASHI
from tests.matrix.people import NEIGHBOUR
from tests.talk.guests.inviting import come
from tests.talk.neighbours.agreeing import OFF, ON, agree, decide
from tests.talk.neighbours.asking import asks, waiting
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]


async def meets(town: Town, who: UUID) -> bool:
    found: bool = (await town.call(who, "GET", "/api/screen")).json()["me"]["meets_neighbours"]
    return found


async def test_staff_of_a_body_that_takes_no_part_are_told_that_nobody_can_wait(town: Town) -> None:
    assert not await meets(town, SATO)
    assert await waiting(town, SATO) == []


async def test_it_is_as_the_body_decides_and_what_waits_is_never_hidden_by_it(town: Town) -> None:
    await agree(town)
    assert await asks(town) == (200, "")
    assert await meets(town, MORI) and len(await waiting(town)) == 1
    closed: dict[str, object] = {"open": False, "people": True}
    for rules in (OFF, closed):
        await decide(town, NEIGHBOUR, rules)
        assert not await meets(town, MORI) and await waiting(town) == []
        assert await meets(town, SATO)
    await decide(town, NEIGHBOUR, ON)
    assert await meets(town, MORI) and len(await waiting(town)) == 1


async def test_to_whoever_may_ask_nobody_it_says_nothing(town: Town) -> None:
    await agree(town)
    guest = await come(town, town.welfare)
    screen = await town.call(None, "GET", "/api/screen", zone="internet", headers=guest.headers)
    assert screen.json()["me"]["meets_neighbours"] is False
    role = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "served"})
    assert role.status_code == 204
    assert not await meets(town, SATO)
