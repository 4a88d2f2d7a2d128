"""Lists as long as a prefecture is large: no statement runs out of parameters, on either database."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest

from tests.cast import MIHON, SATO, TANAKA, session_of
from tests.people.conftest import Office
from yoriai.people.access.actor import staff_of
from yoriai.people.accounts import cards, service
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.managing import posts
from yoriai.people.sessions import service as sessions
from yoriai.people.sessions.models import Session
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio
EVERYBODY = [SATO, TANAKA, *(uuid4() for _ in range(40_000))]


async def _held(work: Work) -> object:
    return {who for who, held in (await posts.held_by(work, EVERYBODY)).items() if held}


async def _cards(work: Work) -> object:
    return set(await cards.people_of(work.session, EVERYBODY, staff_of(MIHON)))


async def _told(work: Work) -> object:
    await service.tell_colleagues(work, Act(MIHON, None), EVERYBODY)
    return len(work.told)


async def _closed(work: Work) -> object:
    mine = [(session_of(who, "lgwan") if who in (SATO, TANAKA) else who, who) for who in EVERYBODY]
    await sessions.close(work, mine, by=None)
    work.told.clear()  # forty thousand facts are another matter
    return [(await work.session.get_one(Session, each)).ended_at == work.now for each, _ in mine[:2]]


@pytest.mark.parametrize(
    ("asks", "answer"),
    [
        (_held, {SATO, TANAKA}),
        (_cards, {SATO, TANAKA}),
        (_told, 1),
        (_closed, [True, True]),
    ],
    ids=["posts", "cards", "colleagues told", "sessions ended"],
)
async def test_forty_thousand_people_are_one_question(
    office: Office, asks: Callable[[Work], Awaitable[object]], answer: object
):
    async with office.works.writing() as work:
        assert await asks(work) == answer
