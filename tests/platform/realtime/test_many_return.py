"""Thousands who come back at one moment are asked about together: what they ask costs no more questions than one."""

import asyncio
from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest

from tests.people.questions import questions
from tests.platform.hall import Someone, call, hall_stream, sit
from tests.platform.nodes import Ear, realtime_over, welcome
from yoriai.platform.db.store import Store
from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.feature import Hearer
from yoriai.platform.realtime.gate import TOGETHER
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.work.work import Work

pytestmark = [pytest.mark.anyio, pytest.mark.req("D12", "F14")]


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


async def hall_of(node: Realtime, people: Sequence[Someone]) -> UUID:
    hall_id = uuid4()
    async with node.works.writing() as work:
        for who in people:
            await sit(work, hall_id, who.account_id)
        for turn in range(1, 4):
            call(work, hall_id, f"{turn}", ordinal=turn)
    return hall_id


async def back(node: Realtime, ear: Ear, hall: UUID) -> list[str]:
    listener = ear.listener()
    await welcome(node, listener)
    await node.resuming.resume(listener, {hall_stream(hall): 0})
    return ear.words


async def test_many_who_resume_at_once_take_as_many_questions_as_one(node: Realtime, store: Store) -> None:
    people = [Someone() for _ in range(TOGETHER // 2)]
    hall = await hall_of(node, people)
    await back(node, Ear(people[0]), hall)  # what was missed is known from here on
    ears = [Ear(who) for who in people]
    listeners = [ear.listener() for ear in ears]
    for each in listeners:
        await welcome(node, each)

    async def hears(_: Work, hearers: Sequence[Hearer]) -> list[dict[str, Sight]]:
        return [{hall_stream(hall): WHOLE} for _ in hearers]

    node.hears = node.resuming.hears = hears
    with questions(store) as sent:
        await asyncio.gather(*(node.resuming.resume(each, {hall_stream(hall): 0}) for each in listeners))
    assert {tuple(ear.words) for ear in ears} == {("1", "2", "3")}
    assert len(sent) == 1  # how far the streams have come; whom they hear is asked by each feature, once


@pytest.mark.req("D19")
async def test_each_of_many_gets_what_is_theirs(node: Realtime) -> None:
    people = [Someone() for _ in range(4)]
    mine, theirs = await hall_of(node, people[:2]), await hall_of(node, people[2:])
    ears = [Ear(who) for who in people]
    listeners = [ear.listener() for ear in ears]
    for each in listeners:
        await welcome(node, each)

    asked = {hall_stream(mine): 0, hall_stream(theirs): 1}
    await asyncio.gather(*(node.resuming.resume(each, asked) for each in listeners))
    assert [ear.words for ear in ears] == [["1", "2", "3"]] * 2 + [["2", "3"]] * 2
