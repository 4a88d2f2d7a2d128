"""What an open screen makes of talks with a unit: whoever answers there gets them, and nobody hears who comes and goes."""

import pytest

from tests.cast import MIHON, SATO, SUZUKI, TANAKA
from tests.talk.unit_talks.counter import names, opened, says, takes_out, talk
from tests.talk.unit_talks.membership import brings
from tests.town import Town
from tests.transcripts import transcript
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.rooms.facts import SeatChanged

pytestmark = pytest.mark.anyio


@pytest.mark.req("ORG-6")
async def test_an_open_screen_gets_the_talk_of_its_unit_and_the_answers_of_others(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    await names(town, account, SUZUKI)
    told = ["rooms.entered", "messages.posted", "messages.posted"]
    async with transcript(town, "rooms.entered-for-a-unit", SUZUKI, expect=told):
        room = await talk(town, TANAKA, account)
        await says(town, TANAKA, room, "窓口は何時までですか")
        await says(town, SATO, room, "十七時までです")


@pytest.mark.req("ORG-6")
async def test_an_open_talk_is_not_changed_by_who_answers_no_longer(town: Town) -> None:
    account = await opened(town)
    speaker = await names(town, account, SATO)
    await names(town, account, SUZUKI)
    room = await talk(town, TANAKA, account)
    async with transcript(town, "rooms.holder_left", TANAKA, [room], expect=["messages.posted"]):
        await takes_out(town, account, speaker)
        await says(town, SUZUKI, room, "十七時までです")


@pytest.mark.req("ORG-6")
async def test_an_open_room_shows_who_sits_there_for_a_unit_now(town: Town) -> None:
    account = await opened(town)
    speaker = await names(town, account, SATO)
    told = ["rooms.joined", "rooms.unit_seated", "rooms.unit_seated", "rooms.unit_seated"]
    async with transcript(town, "rooms.unit_seated", TANAKA, [town.roads], expect=told):
        assert (await brings(town, town.roads, account)).status_code == 204
        await names(town, account, SUZUKI)
        await takes_out(town, account, speaker)


@pytest.mark.req("ORG-6")
async def test_an_open_screen_gets_the_room_of_its_unit_and_cannot_leave_it(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    told = ["rooms.entered", "messages.posted"]
    async with transcript(town, "rooms.entered-with-a-unit", SATO, expect=told):
        assert (await brings(town, town.roads, account)).status_code == 204
        await says(town, TANAKA, town.roads, "福祉課にお願いします")


@pytest.mark.req("ORG-6")
async def test_another_seat_in_a_room_changes_nothing_else_that_is_shown(town: Town) -> None:
    async with (
        transcript(town, "rooms.seat_changed", SATO, expect=["rooms.seat_changed"]),
        town.assembly.works.writing(Cause(tenant_id=MIHON)) as work,
    ):
        work.state(SeatChanged(account_id=SATO), by=None)
