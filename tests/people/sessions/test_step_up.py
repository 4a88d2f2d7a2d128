"""Dangerous acts ask who it is once more; what one's own second factor is, and what others may do to it."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import MORI, PASSWORD, SATO, SUZUKI, TAKAHASHI
from tests.people.accounts.managing.forms import form, save
from tests.people.sessions.entering import decides, later
from tests.people.sessions.holding import Browser, Phone, becomes, forgets, phone_of
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import AccountChange
from yoriai.people.sessions import lock
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.second_factor.models import RecoveryCode, SecondFactor
from yoriai.platform.work.edge import clock

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUTH-7")]
OVERSEEN = f"/api/accounts/{SATO}/security"
ROLE = f"/api/accounts/{SATO}/role"


async def proves(town: Town, who: UUID, code: str | None = None, password: str = PASSWORD):
    return await town.call(who, "POST", "/api/proof", {"password": password, "one_time_code": code})


@pytest.mark.req("N31", "N40")
async def test_a_dangerous_act_asks_again_and_goes_on_for_ten_minutes(town: Town):
    await forgets(town, TAKAHASHI)
    asked = await town.call(TAKAHASHI, "PUT", ROLE, {"role": "administrator"})
    assert (asked.status_code, asked.json()["code"]) == (403, "second_factor.prove_again")
    assert asked.json()["details"] == {"second": False}
    assert (await proves(town, TAKAHASHI)).status_code == 204
    assert (await town.call(TAKAHASHI, "PUT", ROLE, {"role": "administrator"})).status_code == 204
    later(town, minutes=10)
    again = await town.call(TAKAHASHI, "PUT", ROLE, {"role": "member"})
    assert again.json()["code"] == "second_factor.prove_again"


@pytest.mark.req("N31", "N32")
async def test_proving_takes_the_password_and_the_code_and_guessing_is_held_up(town: Town, monkeypatch):
    phone = await phone_of(town, TAKAHASHI)
    await forgets(town, TAKAHASHI)
    asked = await town.call(TAKAHASHI, "PUT", ROLE, {"role": "owner"})
    assert asked.status_code == 403
    asked = await town.call(TAKAHASHI, "PUT", ROLE, {"role": "administrator"})
    assert asked.json()["details"] == {"second": True}
    wrong = await proves(town, TAKAHASHI, phone.code(), "まちがったパスワード")
    assert (wrong.status_code, wrong.json()["details"]["field"]) == (422, "password")
    missing = await proves(town, TAKAHASHI)
    assert (missing.status_code, missing.json()["details"]) == (
        422,
        {"field": "one_time_code", "reason": "missing"},
    )
    assert (await proves(town, TAKAHASHI, phone.wrong())).json()["code"] == "second_factor.wrong_code"
    assert (await town.call(TAKAHASHI, "PUT", ROLE, {"role": "administrator"})).status_code == 403
    assert (await proves(town, TAKAHASHI, phone.code())).status_code == 204
    assert (await proves(town, TAKAHASHI, phone.code())).status_code == 401  # used
    assert (await town.call(TAKAHASHI, "PUT", ROLE, {"role": "administrator"})).status_code == 204

    monkeypatch.setattr(lock, "FOR_SESSION", Limit(burst=2, pause=timedelta(seconds=30)))
    said = [(await proves(town, SATO, None, "まちがったパスワード")).status_code for _ in range(3)]
    assert said == [422, 422, 429]


async def test_whoever_must_have_one_and_has_none_does_nothing_dangerous_without_it(town: Town):
    await decides(town, second={"starts_on": "2026-04-01"})
    refused = await town.call(TAKAHASHI, "PUT", ROLE, {"role": "administrator"})
    assert (refused.status_code, refused.json()["code"]) == (403, "second_factor.missing")
    assert (await town.call(TAKAHASHI, "GET", "/api/accounts")).status_code == 200
    offered = await town.call(TAKAHASHI, "POST", "/api/second-factor/offer")
    assert offered.status_code == 200  # the way out is open
    town.assembly.entrance.is_relaxed = True
    assert (await town.call(TAKAHASHI, "PUT", ROLE, {"role": "administrator"})).status_code == 204


@pytest.mark.req("N31")
async def test_what_was_proved_while_the_clock_stood_wrong_counts_no_longer_once_it_is_right(town: Town):
    phone, browser, administrator = await phone_of(town), Browser(town), Browser(town)
    later(town, days=365)
    assert (await browser.signs_in()).status_code == 401
    assert (await administrator.signs_in(login_id="10004")).status_code == 200
    assert (
        await administrator.asks("PUT", f"accounts/{SATO}/role", {"role": "administrator"})
    ).status_code == 204
    town.assembly.works.now = clock
    refused = await administrator.asks("PUT", f"accounts/{SATO}/role", {"role": "member"})
    assert refused.json()["code"] == "second_factor.prove_again"
    assert (await browser.gives(phone.code())).json()["code"] == "second_factor.over"
    assert (await browser.signs_in()).status_code == 401
    assert (await browser.gives(phone.code())).status_code == 200


@pytest.mark.req("N31")
@pytest.mark.asvs("V7.5.1")
async def test_by_what_somebody_signs_in_is_changed_only_after_proving_again(town: Town):
    await forgets(town, TAKAHASHI)
    assert (await save(town, SATO, {"extension": "4321"})).status_code == 200
    for words in ({"email": "other@mihon.example"}, {"login_id": "19999"}):
        refused = await save(town, SATO, words)
        assert (refused.status_code, refused.json()["code"]) == (403, "second_factor.prove_again")
    next_door = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{MORI}", await form(town, SATO))
    assert next_door.status_code == 404
    await proves(town, TAKAHASHI)
    assert (await save(town, SATO, {"email": "other@mihon.example"})).status_code == 200


async def sets_up(town: Town, who: UUID) -> tuple[Phone, dict[str, object]]:
    offered = (await town.call(who, "POST", "/api/second-factor/offer")).json()
    phone = Phone(town, offered["secret"].replace(" ", ""), [])
    given = {"sealed": offered["sealed"], "one_time_code": phone.code()}
    proved = (await town.call(who, "POST", "/api/second-factor/confirm", given)).json()
    phone.paper = proved["codes"]
    answer = await town.call(who, "PUT", "/api/second-factor", {"sealed": proved["sealed"]})
    return phone, answer.json() | {"sealed": proved["sealed"]}


@pytest.mark.req("N40")
@pytest.mark.asvs("V7.4.3")
async def test_setting_up_changing_and_giving_up_end_the_other_sessions(town: Town):
    async with town.listens(SATO, zone="internet") as elsewhere:
        phone, done = await sets_up(town, SATO)
        assert done["ended"] == 1
        assert (await elsewhere.ended(2))[0] == 4401
    twice = await town.call(SATO, "PUT", "/api/second-factor", {"sealed": done["sealed"]})
    assert twice.json() == {"ended": 0}

    other = Browser(town)
    await other.signs_in()
    assert (await other.gives(phone.paper[0])).status_code == 200
    newer, done = await sets_up(town, SATO)
    assert done["ended"] == 1
    third = Browser(town)
    await third.signs_in()
    for old in (phone.code(), phone.paper[1]):
        assert (await third.gives(old)).status_code == 401
    assert (await third.gives(newer.paper[0])).status_code == 200
    assert (await town.call(SATO, "DELETE", "/api/second-factor")).json() == {"ended": 1}
    assert (await Browser(town).signs_in()).status_code == 200
    assert await town.told_at(f"person/{SATO}") == [
        "second_factor.set_up", "sessions.ended", "second_factor.recovery_used", "sessions.began",
        "second_factor.set_up", "sessions.ended", "second_factor.recovery_used", "sessions.began",
        "second_factor.gone", "sessions.ended", "sessions.began",
    ]  # fmt: skip


@pytest.mark.req("N31")
@pytest.mark.asvs("V7.5.1")
async def test_nothing_of_it_is_changed_without_proving_again(town: Town):
    await phone_of(town)
    await forgets(town, SATO)
    for method, path, body in (
        ("POST", "offer", None),
        ("POST", "confirm", {"sealed": "", "one_time_code": ""}),
        ("PUT", "", {"sealed": ""}),
        ("POST", "recovery-codes", None),
        ("DELETE", "", None),
    ):
        answer = await town.call(SATO, method, f"/api/second-factor/{path}".rstrip("/"), body)
        assert (answer.status_code, answer.json()["code"]) == (403, "second_factor.prove_again")


async def test_whoever_must_have_one_changes_it_and_does_not_give_it_up(town: Town):
    await phone_of(town)
    await decides(town, second={"required_of": "internet"})
    refused = await town.call(SATO, "DELETE", "/api/second-factor")
    assert (refused.status_code, refused.json()["code"]) == (409, "second_factor.required")
    said = (await town.call(SATO, "GET", "/api/security")).json()["second"]
    assert (said["is_on"], said["required"], said["codes_left"]) == (True, "internet", 10)


async def test_new_recovery_codes_make_the_old_ones_worthless(town: Town):
    phone = await phone_of(town)
    drawn = (await town.call(SATO, "POST", "/api/second-factor/recovery-codes")).json()["codes"]
    assert len(drawn) == 10
    browser = Browser(town)
    await browser.signs_in()
    assert (await browser.gives(phone.paper[0])).status_code == 401
    assert (await browser.gives(drawn[0])).status_code == 200
    assert (await town.call(SUZUKI, "POST", "/api/second-factor/recovery-codes")).status_code == 404


@pytest.mark.req("N40", "N19", "N15")
@pytest.mark.asvs("V6.4.4")
async def test_a_lost_one_is_reset_by_an_administrator_and_the_person_is_told(town: Town):
    phone, path = await phone_of(town), f"/api/accounts/{SATO}/second-factor/reset"
    why = {"reason": "スマートフォンをなくしたため"}
    async with town.listens(SATO, zone="internet") as elsewhere:
        assert (await town.call(TAKAHASHI, "POST", path, why)).status_code == 204
        assert (await elsewhere.ended(2))[0] == 4401
    assert (await town.told_at(f"person/{SATO}"))[-3:] == ["second_factor.gone"] + ["sessions.ended"] * 2
    browser = Browser(town)
    assert (await browser.signs_in()).status_code == 200
    last = (await browser.asks("GET", "security")).json()["second"]["last"]
    assert (last["kind"], last["reason"], last["by"]["family"]) == ("second_reset", why["reason"], "髙橋")
    assert (await browser.gives(phone.code())).status_code == 401

    assert (await town.call(TAKAHASHI, "POST", path, why)).status_code == 404
    assert (await town.call(SUZUKI, "POST", path, why)).status_code == 403
    assert (await town.call(TAKAHASHI, "POST", path, {"reason": " "})).status_code == 422
    next_door = f"/api/accounts/{MORI}/second-factor/reset"
    assert (await town.call(TAKAHASHI, "POST", next_door, why)).status_code == 404
    await phone_of(town, SUZUKI)
    await becomes(town, SUZUKI, Role.OWNER)
    owners = f"/api/accounts/{SUZUKI}/second-factor/reset"
    assert (await town.call(TAKAHASHI, "POST", owners, why)).status_code == 403
    await phone_of(town, TAKAHASHI)
    own = await town.call(TAKAHASHI, "POST", f"/api/accounts/{TAKAHASHI}/second-factor/reset", why)
    assert own.json()["code"] == "second_factor.own"


@pytest.mark.req("N31")
async def test_a_reset_without_proving_again_is_refused(town: Town):
    await phone_of(town)
    await forgets(town, TAKAHASHI)
    path = f"/api/accounts/{SATO}/second-factor/reset"
    refused = await town.call(TAKAHASHI, "POST", path, {"reason": "紛失"})
    assert refused.json()["code"] == "second_factor.prove_again"
    assert (await town.call(TAKAHASHI, "GET", OVERSEEN)).json()["second"]["is_on"] is True


@pytest.mark.req("N18", "K30")
@pytest.mark.asvs("V6.5.2", "V15.3.1")
async def test_no_answer_and_no_row_holds_the_secret_or_a_recovery_code(town: Town):
    phone = await phone_of(town)
    secrets = [phone.secret, *phone.paper, *(each.replace("-", "") for each in phone.paper)]
    for who, path in (
        (SATO, "/api/security"),
        (TAKAHASHI, OVERSEEN),
        (TAKAHASHI, f"/api/accounts/{SATO}"),
        (TAKAHASHI, f"/api/accounts/{SATO}/history"),
        (TAKAHASHI, "/api/accounts"),
    ):
        answer = await town.call(who, "GET", path)
        assert answer.status_code == 200
        assert not [each for each in secrets if each in answer.text], path
        assert "mac" not in answer.text
    async with town.assembly.works.reading() as work:
        for kind in (SecondFactor, RecoveryCode, AccountChange):
            rows = (await work.session.execute(select(*kind.__table__.columns))).all()
            assert not [each for each in secrets if each in repr(rows)]
        kept = (await work.session.scalars(select(SecondFactor.secret))).one()
    assert phone.secret.encode() not in kept
