"""Who must have a second factor, and setting it up at the door."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import MIHON, PASSWORD, SATO, TAKAHASHI
from tests.people.sessions.entering import change, decides, later
from tests.people.sessions.holding import Browser, Phone, becomes, phone_of
from tests.talk.guests.inviting import code_for, look
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import AccountChange
from yoriai.people.sessions.second_factor import ticket
from yoriai.people.zones.profile import model
from yoriai.platform.facts.models import JournalRow

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUTH-7")]


@pytest.mark.asvs("V6.3.3")
@pytest.mark.parametrize(
    ("role", "rules", "zone", "asked"),
    [
        (Role.MEMBER, {}, "lgwan", False),
        (Role.MEMBER, {}, "internet", False),
        (Role.ADMINISTRATOR, {}, "lgwan", True),
        (Role.OWNER, {}, "internet", True),
        (Role.MEMBER, {"required_of": "internet"}, "lgwan", False),
        (Role.MEMBER, {"required_of": "internet"}, "internet", True),
        (Role.MEMBER, {"required_of": "everybody"}, "lgwan", True),
        (Role.OWNER, {"starts_on": "2999-04-01"}, "internet", False),
        (Role.OWNER, {"starts_on": "2026-04-01"}, "internet", True),
    ],
)
async def test_who_must_have_one_is_led_to_it_before_anything_opens(town: Town, role, rules, zone, asked):
    await decides(town, second=rules)
    await becomes(town, SATO, role)
    answer = await Browser(town, zone).signs_in()
    if asked:
        assert (answer.status_code, answer.json()["details"]) == (401, {"step": "set_up"})
    else:
        assert answer.status_code == 200


@pytest.mark.req("ZONE-7", "AUTH-7")
@pytest.mark.asvs("V6.3.3")
@pytest.mark.parametrize("name", ["beta", "beta-prime"])
async def test_where_the_desks_are_outside_the_model_asks_everybody_at_every_login(
    town: Town, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(town.assembly.entrance, "profile", model(name))
    await decides(town, second={"starts_on": "2999-04-01"})
    assert (await Browser(town).signs_in()).status_code == 200
    browser = Browser(town, "internet")
    half = await browser.signs_in()
    assert (half.status_code, half.json()["details"]) == (401, {"step": "set_up"})
    assert (await browser.asks("GET", "screen")).status_code == 401
    phone = await phone_of(town)
    for steps in (0, 1):
        later(town, seconds=steps * 30)
        again = Browser(town, "internet")
        assert (await again.signs_in()).json()["details"] == {"step": "code"}
        assert (await again.gives(phone.code())).status_code == 200
    assert (await again.asks("GET", "security")).json()["second"]["required"] == "internet"
    kept = await again.asks("DELETE", "second-factor")
    assert (kept.status_code, kept.json()["code"]) == (409, "second_factor.required")


@pytest.mark.asvs("V6.5.3")
async def test_setting_up_at_the_door_shows_codes_and_opens_when_they_are_put_away(town: Town):
    await decides(town, second={"required_of": "everybody"})
    browser = Browser(town)
    async with town.listens(SATO, zone="internet") as elsewhere:
        await browser.signs_in()
        assert (await browser.gives("123456")).json()["code"] == "second_factor.over"
        offered = (await browser.asks("POST", "sign-in/second-factor/offer")).json()
        secret = offered["secret"].replace(" ", "")
        assert len(secret) == 32
        early = await browser.asks("POST", "sign-in/second-factor", {"sealed": offered["sealed"]})
        assert early.json()["code"] == "second_factor.over"
        phone = Phone(town, secret, [])
        wrong = {"sealed": offered["sealed"], "one_time_code": phone.wrong()}
        refused = await browser.asks("POST", "sign-in/second-factor/confirm", wrong)
        assert refused.json()["code"] == "second_factor.wrong_code"
        right = wrong | {"one_time_code": phone.code()}
        proved = (await browser.asks("POST", "sign-in/second-factor/confirm", right)).json()
        assert len(proved["codes"]) == 10
        assert (await browser.asks("GET", "screen")).status_code == 401
        whole = await browser.asks("POST", "sign-in/second-factor", {"sealed": proved["sealed"]})
        assert whole.status_code == 200
        assert (await elsewhere.ended(2))[0] == 4401
    assert (await browser.asks("GET", "screen")).status_code == 200
    assert (await Browser(town).signs_in()).json()["details"] == {"step": "code"}
    async with town.assembly.works.reading() as work:
        rows = select(JournalRow.tenant_id, JournalRow.by).where(JournalRow.stream == f"person/{SATO}")
        assert set((await work.session.execute(rows)).all()) == {(MIHON, SATO)}
    again = Browser(town)
    await again.signs_in()
    assert (await again.gives(phone.code())).status_code == 401  # the one that confirmed it is used
    assert (await again.gives(proved["codes"][9])).status_code == 200


@pytest.mark.req("GUEST-2", "N30")
async def test_a_guest_who_accepts_sets_one_up_before_any_room_opens(town: Town):
    code = await code_for(town, town.welfare)
    digest = (await look(town, code)).json()["digest"]
    await decides(town, second={})
    browser = Browser(town, "internet")
    wish = {"tenant": "mihon", "code": code, "digest": digest, "password": PASSWORD}
    half = await browser.asks("POST", "invited/accept", wish)
    assert (half.status_code, half.json()["code"]) == (401, "second_factor")
    assert (half.json()["details"], set(browser.kept)) == ({"step": "set_up"}, {ticket.COOKIE})
    offered = (await browser.asks("POST", "sign-in/second-factor/offer")).json()
    phone = Phone(town, offered["secret"].replace(" ", ""), [])
    given = {"sealed": offered["sealed"], "one_time_code": phone.code()}
    proved = (await browser.asks("POST", "sign-in/second-factor/confirm", given)).json()
    assert (await browser.asks("GET", "screen")).status_code == 401
    whole = await browser.asks("POST", "sign-in/second-factor", {"sealed": proved["sealed"]})
    assert whole.status_code == 200
    assert (await browser.asks("GET", f"rooms/{town.welfare}")).status_code == 200


@pytest.mark.req("N25")
async def test_the_ticket_of_somebody_who_has_one_sets_up_no_other(town: Town):
    await phone_of(town)
    browser = Browser(town)
    await browser.signs_in()
    for path, body in (
        ("/offer", None),
        ("/confirm", {"sealed": "", "one_time_code": ""}),
        ("", {"sealed": ""}),
    ):
        answer = await browser.asks("POST", f"sign-in/second-factor{path}", body)
        assert (answer.status_code, answer.json()["code"]) == (401, "second_factor.over")


@pytest.mark.asvs("V9.2.2")
async def test_a_setup_of_one_account_is_worth_nothing_on_another(town: Town):
    await decides(town, second={"required_of": "everybody"})
    browser, other = Browser(town), Browser(town)
    await browser.signs_in()
    await other.signs_in(login_id="10002")
    offered = (await browser.asks("POST", "sign-in/second-factor/offer")).json()
    phone = Phone(town, offered["secret"].replace(" ", ""), [])
    given = {"sealed": offered["sealed"], "one_time_code": phone.code()}
    assert (await other.asks("POST", "sign-in/second-factor/confirm", given)).status_code == 401
    later(town, minutes=31)
    await browser.signs_in()
    given["one_time_code"] = phone.code()
    late = await browser.asks("POST", "sign-in/second-factor/confirm", given)
    assert late.json()["code"] == "second_factor.over"


async def test_a_group_of_accounts_may_ask_for_more_than_its_body(town: Town):
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "外勤"})
    path = f"/api/account-groups/{made.json()['group_id']}"
    asked = {"required_of": "internet"}
    assert (await town.call(TAKAHASHI, "PUT", f"{path}/second-factor", asked)).status_code == 204
    assert (await town.call(TAKAHASHI, "GET", f"{path}/password-rules")).json()["second"] == "internet"
    await change(town, SATO, group_id=UUID(made.json()["group_id"]))
    await decides(town, second={})
    assert (await Browser(town).signs_in()).status_code == 200
    assert (await Browser(town, "internet").signs_in()).json()["details"] == {"step": "set_up"}
    await decides(town, second={"required_of": "everybody"})
    assert (await Browser(town).signs_in()).json()["details"] == {"step": "set_up"}


async def test_the_history_says_that_one_was_set_up_and_no_secret(town: Town):
    phone = await phone_of(town)
    async with town.assembly.works.reading() as work:
        rows = (await work.session.scalars(select(AccountChange))).all()
    assert [(each.account_id, each.kind, each.after) for each in rows] == [(SATO, "second_set_up", {})]
    assert timedelta(0) <= phone.now() - rows[0].at < timedelta(minutes=1)


async def test_who_may_still_put_it_off_is_told_until_when(town: Town):
    async def told(days: int, required_of: str) -> str | None:
        day = (day_in_japan(town.assembly.works.now()) + timedelta(days=days)).isoformat()
        await decides(town, second={"required_of": required_of, "starts_on": day})
        said = (await Browser(town).signs_in()).json()["here"]["second_factor_from"]
        assert said in (None, day)
        return said

    assert await told(10, "everybody")
    assert await told(10, "administrators") is None
    assert await told(61, "everybody") is None
