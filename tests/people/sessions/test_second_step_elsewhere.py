"""Between the two steps of a sign-in somebody may have gone elsewhere, or a rule may have changed (ZONE-8, AUTH-7)."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from tests.cast import SATO
from tests.people.sessions.entering import HOME, decides
from tests.people.sessions.holding import Browser, Phone, phone_of
from tests.people.sessions.test_networks import ELSEWHERE, decide, group_of, said
from tests.town import Town
from yoriai.people.access.networks import KEPT
from yoriai.people.accounts.models import AccountGroup
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.models import SignInFailure
from yoriai.people.sessions.second_factor import spend
from yoriai.platform.facts.models import JournalRow

pytestmark = [pytest.mark.anyio, pytest.mark.req("ZONE-8", "AUTH-7")]


async def says(town: Town, policies: dict[str, object]) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(AccountGroup).values(policies=policies))


async def test_the_second_step_asks_for_the_network_again_and_uses_up_no_code(town: Town):
    phone, browser = await phone_of(town), Browser(town)
    at = await group_of(town, SATO)
    assert said(await browser.signs_in()) == (401, "second_factor")
    assert (await decide(town, at, ELSEWHERE)).status_code == 204
    code = phone.code()
    assert said(await browser.gives(code)) == (403, "sessions.barred")
    assert (await decide(town, at, {"lgwan": [], "internet": []})).status_code == 204
    assert (await browser.gives(code)).status_code == 200


@pytest.mark.req("N32")
async def test_a_second_step_from_elsewhere_is_told_to_its_owner_and_not_tried_for_ever(
    town: Town, monkeypatch
):
    monkeypatch.setattr(spend, "FOR_BROWSER", Limit(burst=2, pause=timedelta(hours=1)))
    monkeypatch.setattr(spend, "FOR_STRANGERS", Limit(burst=2, pause=timedelta(hours=1)))
    phone, browser = await phone_of(town), Browser(town)
    at = await group_of(town, SATO)
    await browser.signs_in()
    await decide(town, at, ELSEWHERE)
    said_so = [said(await browser.gives(code))[1] for code in (phone.wrong(), phone.code(), phone.code())]
    assert said_so == ["sessions.barred", "sessions.barred", "too_many"], "and of the code nothing is said"
    async with town.assembly.works.reading() as work:
        blocked = select(JournalRow).where(JournalRow.name == "sessions.blocked")
        rows = (await work.session.scalars(blocked)).all()
    assert [(row.stream, row.by, row.address) for row in rows] == [(f"person/{SATO}", SATO, HOME)] * 2
    await town.assembly.entrance.write(town.assembly.works)
    await decide(town, at, {"lgwan": [], "internet": []})
    async with town.assembly.works.reading() as work:
        failed = await work.session.scalar(
            select(SignInFailure.count).where(SignInFailure.account_id == SATO)
        )
    assert failed == 2


async def test_setting_one_up_elsewhere_is_told_as_well_and_sets_nothing_up(town: Town):
    await group_of(town, SATO)
    await decides(town, second={"required_of": "everybody"})
    browser = Browser(town)
    assert said(await browser.signs_in()) == (401, "second_factor")
    offered = (await browser.asks("POST", "sign-in/second-factor/offer")).json()
    phone = Phone(town, offered["secret"].replace(" ", ""), [])
    given = {"sealed": offered["sealed"], "one_time_code": phone.code()}
    sealed = {"sealed": (await browser.asks("POST", "sign-in/second-factor/confirm", given)).json()["sealed"]}
    await says(town, {KEPT: ELSEWHERE})
    assert said(await browser.asks("POST", "sign-in/second-factor", sealed)) == (403, "sessions.barred")
    assert (await town.told_at(f"person/{SATO}")).count("sessions.blocked") == 1
    await says(town, {})
    assert (await browser.asks("POST", "sign-in/second-factor", sealed)).status_code == 200


async def test_where_one_may_not_be_no_code_is_asked_for(town: Town):
    await phone_of(town)
    at = await group_of(town, SATO)
    await decide(town, at, ELSEWHERE)
    assert said(await Browser(town).signs_in()) == (403, "sessions.barred")
