"""Passwords over time: chosen anew by oneself, asked for anew when they are old, judged by the rules of body and group."""

import time
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import MIHON, OPENED, PASSWORD, SATO, SUZUKI, TAKAHASHI
from tests.people.sessions.entering import NEW_PASSWORD, RIGHT, WRONG, change, decides, enter, hands_a_slip
from tests.town import Town
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.models import Account, AccountChange, AccountGroup
from yoriai.people.sessions import change_password as changing
from yoriai.people.sessions import lock
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.rules import PasswordRules, SignInRules, rules_of

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUTH-2")]


async def chooses(town: Town, password: str = PASSWORD, new: str = NEW_PASSWORD, *, end_others: bool = False):
    body = {"password": password, "new_password": new, "end_others": end_others}
    return await town.call(SATO, "PUT", "/api/password", body)


@pytest.mark.req("N40")
@pytest.mark.asvs("V6.2.2", "V7.4.3")
async def test_the_new_one_counts_at_once_and_the_others_are_signed_out_only_if_asked(town: Town):
    assert (await chooses(town)).json() == {"ended": 0}
    assert (await town.call(SATO, "GET", "/api/screen", zone="internet")).status_code == 200
    assert (await enter(town)).status_code == 401
    assert (await enter(town, password=NEW_PASSWORD)).status_code == 200

    async with town.listens(SATO, zone="internet") as phone:
        began = time.monotonic()
        changed = await chooses(town, NEW_PASSWORD, "さらにあたらしいことば 12", end_others=True)
        assert changed.json() == {"ended": 2}
        assert (await phone.ended(2))[0] == 4401
        assert time.monotonic() - began < 5
    assert (await town.call(SATO, "GET", "/api/screen")).status_code == 200


async def test_it_stands_in_the_history_without_a_word_of_it(town: Town):
    await chooses(town)
    async with town.assembly.works.reading() as work:
        rows = (await work.session.scalars(select(AccountChange))).all()
    assert [(each.account_id, each.by, each.kind, each.before, each.after) for each in rows] == [
        (SATO, SATO, "password_chosen", {}, {})
    ]


@pytest.mark.asvs("V6.2.3", "V7.5.1")
async def test_without_the_old_one_nothing_changes(town: Town):
    refused = await chooses(town, WRONG)
    assert (refused.status_code, refused.json()["details"]["field"]) == (422, "password")
    assert (await chooses(town, new="みじかい")).json()["code"] == "sessions.weak_password"
    assert (await chooses(town, new=PASSWORD)).json()["code"] == "sessions.weak_password"
    for easy in ("佐藤花子佐藤花子佐藤花子", "mihonmihonmihon", "10001-10001-10001"):
        assert (await chooses(town, new=easy)).json()["code"] == "sessions.easy_password"
    assert (await enter(town)).status_code == 200
    assert (await town.call(None, "PUT", "/api/password", {})).status_code in (401, 422)


@pytest.mark.req("N32")
async def test_guessing_the_old_one_is_held_up(town: Town, monkeypatch):
    monkeypatch.setattr(lock, "FOR_SESSION", Limit(burst=2, pause=timedelta(seconds=30)))
    assert [(await chooses(town, WRONG)).status_code for _ in range(3)] == [422, 422, 429]


async def test_of_two_changes_at_once_the_second_finds_another_password_there(town: Town, monkeypatch):
    proving = changing.prove

    async def and_meanwhile_it_is_changed(*args, **named) -> str:
        kept = await proving(*args, **named)
        await change(town, SATO, password_hash="changed elsewhere")
        return kept

    monkeypatch.setattr(changing, "prove", and_meanwhile_it_is_changed)
    refused = await chooses(town)
    assert (refused.status_code, refused.json()["details"]["field"]) == (422, "password")


async def test_a_password_that_is_too_old_opens_nothing_before_a_new_one_is_chosen(town: Town):
    await decides(town, password={"expires_days": 90})
    await change(town, SATO, password_changed_at=OPENED - timedelta(days=91))
    needed = await enter(town)
    assert (needed.status_code, needed.json()["code"]) == (409, "sessions.new_password_needed")
    assert needed.json()["details"] == {"reason": "expired", "least": 12, "kinds": 1}
    assert (await enter(town, new_password=PASSWORD)).json()["code"] == "sessions.weak_password"
    assert (await enter(town, new_password="佐藤花子佐藤花子佐藤花子")).json()[
        "code"
    ] == "sessions.easy_password"
    assert (await enter(town, new_password=NEW_PASSWORD)).status_code == 200
    assert (await enter(town)).status_code == 401


async def test_the_person_is_warned_in_the_days_before(town: Town):
    await decides(town, password={"expires_days": 90, "warn_days": 7})
    now = town.assembly.works.now()
    for days, left in ((80, None), (85, 4), (88, 1)):
        await change(town, SATO, password_changed_at=now - timedelta(days=days, minutes=1))
        here = (await enter(town)).json()["here"]
        assert here["password_days_left"] == left


@pytest.mark.req("ADMIN-17")
async def test_a_group_of_accounts_has_passwords_of_its_own(town: Town):
    group = uuid7(town.assembly.works.now())
    async with town.assembly.works.writing() as work:
        work.session.add(
            AccountGroup(
                id=group,
                tenant_id=MIHON,
                name="特権",
                policies={"password": {"least": 16, "kinds": 3}},
                created_at=work.now,
            )
        )
    await change(town, SATO, group_id=group)
    weak = await chooses(town)
    assert weak.json()["details"] == {"least": 16, "most": 128, "kinds": 3}
    assert (await chooses(town, new="Kawaberi-no-aruki-2026")).status_code == 200
    secret = await hands_a_slip(town, SUZUKI)
    first = RIGHT | {"login_id": "10002", "password": secret}
    assert (await enter(town, **first)).json()["details"] == {"reason": "first", "least": 12, "kinds": 1}


@pytest.mark.req("ADMIN-17", "BASE-3")
async def test_an_administrator_decides_for_a_group_and_gives_it_back_to_the_body(town: Town):
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "特権"})
    group = made.json()["group_id"]
    path = f"/api/account-groups/{group}/password-rules"
    usual = {"least": 12, "kinds": 1, "expires_days": 0, "warn_days": 14}
    assert (await town.call(TAKAHASHI, "GET", path)).json() == {
        "rules": usual,
        "is_own": False,
        "second": None,
    }
    strict = usual | {"least": 16, "kinds": 3}
    assert (await town.call(TAKAHASHI, "PUT", path, strict)).status_code == 204
    renamed = await town.call(TAKAHASHI, "PUT", f"/api/account-groups/{group}", {"name": "特権ID"})
    assert renamed.status_code == 204
    assert (await town.call(TAKAHASHI, "GET", path)).json() == {
        "rules": strict,
        "is_own": True,
        "second": None,
    }
    await change(town, SATO, group_id=UUID(group))
    assert (await chooses(town)).json()["details"] == {"least": 16, "most": 128, "kinds": 3}

    assert (await town.call(TAKAHASHI, "PUT", path, strict | {"least": 4})).status_code == 422
    assert (await town.call(SATO, "PUT", path, usual)).status_code == 403
    nowhere = f"/api/account-groups/{SATO}/password-rules"
    for method, body in (("GET", None), ("PUT", usual), ("DELETE", None)):
        assert (await town.call(TAKAHASHI, method, nowhere, body)).status_code == 404
    assert (await town.call(TAKAHASHI, "DELETE", path)).status_code == 204
    assert (await chooses(town)).status_code == 200


async def test_who_has_no_password_yet_cannot_change_it(town: Town):
    await change(town, SATO, password_hash=None)
    assert (await chooses(town)).status_code == 422
    async with town.assembly.works.reading() as work:
        assert await work.session.scalar(select(Account.password_hash).where(Account.id == SATO)) is None


@pytest.mark.req("AUTH-5")
@pytest.mark.asvs("V7.3.1", "V7.3.2")
async def test_how_long_a_login_lasts_is_the_bodys_own_decision(town: Town):
    await decides(town, idle_hours=2, longest_days=3)
    answer = await enter(town)
    assert "Max-Age=259200" in answer.headers.get_list("set-cookie")[0]
    await town.call(SATO, "GET", "/api/screen")
    noted = [idle for _, idle in town.assembly.entrance.uses.seen.values()]
    assert noted == [timedelta(hours=2)]
    async with town.listens(SATO) as ear:
        await ear.ask("look", stream=None)
        assert [idle for _, idle in town.assembly.entrance.uses.seen.values()] == [timedelta(hours=2)]


@pytest.mark.req("AUTH-5")
async def test_an_administrator_decides_it_within_bounds(town: Town):
    path = "/api/settings/sign_in"
    said = (await town.call(TAKAHASHI, "GET", path)).json()["value"]
    assert (said["tries"], said["lock_minutes"], said["password"]["least"]) == (10, 0, 12)
    for wrong in (
        {"tries": 2},
        {"pause_seconds": 86_400},
        {"lock_minutes": 241},
        {"password": {"least": 4}},
        {"password": {"expires_days": 7}},
    ):
        assert (await town.call(TAKAHASHI, "PUT", path, said | wrong)).status_code == 422
    assert (await town.call(SATO, "PUT", path, said)).status_code == 403
    assert (await town.call(TAKAHASHI, "PUT", path, said | {"lock_minutes": 15})).status_code == 204
    assert (await enter(town)).json()["here"]["lock_minutes"] == 15


def test_rules_are_the_bodys_over_the_usual_ones_and_the_groups_over_both():
    assert rules_of({}) == rules_of(None) == SignInRules()
    body = {"sign_in": {"tries": 5, "password": {"least": 14}}}
    assert rules_of(body).password == PasswordRules(least=14)
    assert rules_of(body, {"password": {"kinds": 2}}).password == PasswordRules(least=14, kinds=2)
    assert rules_of(body, {"devices": []}).tries == 5
    assert rules_of(body, {"password": {}}).idle is None
    assert (SignInRules(idle_hours=1).idle, SignInRules(longest_days=1).longest) == (
        timedelta(hours=1),
        timedelta(days=1),
    )
    assert SignInRules().longest is None
