"""Of each operation one row: who, when, from where, what, and on what, as it was called then."""

import pytest

from tests.cast import PASSWORD, SATO, TAKAHASHI
from tests.people.sessions.holding import Browser, phone_of
from tests.town import Town
from tests.watch.audit.log import entries

pytestmark = pytest.mark.anyio


@pytest.mark.req("AUDIT-1", "C10", "D4")
@pytest.mark.asvs("V16.2.5")
async def test_a_message_is_one_row_without_its_words(town: Town) -> None:
    message = await town.says(SATO, "窓口の当番表です", town.welfare)
    (row,) = await entries(town)
    assert (row.kind, row.outcome, row.times) == ("messages.posted", "done", 1)
    assert (row.account_id, row.account_name, row.account_kind) == (SATO, "佐藤 花子", "member")
    assert (row.zone, row.address, row.about) == ("lgwan", "127.0.0.1", "福祉課")
    assert message in str(row.body)
    assert "当番表" not in str(row.body)


@pytest.mark.req("AUDIT-1", "N31", "AUTH-7")
async def test_a_recovery_code_that_was_used_is_a_row_without_the_code(town: Town) -> None:
    phone, browser = await phone_of(town), Browser(town)
    await browser.signs_in()
    await browser.gives(phone.paper[0])
    proof = {"password": PASSWORD, "one_time_code": phone.paper[1]}
    assert (await town.call(SATO, "POST", "/api/proof", proof)).status_code == 204
    rows = [row for row in await entries(town) if row.kind == "second_factor.recovery_used"]
    assert [(row.account_id, row.outcome, row.zone) for row in rows] == [(SATO, "done", "lgwan")] * 2
    assert "sessions.began" in str(rows[0].body)
    assert not any(code in str(row.body) for row in rows for code in phone.paper)


@pytest.mark.req("AUDIT-1", "C10", "AUTH-7")
async def test_a_second_factor_that_is_taken_away_is_one_row_with_the_logins_that_it_ended(
    town: Town,
) -> None:
    await phone_of(town)
    path = f"/api/accounts/{SATO}/second-factor/reset"
    lost = {"reason": "スマートフォンをなくしたため"}
    assert (await town.call(TAKAHASHI, "POST", path, lost)).status_code == 204
    set_up, gone = await entries(town)
    assert (set_up.kind, gone.kind) == ("second_factor.set_up", "second_factor.gone")
    assert (gone.account_name, gone.object_id, gone.about) == ("髙橋 渉", SATO, "佐藤 花子")
    assert "sessions.ended" in str(gone.body)
    assert lost["reason"] not in str(gone.body)
