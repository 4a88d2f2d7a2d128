"""What an open screen makes of talks with a unit: whoever answers there gets them, and nobody hears who comes and goes."""

import pytest

from tests.cast import SATO, SUZUKI, TANAKA
from tests.talk.unit_talks.counter import names, opened, says, takes_out, talk
from tests.town import Town
from tests.transcripts import transcript

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
