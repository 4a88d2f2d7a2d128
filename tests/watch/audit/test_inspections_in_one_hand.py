"""An administrator who has opened the account of the other one could give both words alone: that is no second person."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.cast import MIHON, SUZUKI, TAKAHASHI
from tests.people.accounts.managing.forms import save
from tests.town import Town
from tests.watch.audit.inspecting import DONE, GONE, asks, does, staffed
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.models import ChangeKind

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUDIT-2", "N119")]
ONE_HAND = (409, "inspections.in_one_hand")


async def was_done(town: Town, kind: ChangeKind, to: UUID, by: UUID, *, days: int = 0) -> None:
    async with town.assembly.works.writing() as work:
        work.now -= timedelta(days=days)
        await note(work, Act(MIHON, by), Noted(to, kind, {}, {}))


@pytest.mark.parametrize(
    "kind", [ChangeKind.CREATED, ChangeKind.PASSWORD_RESET, ChangeKind.SECOND_FACTOR_RESET]
)
@pytest.mark.parametrize(("by", "to"), [(TAKAHASHI, SUZUKI), (SUZUKI, TAKAHASHI)])
async def test_whoever_has_opened_the_others_account_is_no_second_person(
    town: Town, kind: ChangeKind, by: UUID, to: UUID
) -> None:
    await staffed(town)
    path = await asks(town, town.welfare)
    await was_done(town, kind, to, by)
    assert await does(town, SUZUKI, "POST", f"{path}/approval") == ONE_HAND
    assert await does(town, TAKAHASHI, "POST", f"{path}/pages") == GONE
    assert await does(town, SUZUKI, "POST", f"{path}/refusal", {"reason": "ほかの人に"}) == DONE


async def test_whoever_has_called_the_other_otherwise_is_no_second_person(town: Town) -> None:
    await staffed(town)
    assert (await save(town, SUZUKI, {"kana": "べつの ひと"})).status_code == 200
    path = await asks(town, town.welfare)
    assert await does(town, SUZUKI, "POST", f"{path}/approval") == ONE_HAND


async def test_what_opens_nothing_and_what_is_long_past_stands_in_nobodys_way(town: Town) -> None:
    await staffed(town)
    assert (await save(town, SUZUKI, {"job_title": "係長"})).status_code == 200
    await was_done(town, ChangeKind.ROLES, SUZUKI, TAKAHASHI)
    await was_done(town, ChangeKind.PASSWORD_CHOSEN, SUZUKI, SUZUKI)
    await was_done(town, ChangeKind.PASSWORD_RESET, SUZUKI, TAKAHASHI, days=31)
    path = await asks(town, town.welfare)
    assert await does(town, SUZUKI, "POST", f"{path}/approval") == DONE
