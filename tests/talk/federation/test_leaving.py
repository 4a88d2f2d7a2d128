"""A body that has left is gone on every carrier within two seconds, and nothing brings it back (R3)."""

import asyncio
import time

import pytest

from tests.carriers import CARRIERS
from tests.cast import MORI, SATO, TONARI
from tests.doors import words_for
from tests.ear import Ear, Refusal
from tests.talk.federation.joining import ADMIN_B, GONE, asks, joined, together
from tests.town import Town

pytestmark = pytest.mark.anyio
ROUNDS = 12


@pytest.mark.req("FED-1", "R3", "D18", "D19", "N49")
@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("by", ["itself", "host"])
async def test_the_people_of_a_body_that_is_gone_hear_and_do_nothing_any_more(
    town: Town, carrier: str, by: str
) -> None:
    room = await together(town)
    path = await joined(town, room, MORI)
    who, gone = (ADMIN_B, path) if by == "itself" else (SATO, f"/api/rooms/{room}/bodies/{TONARI}")
    async with (
        town.listens(MORI, carrier=carrier) as ear,
        town.listens(MORI, zone="internet", carrier=carrier) as phone,
        town.listens(SATO, carrier=carrier) as host,
    ):
        await town.says(SATO, "まだ聞こえます", room)
        for each in (ear, phone, host):
            await each.fact("messages.posted")
        assert await asks(town, who, "DELETE", gone) == (204, "")
        for each in (ear, phone):
            await each.until(lambda each=each: each.named("rooms.lost"), 2)
        await town.says(SATO, "もう聞こえません", room)
        await host.fact("messages.posted", times=2)
        assert [len(each.named("messages.posted")) for each in (ear, phone)] == [1, 1]
        if carrier == "socket":
            with pytest.raises(Refusal) as refused:
                await ear.ask("messages.post", **words_for("messages.post", room))
            assert refused.value.status == 404
    for door in ("", "/messages", "/bodies"):
        for zone in ("lgwan", "internet"):
            assert await asks(town, MORI, "GET", f"/api/rooms/{room}{door}", zone=zone) == GONE
    rooms = (await town.call(MORI, "GET", "/api/screen")).json()["rooms"]
    assert str(room) not in {each["room_id"] for each in rooms}


async def _lost(ear: Ear, began: float, took: list[float]) -> None:
    await ear.until(lambda: ear.named("rooms.lost"))
    took.append(time.monotonic() - began)


@pytest.mark.timed
@pytest.mark.req("FED-1", "R3")
async def test_of_a_hundred_takings_ninety_nine_are_done_within_two_seconds(town: Town) -> None:
    """Each round opens several ears; the slowest of all is named."""
    room = await together(town)
    took: list[float] = []
    for _ in range(ROUNDS):
        path = await joined(town, room, MORI)
        async with (
            town.listens(MORI) as one,
            town.listens(MORI, zone="internet") as two,
            town.listens(MORI, carrier="events") as three,
        ):
            began = time.monotonic()
            assert await asks(town, ADMIN_B, "DELETE", path) == (204, "")

            await asyncio.gather(*(_lost(ear, began, took) for ear in (one, two, three)))
    slowest = sorted(took)[int(len(took) * 0.99)]
    assert slowest <= 2, took
