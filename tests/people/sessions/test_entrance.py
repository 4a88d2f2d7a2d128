"""Edges of the entrance: an installation without a known network model, a locked seat, an account that is not there."""

from datetime import UTC, datetime
from typing import cast
from uuid import uuid4

import pytest

from tests.cast import SATO
from tests.people.access.test_capabilities import CLERK
from tests.town import Town
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.stand_in import stand_in
from yoriai.platform.db.statement import Rows
from yoriai.platform.facts.numbering import number

pytestmark = pytest.mark.anyio


async def test_without_a_known_model_nothing_is_withheld(town: Town) -> None:
    entrance: Entrance = town.assembly.app.state.entrance
    before, entrance.profile = entrance.profile, None
    try:
        assert entrance.on_this_side(CLERK) is CLERK
    finally:
        entrance.profile = before


@pytest.mark.req("AUTH-5")
async def test_a_locked_seat_gives_no_promise(town: Town) -> None:
    assert (await town.call(SATO, "POST", "/api/lock", {})).status_code == 204
    refused = await town.call(SATO, "GET", "/api/consent")
    assert (refused.status_code, refused.json()["code"]) == (401, "sessions.locked")


async def test_nobody_stands_in_for_an_account_that_is_not_there(town: Town) -> None:
    async with town.assembly.works.reading() as work:
        assert await stand_in(work, uuid4(), "lgwan") is None


def test_a_work_that_tells_nothing_takes_no_number() -> None:
    assert number(cast("Rows", None), [], datetime.now(UTC)) == {}
