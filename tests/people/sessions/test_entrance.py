"""Edges of the entrance: a locked seat, an account that is not there."""

from uuid import uuid4

import pytest

from tests.cast import SATO
from tests.town import Town
from yoriai.people.sessions.stand_in import stand_in

pytestmark = pytest.mark.anyio


@pytest.mark.req("AUTH-5")
async def test_a_locked_seat_gives_no_promise(town: Town) -> None:
    assert (await town.call(SATO, "POST", "/api/lock", {})).status_code == 204
    refused = await town.call(SATO, "GET", "/api/consent")
    assert (refused.status_code, refused.json()["code"]) == (401, "sessions.locked")


async def test_nobody_stands_in_for_an_account_that_is_not_there(town: Town) -> None:
    async with town.assembly.works.reading() as work:
        assert await stand_in(work, uuid4(), "lgwan") is None
