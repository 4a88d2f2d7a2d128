"""Bodies and people who let each other find them, as tests need them."""

from typing import Any
from uuid import UUID

from tests.cast import MORI, SATO, TAKAHASHI
from tests.matrix.people import NEIGHBOUR, move_in
from tests.town import Town

OFF: dict[str, object] = {"open": True, "people": False}
ON: dict[str, object] = {"open": True, "people": True}


async def decide(town: Town, who: UUID, rules: dict[str, object]) -> None:
    answer = await town.call(who, "PUT", "/api/settings/federation", rules)
    assert answer.status_code == 204, answer.text


async def agree(town: Town, *people: UUID) -> None:
    """Both towns say yes, and these people do; without any 佐藤 and 森."""
    await move_in(town)
    for administrator in (TAKAHASHI, NEIGHBOUR):
        await decide(town, administrator, ON)
    for who in people or (SATO, MORI):
        assert await says(town, who, findable=True) == 204


async def says(town: Town, who: UUID, *, findable: bool) -> int:
    return (await town.call(who, "PUT", "/api/neighbours", {"findable": findable})).status_code


async def found(town: Town, q: str, *, who: UUID = SATO, zone: str = "lgwan") -> list[dict[str, Any]]:
    answer = await town.call(who, "GET", f"/api/neighbours/people?q={q}", zone=zone)
    assert answer.status_code == 200, answer.text
    people: list[dict[str, Any]] = answer.json()["people"]
    return people
