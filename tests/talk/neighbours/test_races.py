"""A yes and what takes it away meet: one of them comes first, and the other sees it (FED-3)."""

import asyncio
from uuid import UUID

import pytest

from tests.cast import MORI, SATO, TONARI
from tests.matrix.people import NEIGHBOUR
from tests.people.waiting import somebody_waits
from tests.talk.actors import actor_of
from tests.talk.neighbours.agreeing import OFF, agree
from tests.talk.neighbours.asking import GONE, Said, asks, does, path_of, talking
from tests.talk.neighbours.test_talking import SHUT, tries
from tests.town import Town
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours import ask, blocking, own
from yoriai.talk.neighbours.settle import settle_of_bodies

# Where there is one writer, works do not interleave.
pytestmark = [
    pytest.mark.anyio,
    pytest.mark.req("FED-3"),
    pytest.mark.parametrize("ground", ["postgresql"], indirect=True),
]


async def _takes_away(town: Town, work: Work, what: str) -> None:
    if what == "withdrawn":
        await ask.withdraw(work, await actor_of(town, SATO), MORI)
    elif what == "blocked":
        await blocking.block(work, await actor_of(town, MORI), SATO)
    elif what == "a body's no":
        rules = FederationRules.model_validate(OFF)
        await settings.change(work, await actor_of(town, NEIGHBOUR), FederationRules.name, rules)
    else:
        who = SATO if what == "the asker's no" else MORI
        await own.choose(work, await actor_of(town, who), findable=False)
    await work.session.flush()


@pytest.mark.parametrize(
    "what", ["withdrawn", "blocked", "a body's no", "the asker's no", "the asked one's no"]
)
async def test_a_yes_that_waits_for_what_takes_it_away_opens_nothing(town: Town, what: str) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    async with asyncio.timeout(20), town.assembly.works.writing() as work:
        await _takes_away(town, work, what)
        saying = asyncio.create_task(does(town, MORI, "PUT", path))
        await somebody_waits(town)
    assert await saying == GONE
    rooms = (await town.call(SATO, "GET", "/api/screen")).json()["rooms"]
    assert [each["kind"] for each in rooms] == ["group"]


async def test_two_who_ask_each_other_at_one_moment_have_one_talk(town: Town) -> None:
    await agree(town)
    both = await asyncio.gather(asks(town), asks(town, MORI, SATO))
    assert both == [(200, ""), (200, "")]
    states: set[str] = set()
    for who, other in ((SATO, MORI), (MORI, SATO)):
        answer = await town.call(who, "POST", "/api/neighbours/asks", {"account_id": str(other)})
        states.add(answer.json()["room_id"])
    assert len(states) == 1
    assert None not in states


async def test_many_devices_that_say_yes_at_once_open_one_talk(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    answers = await asyncio.gather(*(does(town, MORI, "PUT", path) for _ in range(5)))
    assert answers == [(200, "")] * 5
    assert (await town.told_at(f"person/{SATO}")).count("rooms.entered") == 1


async def test_a_look_that_still_saw_the_yes_does_not_open_the_talk_again(town: Town) -> None:
    """Both looks hold the talk; whichever comes last has seen everything."""
    await agree(town)
    room = await talking(town)
    async with asyncio.timeout(20), town.assembly.works.writing() as work:
        await _takes_away(town, work, "the asker's no")
        looking = asyncio.create_task(_looks(town, TONARI))
        posting: asyncio.Task[Said] = asyncio.create_task(tries(town, MORI, room))
        await somebody_waits(town)
    await looking
    assert await posting == SHUT
    assert await tries(town, SATO, room) == SHUT


async def _looks(town: Town, body: UUID) -> None:
    async with town.assembly.works.writing() as work:
        await settle_of_bodies(work, {body})
