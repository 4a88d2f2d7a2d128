"""How long an answer takes tells a guest nothing: what is hidden from them and what was never there take as long."""

import time
from collections.abc import Mapping
from statistics import median

import pytest

from tests.cast import NISHIMURA, SATO, TANAKA, named, with_guest
from tests.town import Town

pytestmark = pytest.mark.anyio
NOBODY = named("nobody")
ALIKE = 0.005  # seconds


@pytest.mark.req("N3", "N17", "A4", "K20")
@pytest.mark.parametrize("noun", ["rooms", "pages", "people", "mentions", "invitations"])
async def test_hidden_and_unknown_take_as_long(town: Town, noun: str) -> None:
    await with_guest(town.assembly.works, town.welfare)
    hidden, unknown = {
        "rooms": (f"/api/rooms/{town.roads}", f"/api/rooms/{NOBODY}"),
        "pages": (f"/api/rooms/{town.roads}/messages", f"/api/rooms/{NOBODY}/messages"),
        "people": (f"/api/people/{SATO}", f"/api/people/{NOBODY}"),
        "mentions": (f"/api/rooms/{town.roads}/nameable", f"/api/rooms/{NOBODY}/nameable"),
        "invitations": (f"/api/guests/{TANAKA}", f"/api/guests/{NOBODY}"),
    }[noun]
    tries = 5  # a machine that does other things at the same time blurs one of them
    while not await _are_alike(town, {"hidden": hidden, "unknown": unknown}):
        tries -= 1
        assert tries, "what is hidden and what is unknown take as long"


async def _are_alike(town: Town, ways: Mapping[str, str]) -> bool:
    taken: dict[str, list[float]] = {name: [] for name in ways}
    heads: set[tuple[int, str, tuple[str, ...]]] = set()
    for _ in range(25):
        for name, path in ways.items():
            began = time.perf_counter()
            answer = await town.call(NISHIMURA, "GET", path, zone="internet")
            taken[name].append(time.perf_counter() - began)
            heads.add((answer.status_code, answer.json()["code"], tuple(sorted(answer.headers))))
    assert len(heads) == 1
    medians = [median(each) for each in taken.values()]
    return max(medians) - min(medians) < ALIKE
