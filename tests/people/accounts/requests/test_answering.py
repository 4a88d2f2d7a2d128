"""アカウントの依頼: what comes of one that is accepted or declined, who hears of it, and what the log keeps (ORG-10)."""

import asyncio
from datetime import datetime, timedelta
from typing import cast

import pytest
from sqlalchemy import select, update

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.accounts.managing.forms import become
from tests.people.accounts.requests.requesting import (
    DONE,
    NO,
    OVER,
    ROADS,
    WELFARE,
    about,
    asks,
    does,
    led,
    listed,
    states,
    wish,
)
from tests.town import Town
from tests.transcripts import transcript
from tests.watch.audit.log import entries
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.requests.models import AccountRequest

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-10")]
NAMES = [f"account_requests.{each}" for each in ("proposed", "asked", "accepted", "declined", "withdrawn")]


async def accepted(town: Town, path: str) -> str:
    answer = await town.call(TAKAHASHI, "POST", f"{path}/acceptance")
    assert answer.status_code == 200, answer.text
    return str(answer.json()["account_id"])


async def test_accepting_makes_the_account_and_the_leader_hands_out_the_password(town: Town) -> None:
    await led(town)
    path = await asks(town)
    account_id = await accepted(town, path)
    assert await accepted(town, path) == account_id
    form = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{account_id}")).json()
    row = form["row"]
    assert (row["login_id"], row["family"], row["given"], row["employment_type"], row["ends_on"]) == (
        "30001",
        "新人",
        "一郎",
        "fixed_term",
        "2027-03-31",
    )
    assert [(post["unit_id"], post["main"]) for post in form["posts"]] == [(str(WELFARE), True)]
    slip = {"kind": "people", "ids": [account_id]}
    issued = await town.call(SATO, "POST", "/api/slips", slip)
    assert (issued.status_code, len(issued.json()["slips"])) == (200, 1), issued.text
    (shown,) = await listed(town, SATO)
    assert (shown["state"], shown["person"]["family"], shown["answerer"]["family"]) == (
        "accepted",
        "新人",
        "髙橋",
    )
    assert await does(town, SATO, "DELETE", path) == OVER


async def test_accepting_a_change_changes_what_was_asked_and_nothing_else(town: Town) -> None:
    await led(town)
    before = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SUZUKI}")).json()
    path = await asks(town, SUZUKI, about(SUZUKI, family="佐々木", ends_on="2027-03-31", words="結婚のため"))
    assert await does(town, SATO, "POST", f"{path}/passing-on") == DONE
    assert await accepted(town, path) == str(SUZUKI)
    after = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SUZUKI}")).json()
    changed = {name for name in before["row"] if before["row"][name] != after["row"][name]}
    assert changed == {"family", "ends_on"}
    assert (after["row"]["family"], after["row"]["ends_on"]) == ("佐々木", "2027-03-31")
    assert after["posts"] == before["posts"]


async def test_a_last_day_is_given(town: Town) -> None:
    await led(town)
    path = await asks(town, SATO, about(SUZUKI, kind="closing", ends_on="2027-03-31"))
    await accepted(town, path)
    async with town.assembly.works.reading() as work:
        last = await work.session.scalar(select(Account.ends_on).where(Account.id == SUZUKI))
    assert str(last) == "2027-03-31"


@pytest.mark.req("N19")
async def test_nobody_accepts_what_they_have_asked_for_themselves(town: Town) -> None:
    await led(town, TANAKA, ROADS)
    path = await asks(town, TANAKA, wish(unit_id=str(ROADS)))
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == TANAKA)
        await work.session.execute(theirs.values(roles=[Role.ADMINISTRATOR, Role.IT_LEADER]))
    assert await does(town, TANAKA, "POST", f"{path}/acceptance") == NO
    await accepted(town, path)


@pytest.mark.req("N19")
async def test_what_is_about_an_owner_is_offered_to_owners_alone(town: Town) -> None:
    await led(town)
    await become(town, SUZUKI, Role.OWNER)
    path = await asks(town, SATO, about(SUZUKI, kind="closing", ends_on="2027-03-31"))
    (shown,) = await listed(town, TAKAHASHI)
    assert (shown["may_accept"], shown["may_decline"]) == (False, True)
    assert await does(town, TAKAHASHI, "POST", f"{path}/acceptance") == NO
    await become(town, TAKAHASHI, Role.OWNER)
    assert [each["may_accept"] for each in await listed(town, TAKAHASHI)] == [True]
    await accepted(town, path)


async def test_what_cannot_be_carried_out_any_more_stays_asked(town: Town) -> None:
    await led(town)
    path = await asks(town)
    other = await asks(town, SUZUKI, wish())
    assert await does(town, SATO, "POST", f"{other}/passing-on") == DONE
    await accepted(town, path)
    assert await does(town, TAKAHASHI, "POST", f"{other}/acceptance") == (409, "accounts.number_taken")
    assert sorted(await states(town, TAKAHASHI)) == ["accepted", "asked"]
    refused = {"reason": "もうあります"}
    for _ in range(2):
        assert await does(town, TAKAHASHI, "POST", f"{other}/refusal", refused) == DONE
    assert await does(town, TAKAHASHI, "POST", f"{other}/acceptance") == OVER


@pytest.mark.req("N19")
async def test_whoever_was_moved_since_is_not_changed_at_the_word_of_the_former_unit(town: Town) -> None:
    await led(town)
    path = await asks(town, SATO, about(SUZUKI, kind="closing", ends_on="2027-03-31"))
    async with town.assembly.works.writing() as work:
        theirs = update(Posting).where(Posting.account_id == SUZUKI, Posting.main.is_(True))
        await work.session.execute(theirs.values(department_id=ROADS))
    refused = await does(town, TAKAHASHI, "POST", f"{path}/acceptance")
    assert refused == (409, "account_requests.serves_elsewhere")
    assert await states(town, TAKAHASHI) == ["asked"]
    row = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SUZUKI}")).json()["row"]
    assert row["ends_on"] is None


@pytest.mark.req("BASE-4")
async def test_two_askers_who_chose_the_same_key_ask_for_two_people(town: Town) -> None:
    await led(town)
    first = wish()
    one = await asks(town, SATO, first)
    other = await asks(town, SUZUKI, first | {"login_id": "30002", "given": "二郎"})
    assert await does(town, SATO, "POST", f"{other}/passing-on") == DONE
    assert await accepted(town, one) != await accepted(town, other)


@pytest.mark.req("BASE-4")
async def test_accepting_from_two_windows_at_once_makes_one_account(town: Town) -> None:
    await led(town)
    path = await asks(town)
    first, second = await asyncio.gather(accepted(town, path), accepted(town, path))
    assert first == second
    found = (await town.call(TAKAHASHI, "GET", "/api/accounts?q=新人")).json()["people"]
    assert [each["row"]["account_id"] for each in found] == [first]


async def test_what_nobody_has_answered_in_its_time_is_over_for_everybody(town: Town) -> None:
    await led(town)
    proposed, asked = await asks(town, SUZUKI), await asks(town)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(AccountRequest).values(lapses_at=work.now))
    for who in (SATO, TAKAHASHI):
        for shown in await listed(town, who):
            rights = [shown[f"may_{each}"] for each in ("accept", "decline", "pass_on", "withdraw")]
            assert (shown["state"], rights) == ("lapsed", [False] * 4)
    assert await does(town, SATO, "POST", f"{proposed}/passing-on") == OVER
    assert await does(town, TAKAHASHI, "POST", f"{asked}/acceptance") == OVER
    assert await does(town, TAKAHASHI, "POST", f"{asked}/refusal", {"reason": "遅れました"}) == OVER
    assert await does(town, SATO, "DELETE", asked) == OVER


async def test_passing_on_gives_the_administrators_the_whole_time(town: Town) -> None:
    await led(town)
    path = await asks(town, SUZUKI)
    async with town.assembly.works.writing() as work:
        soon = work.now + timedelta(days=1)
        await work.session.execute(update(AccountRequest).values(lapses_at=soon))
    assert await does(town, SATO, "POST", f"{path}/passing-on") == DONE
    (shown,) = await listed(town, TAKAHASHI)
    assert datetime.fromisoformat(str(shown["lapses_at"])) > soon + timedelta(days=28)


async def test_a_leader_turns_down_what_was_proposed_with_a_line(town: Town) -> None:
    await led(town)
    path = await asks(town, SUZUKI)
    assert await does(town, SATO, "POST", f"{path}/refusal", {"reason": "  "}) == (422, "too_short")
    assert await does(town, SATO, "POST", f"{path}/refusal", {"reason": "兼務で足ります"}) == DONE
    (shown,) = await listed(town, SUZUKI)
    assert (shown["state"], shown["answer"], shown["may_withdraw"]) == ("declined", "兼務で足ります", False)


@pytest.mark.req("N19")
async def test_a_leader_does_not_turn_down_what_waits_for_the_administrators(town: Town) -> None:
    await led(town)
    path = await asks(town)
    assert await does(town, SATO, "POST", f"{path}/refusal", {"reason": "やめます"}) == NO


@pytest.mark.req("C8")
async def test_everybody_concerned_hears_of_it_at_once_and_nobody_else(town: Town) -> None:
    await led(town)
    async with town.listens(TANAKA) as stranger:
        async with transcript(town, NAMES[0], SATO, expect=[NAMES[0]]):
            path = await asks(town, SUZUKI)
        async with transcript(town, NAMES[1], TAKAHASHI, expect=[NAMES[1]]):
            assert await does(town, SATO, "POST", f"{path}/passing-on") == DONE
        async with transcript(town, NAMES[3], SUZUKI, expect=[NAMES[3]]):
            no = {"reason": "兼務で足ります"}
            assert await does(town, TAKAHASHI, "POST", f"{path}/refusal", no) == DONE
        path = await asks(town)
        async with transcript(town, NAMES[2], SATO, expect=["accounts.changed", NAMES[2]]):
            await accepted(town, path)
        path = await asks(town, SATO, wish(login_id="30002"))
        async with transcript(town, NAMES[4], TAKAHASHI, expect=[NAMES[4]]):
            assert await does(town, SATO, "DELETE", path) == DONE
        await town.call(TANAKA, "PUT", "/api/presence/place", {"place": "home"})
        assert [name for name in NAMES if stranger.named(name)] == []


@pytest.mark.req("C10", "AUDIT-4")
async def test_each_step_is_one_row_that_says_for_which_unit_and_whom_and_no_words(town: Town) -> None:
    await led(town)
    path = await asks(town, SUZUKI, about(SUZUKI, ends_on="2027-03-31", words="結婚のため"))
    await does(town, SATO, "POST", f"{path}/passing-on")
    await accepted(town, path)
    rows = await entries(town)
    assert [row.kind for row in rows] == ["accounts.acted.leader_named", NAMES[0], NAMES[1], NAMES[2]]
    assert [row.about for row in rows] == [
        "佐藤 花子、福祉課",
        "福祉課",
        "鈴木 﨑子、福祉課",
        "鈴木 﨑子、福祉課",
    ]
    for row in rows:
        facts = cast("list[dict[str, object]]", row.body["facts"])
        assert facts
        assert "結婚" not in str(row.body)
