"""What a person has chosen is theirs, wherever they sit."""

import asyncio

import pytest
from sqlalchemy import update

from tests.cast import SATO, SUZUKI
from tests.town import Town
from yoriai.people.preferences.models import Preference
from yoriai.people.preferences.wire import Preferences

pytestmark = [pytest.mark.anyio, pytest.mark.req("A11Y-3")]
PATH = "/api/preferences"


async def chosen(town: Town, who, zone: str = "lgwan"):
    answer = await town.call(who, "GET", PATH, zone=zone)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def choose(town: Town, who, **change: object):
    return await town.call(who, "PATCH", PATH, change)


async def test_who_has_chosen_nothing_has_the_defaults(town: Town):
    assert (await chosen(town, SATO)) == {"preferences": Preferences().model_dump(), "number": 0}


@pytest.mark.req("TEXT-2", "A11Y-5")
async def test_a_choice_is_the_same_on_every_device_and_nobody_elses(town: Town):
    assert (await choose(town, SATO, letters="20", calendar="western")).status_code == 204
    assert (await choose(town, SATO, simple=True)).status_code == 204
    elsewhere = await chosen(town, SATO, zone="internet")
    assert elsewhere == {
        "preferences": Preferences(letters="20", calendar="western", simple=True).model_dump(),
        "number": 2,
    }
    assert (await chosen(town, SUZUKI))["preferences"] == Preferences().model_dump()


@pytest.mark.req("D9")
async def test_the_other_devices_hear_it_and_nobody_else(town: Town):
    async with town.listens(SATO, zone="internet") as mine, town.listens(SUZUKI) as others:
        await choose(town, SATO, theme="dark")
        told = await mine.fact("preferences.changed")
        assert told["body"] == {"preferences": Preferences(theme="dark").model_dump()}
        await choose(town, SUZUKI, theme="light")
        await others.fact("preferences.changed")
        assert len(others.named("preferences.changed")) == 1


async def test_choosing_the_same_again_tells_nobody(town: Town):
    await choose(town, SATO, enter="send")
    await choose(town, SATO, enter="send")
    await choose(town, SATO)
    assert (await chosen(town, SATO))["number"] == 1


async def test_two_devices_that_choose_at_once_both_get_their_way(town: Town):
    answers = await asyncio.gather(
        *(choose(town, SATO, **change) for change in ({"log": "flat"}, {"order": "kana"}, {"asked": True}))
    )
    assert {answer.status_code for answer in answers} == {204}
    assert (await chosen(town, SATO))["preferences"] == Preferences(
        log="flat", order="kana", asked=True
    ).model_dump()


async def test_what_is_no_choice_is_refused(town: Town):
    for change in ({"letters": "99"}, {"colour": "red"}, {"simple": "perhaps"}):
        assert (await choose(town, SATO, **change)).status_code == 422
    assert (await chosen(town, SATO))["number"] == 0


async def test_a_choice_of_another_version_counts_as_none(town: Town):
    await choose(town, SATO, letters="18")
    async with town.assembly.works.writing() as work:
        kept = {"letters": "24", "theme": "dark", "sounds": "on"}
        await work.session.execute(update(Preference).values(chosen=kept))
    assert (await chosen(town, SATO))["preferences"] == Preferences(theme="dark").model_dump()
