"""What a mandate gave is gone with it, also where nobody has put the row away yet (ORG-8)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.talk.delegates.acting import named, names, refused, today
from tests.town import Town
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-8")]


async def _last_day_passes(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Delegate).values(until=today(town) - timedelta(days=1)))


async def _mandate(town: Town, who: UUID = SATO) -> Mapping[str, Any]:
    (mandate,) = (await town.call(who, "GET", "/api/delegates")).json()["delegates"]
    return mandate


async def _shows_unread(town: Town, delegate: str) -> None:
    assert (await town.call(SATO, "PUT", f"/api/delegates/{delegate}/unread")).status_code == 204


@pytest.mark.req("D19")
async def test_a_word_about_unread_counts_ends_with_the_last_day_though_the_night_has_not_come(
    town: Town,
) -> None:
    await _shows_unread(town, await named(town, SATO, TANAKA, today(town)))
    await _last_day_passes(town)
    await named(town, SATO, TANAKA)
    assert (await _mandate(town))["sees_unread"] is False
    assert (await town.call(TANAKA, "GET", "/api/principals/unread")).json() == {"counts": []}


@pytest.mark.req("D19")
async def test_who_acted_up_to_yesterday_takes_no_place_among_those_who_act(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yoriai.people.accounts.delegates.service.MOST_DELEGATES", 1)
    await named(town, SATO, TANAKA, today(town))
    assert await refused(await names(town, SATO, SUZUKI)) == (409, "delegates.too_many")
    await _last_day_passes(town)
    assert (await names(town, SATO, SUZUKI)).status_code == 201


async def test_who_is_named_for_longer_by_an_administrator_is_no_longer_named_by_the_principal(
    town: Town,
) -> None:
    async with town.assembly.works.writing() as work:
        mine = update(Account).where(Account.id == SATO)
        await work.session.execute(mine.values(employment_type="special_post"))
    await _shows_unread(town, await named(town, SATO, TANAKA, today(town)))
    path, wish = f"/api/special-posts/{SATO}/delegates", {"account_id": str(TANAKA)}
    assert (await town.call(TAKAHASHI, "POST", path, wish)).status_code == 201
    mandate = await _mandate(town)
    assert (mandate["until"], mandate["named_by_principal"], mandate["sees_unread"]) == (None, False, False)
    await named(town, SATO, TANAKA, today(town))
    assert (await _mandate(town))["named_by_principal"] is True
