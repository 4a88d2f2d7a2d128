"""Who acts for somebody no longer manages nothing for them, on either carrier, wherever the seat still is (ORG-8)."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.ear import Refusal
from tests.talk.delegates.acting import made, makes, named, refused, today
from tests.town import Town
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-8")]
REASON = {"reason": "見せたくない"}


async def _last_day_passes(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Delegate).values(until=today(town) - timedelta(days=1)))


@pytest.mark.req("D19", "D20", "N12", "N25")
@pytest.mark.parametrize("holds", [True, False])
async def test_who_acts_no_longer_removes_nobodys_words_on_either_carrier(town: Town, holds: bool) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO, [TANAKA])
    by_http, by_socket = [await town.says(TANAKA, each, room) for each in ("一つ目", "二つ目")]
    if not holds:
        await _last_day_passes(town)
    answer = await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/messages/{by_http}/withdrawal", REASON)
    async with town.listens(SUZUKI) as ear:
        words = {"room_id": str(room), "message_id": by_socket, **REASON}
        if holds:
            assert answer.is_success
            await ear.ask("messages.withdraw", **words)
        else:
            assert await refused(answer) == (403, "forbidden")
            with pytest.raises(Refusal, match="forbidden"):
                await ear.ask("messages.withdraw", **words)


@pytest.mark.req("D19")
async def test_who_manages_for_a_principal_that_was_stopped_removes_nothing(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO, [TANAKA])
    message = await town.says(TANAKA, "残る言葉", room)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(status="suspended"))
    answer = await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/messages/{message}/withdrawal", REASON)
    assert await refused(answer) == (403, "forbidden")


@pytest.mark.req("D19", "N40")
async def test_who_is_stopped_stands_in_the_principals_list_and_acts_in_nothing(town: Town) -> None:
    delegate = await named(town, SATO, SUZUKI)
    suspension = f"/api/accounts/{SUZUKI}/suspension"
    assert (await town.call(TAKAHASHI, "PUT", suspension)).is_success
    listed = (await town.call(SATO, "GET", "/api/delegates")).json()
    assert [(each["delegate_id"], each["is_suspended"]) for each in listed["delegates"]] == [(delegate, True)]
    assert listed["people"][str(SUZUKI)]["family"] == "鈴木"
    assert (await makes(town, SUZUKI, SATO)).status_code == 401
    assert (await town.call(TAKAHASHI, "DELETE", suspension)).is_success
    (line,) = (await town.call(SATO, "GET", "/api/delegates")).json()["delegates"]
    assert line["is_suspended"] is False


@pytest.mark.req("N40")
async def test_who_is_stopped_is_taken_out_by_the_principal_and_is_in_no_list_when_back(town: Town) -> None:
    delegate = await named(town, SATO, SUZUKI)
    suspension = f"/api/accounts/{SUZUKI}/suspension"
    assert (await town.call(TAKAHASHI, "PUT", suspension)).is_success
    assert (await town.call(SATO, "DELETE", f"/api/delegates/{delegate}")).status_code == 204
    assert (await town.call(SATO, "GET", "/api/delegates")).json()["delegates"] == []
    assert (await town.call(TAKAHASHI, "DELETE", suspension)).is_success
    assert (await town.call(SATO, "GET", "/api/delegates")).json()["delegates"] == []


@pytest.mark.parametrize("over", [{"status": "removed"}, {"ends_on": date(2020, 1, 1)}])
async def test_who_has_left_stands_in_no_list_though_the_night_has_not_come(
    town: Town, over: dict[str, object]
) -> None:
    await named(town, SATO, SUZUKI)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(**over))
    assert (await town.call(SATO, "GET", "/api/delegates")).json()["delegates"] == []


async def test_who_acts_is_shown_nothing_of_a_principal_that_was_stopped(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")).is_success
    assert (await town.call(SUZUKI, "GET", "/api/delegates")).json()["principals"] == []
