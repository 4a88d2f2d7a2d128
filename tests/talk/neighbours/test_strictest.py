"""What the stricter of the two bodies does not allow is not done in their people's talk, now and later (FED-3, ZONE-5)."""

from collections.abc import Callable
from uuid import UUID

import pytest

from tests.cast import MIHON, MORI, SATO, TAKAHASHI, TONARI
from tests.matrix.people import NEIGHBOUR
from tests.talk.federation.joining import labels_of
from tests.talk.neighbours.agreeing import agree
from tests.talk.neighbours.asking import asks, does, path_of, talking
from tests.talk.neighbours.test_talking import SHUT, row_of, tries
from tests.town import Town
from yoriai.talk.rooms.across import Terms, terms_of
from yoriai.talk.rooms.labels import Labels, Level

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3", "ZONE-5")]
ORDER = "/api/room-labels/order"


async def orders(town: Town, who: UUID, **allowed: bool) -> None:
    """An administrator lets the freest level allow otherwise, and the others nothing more than it."""
    levels = (await town.call(who, "GET", ORDER)).json()["levels"]
    changed = [
        {name: (value and allowed.get(name, True)) if isinstance(value, bool) else value for name, value in each.items()}
        for each in levels
    ]  # fmt: skip
    answer = await town.call(who, "PUT", ORDER, {"levels": changed, "templates": {}})
    assert answer.status_code == 204, answer.text


async def frees(town: Town, who: UUID) -> None:
    """Back to the usual levels."""
    levels = [each.model_dump(mode="json") for each in Labels().levels]
    answer = await town.call(who, "PUT", ORDER, {"levels": levels, "templates": {}})
    assert answer.status_code == 204, answer.text


async def level_of(town: Town, room: UUID) -> dict[str, object]:
    level: dict[str, object] = (await town.call(SATO, "GET", f"/api/rooms/{room}")).json()["label"]
    return level


@pytest.mark.parametrize("body", [MIHON, TONARI])
async def test_what_either_keeps_off_paper_stays_off_paper(town: Town, body: UUID) -> None:
    await agree(town)
    await labels_of(town, body, printing=False)
    room = await talking(town)
    level = await level_of(town, room)
    assert (level["bodies"], level["printing"], level["forwarding"]) == (True, False, True)
    for who in (SATO, MORI):
        paper = await town.call(who, "GET", f"/api/rooms/{room}/paper")
        assert paper.json()["code"] == "rooms.label_keeps_off_paper"


@pytest.mark.parametrize("body", [MIHON, TONARI])
async def test_where_either_keeps_inside_the_talk_is_not_on_the_internet_side(town: Town, body: UUID) -> None:
    await agree(town)
    await labels_of(town, body, internet=False, guests=False)
    room = await talking(town)
    for who in (SATO, MORI):
        row = await row_of(town, who, room)
        assert row is not None
        assert row["readers"]["lgwan_only"] is True
        assert await row_of(town, who, room, zone="internet") is None
        assert (await town.call(who, "GET", f"/api/rooms/{room}", zone="internet")).status_code == 404


@pytest.mark.parametrize("who", [TAKAHASHI, NEIGHBOUR])
async def test_whoever_orders_stricter_later_takes_the_talk_along(town: Town, who: UUID) -> None:
    await agree(town)
    room = await talking(town)
    async with (
        town.listens(SATO, zone="internet") as mine,
        town.listens(MORI, zone="internet") as theirs,
    ):
        await orders(town, who, internet=False, guests=False, printing=False)
        other = mine if who == NEIGHBOUR else theirs
        assert (await other.fact("rooms.sealed"))["body"]["room_id"] == str(room)
        for each in (SATO, MORI):
            assert await row_of(town, each, room, zone="internet") is None
    assert (await level_of(town, room))["printing"] is False
    assert await tries(town, SATO, room) == (200, "")
    await frees(town, who)
    for each in (SATO, MORI):
        assert await row_of(town, each, room, zone="internet") is not None
    assert (await level_of(town, room))["printing"] is True


@pytest.mark.parametrize("who", [TAKAHASHI, NEIGHBOUR])
async def test_a_body_without_a_level_for_others_is_not_held_up_and_the_talk_is_read_only(
    town: Town, who: UUID
) -> None:
    await agree(town)
    room = await talking(town)
    async with town.listens(SATO) as ear:
        await orders(town, who, bodies=False)
        assert await tries(town, SATO, room) == SHUT
        assert await tries(town, MORI, room) == SHUT
        row = await row_of(town, SATO, room)
        assert row is not None
        assert row["readers"]["lgwan_only"] is True
        await frees(town, who)
        if who == NEIGHBOUR:  # the own body's order closes the line, to come again
            assert (await ear.fact("rooms.changed", times=2))["body"]["is_archived"] is False
            assert await tries(town, SATO, room) == (200, "")


async def test_a_body_that_keeps_everybody_inside_answers_nothing(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    await labels_of(town, MIHON, bodies=False)
    assert await does(town, MORI, "PUT", path) == (404, "not_found")


def _levels(change: Callable[[Level], Level]) -> Labels:
    return Labels(levels=tuple(change(level) for level in Labels().levels))


def test_the_terms_are_the_strictest_level_for_others_and_less() -> None:
    usual = Labels()
    shut = _levels(lambda level: level.model_copy(update={"bodies": False}))
    inside = _levels(lambda level: level.model_copy(update={"internet": False, "guests": False}))
    assert terms_of(usual, usual) == Terms(1, seals=False, withheld=["personal"])
    assert terms_of(inside, usual) == Terms(1, seals=True, withheld=["personal"])
    assert terms_of(usual, inside) == Terms(1, seals=True, withheld=["guests", "personal"])
    assert terms_of(shut, usual) is None
    assert terms_of(usual, shut) is None
    assert terms_of(Labels.usual_of(5), usual) == Terms(2, seals=False, withheld=["personal"])
