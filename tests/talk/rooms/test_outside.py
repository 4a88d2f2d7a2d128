"""The first who reads a room from an Internet device: the room is told, once, and nobody else pays for it (ZONE-4)."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.cast import SATO, SUZUKI, TANAKA
from tests.people.sessions.holding import Browser
from tests.talk.actors import change_room, opened
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.sessions.models import Session
from yoriai.talk.rooms import outside
from yoriai.talk.rooms.models import Room

pytestmark = [pytest.mark.anyio, pytest.mark.req("ZONE-4")]
LONG_AGO = timedelta(days=40)


@pytest.fixture(autouse=True)
async def nobody_outside(town: Town) -> None:
    """So far everybody reads at their desk in the hall."""
    await stay_away(town)


async def stay_away(town: Town) -> None:
    """Whoever was outside was so for the last time long ago."""
    before = town.assembly.works.now() - LONG_AGO
    async with town.assembly.works.writing() as work:
        of_outside = update(Session).where(Session.zone == "internet")
        await work.session.execute(of_outside.values(last_used_at=before, began_at=before))


async def signs_in(town: Town, login_id: str = "10001", *, zone: str = "internet") -> None:
    assert (await Browser(town, zone).signs_in(login_id=login_id)).status_code == 200


async def follows(town: Town) -> None:
    """Whatever is to be told is told; twice is the same as once."""
    for _ in range(2):
        await outside.tell(town.assembly.works, {})


async def lines(town: Town, room: UUID, who: UUID = SUZUKI) -> list[tuple[str, int]]:
    page = (await town.call(who, "GET", f"/api/rooms/{room}/messages")).json()
    return [(each["kind"], each["after_ordinal"]) for each in page["lines"] if each["kind"] == "outside"]


async def is_told(town: Town, room: UUID) -> bool:
    async with town.assembly.works.reading() as work:
        return bool(await work.session.scalar(select(Room.outside_told).where(Room.id == room)))


async def test_the_room_is_told_by_itself_when_somebody_first_signs_in_outside(town: Town) -> None:
    await town.says(SUZUKI, "庁内だけの話", town.welfare)
    async with town.listens(SUZUKI) as ear:
        await signs_in(town)
        told = await ear.fact("rooms.changed")
        assert told["body"]["room_id"] == str(town.welfare)
        assert [each["kind"] for each in told["body"]["lines"]] == ["outside"]
    await town.says(SUZUKI, "ここからは気を付けます", town.welfare)
    assert await lines(town, town.welfare) == [("outside", 1)]
    row = (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}")).json()["room"]
    assert row["readers"]["internet_devices"] is True


@pytest.mark.req("C8")
async def test_an_open_screen_says_so_from_then_on(town: Town) -> None:
    async with transcript(town, "rooms.outside", SUZUKI, expect=["rooms.changed"]):
        await signs_in(town)


async def test_it_is_told_once_whoever_comes_after_and_however_often(town: Town) -> None:
    for login_id in ("10001", "10001", "10002"):
        await signs_in(town, login_id)
        await follows(town)
    assert len(await lines(town, town.welfare)) == 1
    assert await lines(town, town.roads, TANAKA) == []


async def test_at_the_desk_nothing_is_told(town: Town) -> None:
    await signs_in(town, zone="lgwan")
    await follows(town)
    assert await lines(town, town.welfare) == []
    assert not await is_told(town, town.welfare)


async def test_a_room_that_was_read_so_from_its_beginning_is_told_nothing(town: Town) -> None:
    await signs_in(town)
    room = await opened(town, SATO, [SUZUKI])
    await signs_in(town, "10002")
    await follows(town)
    assert await lines(town, room) == []
    assert await is_told(town, room)


async def test_whoever_reads_so_already_and_is_brought_in_makes_the_change(town: Town) -> None:
    await signs_in(town, "10003")
    room = await opened(town, SATO, [SUZUKI])
    await follows(town)
    assert await lines(town, room) == []
    async with town.listens(SUZUKI) as ear:
        bringing = {"accounts": [str(TANAKA)]}
        await town.call(SATO, "POST", f"/api/rooms/{room}/members", bringing)
        await ear.fact("rooms.changed")
    await follows(town)
    assert await lines(town, room) == [("outside", 0)]


@pytest.mark.req("ZONE-5")
@pytest.mark.parametrize("values", [{"lgwan_only": True}, {"kind": "self"}, {"kind": "practice"}])
async def test_where_nobody_reads_from_outside_nothing_is_told(town: Town, values: dict[str, object]) -> None:
    await change_room(town, town.welfare, **values)
    await signs_in(town)
    await follows(town)
    assert not await is_told(town, town.welfare)
    assert "rooms.changed" not in await town.told(town.welfare)


async def test_when_nobody_has_read_so_for_long_the_next_one_is_told_of_again(town: Town) -> None:
    await signs_in(town)
    await follows(town)
    await outside.forget(town.assembly.works, {})
    assert await is_told(town, town.welfare)
    await stay_away(town)
    await outside.forget(town.assembly.works, {})
    assert not await is_told(town, town.welfare)
    await signs_in(town, "10002")
    await follows(town)
    assert len(await lines(town, town.welfare)) == 2


async def test_what_no_fact_has_told_is_told_in_the_night(town: Town) -> None:
    mine = update(Session).where(Session.account_id == SATO, Session.zone == "internet")
    async with town.assembly.works.writing() as work:
        await work.session.execute(mine.values(last_used_at=work.now, began_at=work.now))
    await outside.forget(town.assembly.works, {})
    assert len(await lines(town, town.welfare)) == 1
