"""Of a no nobody hears: neither that it was said, nor that somebody was blocked, nor that nobody has looked (FED-3)."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.cast import MORI, SATO, SUZUKI
from tests.matrix.people import NEIGHBOUR
from tests.talk.neighbours.agreeing import agree, found, says
from tests.talk.neighbours.asking import GONE, asks, does, lapse, path_of, read, sent, waiting
from tests.town import Town
from tests.transcripts import transcript
from yoriai.talk.neighbours.policy import MOST_A_DAY

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]


async def _seen(town: Town) -> dict[str, Any]:
    """Everything by which whoever asked could learn of an answer: but the moments, which say when they looked."""
    again = await town.call(SATO, "POST", "/api/neighbours/asks", {"account_id": str(MORI), "words": ""})
    screen = (await town.call(SATO, "GET", "/api/screen")).json()
    return {
        "sent": await sent(town),
        "found": await found(town, "もり"),
        "asks": await waiting(town, SATO),
        "again": (again.status_code, again.json()),
        "screen": (screen["rooms"], screen["heads"]),
        "told": await town.told_at(f"person/{SATO}"),
    }


async def _answers(town: Town, how: str) -> None:
    if how == "declined":
        assert await does(town, MORI, "DELETE", await path_of(town)) == (204, "")
    if how == "blocked":
        assert await does(town, MORI, "PUT", f"/blocked/{SATO}") == (204, "")


@pytest.mark.parametrize("how", ["declined", "blocked"])
async def test_of_a_no_the_asker_learns_nothing(town: Town, how: str) -> None:
    await agree(town)
    await asks(town)
    before = await _seen(town)
    async with town.listens(SATO) as ear:
        await _answers(town, how)
        assert await waiting(town) == []
        assert await _seen(town) == before
        assert await says(town, SATO, findable=False) == 204
        await ear.fact("neighbours.findable_changed")
        assert [each["fact"] for each in ear.facts] == ["neighbours.findable_changed"]


@pytest.mark.parametrize("how", ["silent", "declined", "blocked"])
async def test_after_it_lapsed_one_asks_again_however_it_was_answered(town: Town, how: str) -> None:
    await agree(town)
    await asks(town)
    await _answers(town, how)
    await lapse(town)
    assert (await sent(town), await waiting(town)) == ([], [])
    assert (await found(town, "もり"))[0]["between"]["state"] == "nothing"
    told = len(await town.told_at(f"person/{MORI}"))
    assert await asks(town) == (200, "")
    assert len(await sent(town)) == 1
    # Also whoever has blocked them is told that there is something, and looks, and sees nothing.
    assert (await town.told_at(f"person/{MORI}"))[told:] == ["neighbours.asks_changed"]
    assert len(await waiting(town)) == (0 if how == "blocked" else 1)


async def test_a_no_is_said_once_and_is_no_yes_afterwards(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    for _ in range(2):
        assert await does(town, MORI, "DELETE", path) == (204, "")
    assert await does(town, MORI, "PUT", path) == GONE


async def test_one_asks_so_many_a_day_however_they_answer(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_A_DAY == 10
    monkeypatch.setattr("yoriai.talk.neighbours.ask.MOST_A_DAY", 1)
    await agree(town, SATO, MORI, NEIGHBOUR, SUZUKI)
    await asks(town)
    await _answers(town, "declined")
    refused = await town.call(SATO, "POST", "/api/neighbours/asks", {"account_id": str(NEIGHBOUR)})
    assert (refused.status_code, refused.json()["code"]) == (409, "neighbours.asked_enough")
    assert refused.json()["details"]["most"] == 1
    assert await asks(town, SATO, uuid4()) == GONE  # before the count: nobody is there
    assert await asks(town) == (200, "")  # it waits already
    assert await asks(town, SUZUKI) == (200, "")


@pytest.mark.parametrize(
    ("fact", "who"),
    [
        ("neighbours.asked", SATO), ("neighbours.withdrawn", SATO), ("neighbours.asks_changed", MORI),
        ("neighbours.declined", MORI), ("neighbours.blocked", MORI), ("neighbours.unblocked", MORI),
    ],
)  # fmt: skip
async def test_ones_other_devices_hear_what_one_did(town: Town, fact: str, who: UUID) -> None:
    await agree(town)
    if fact not in ("neighbours.asked", "neighbours.asks_changed"):
        await asks(town)
    if fact == "neighbours.unblocked":
        await does(town, MORI, "PUT", f"/blocked/{SATO}")
    doing = {
        "neighbours.withdrawn": ("DELETE", f"/sent-asks/{MORI}"),
        "neighbours.blocked": ("PUT", f"/blocked/{SATO}"),
        "neighbours.unblocked": ("DELETE", f"/blocked/{SATO}"),
    }
    if fact == "neighbours.declined":
        doing[fact] = ("DELETE", await path_of(town))
    async with transcript(town, fact, who, expect=[fact]):
        if fact in doing:
            assert await does(town, who, *doing[fact]) == (204, "")
        else:
            assert await asks(town) == (200, "")


async def test_whoever_is_blocked_is_undone_in_the_settings(town: Town) -> None:
    await agree(town)
    await asks(town)
    for _ in range(2):
        assert await does(town, MORI, "PUT", f"/blocked/{SATO}") == (204, "")
    (one,) = (await read(town, MORI, "/blocked"))["blocked"]
    assert (one["person"]["tenant_name"], one["person"]["department"]) == ("見本市", "福祉課")
    assert (await found(town, "佐藤", who=MORI))[0]["between"]["state"] == "blocked"
    assert await asks(town, MORI, SATO) == (409, "neighbours.blocked_by_oneself")
    for _ in range(2):
        assert await does(town, MORI, "DELETE", f"/blocked/{SATO}") == (204, "")
    assert (await read(town, MORI, "/blocked"))["blocked"] == []
    assert len(await waiting(town)) == 1


@pytest.mark.req("A4")
async def test_only_whoever_has_asked_or_talks_is_blocked(town: Town) -> None:
    await agree(town, SATO, MORI, NEIGHBOUR)
    await asks(town)
    for who, other in ((SATO, MORI), (NEIGHBOUR, SATO), (MORI, SUZUKI), (MORI, uuid4())):
        assert await does(town, who, "PUT", f"/blocked/{other}") == GONE
        assert await does(town, who, "DELETE", f"/blocked/{other}") == (204, "")
