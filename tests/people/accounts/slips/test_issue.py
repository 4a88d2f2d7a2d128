"""Issuing first passwords, through the door: shown once, and whatever came before is worth nothing."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, PASSWORD, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.people.accounts.slips.conftest import NEW, Counter
from yoriai.kit.ids import CLEAR_LETTERS
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.models import Account, ChangeKind
from yoriai.people.accounts.slips import issue

pytestmark = pytest.mark.anyio


@pytest.mark.req("ADMIN-10", "AUTH-2")
async def test_a_slip_opens_the_account_once_and_asks_for_a_password_of_ones_own(counter: Counter):
    new = await counter.comes_new("30001", "葛\U000e0100城 誠")
    (slip,) = (await counter.issues("people", new)).json()["slips"]

    assert (await counter.signs_in("30001", slip["secret"], new=None)).json()["code"] == (
        "sessions.new_password_needed"
    )
    assert (await counter.signs_in("30001", slip["secret"])).status_code == 200
    assert (await counter.signs_in("30001", slip["secret"], new=None)).status_code == 401
    assert (await counter.signs_in("30001", NEW, new=None)).status_code == 200


@pytest.mark.req("ADMIN-10")
async def test_a_slip_says_all_that_its_holder_needs(counter: Counter):
    new = await counter.comes_new("30001", "葛\U000e0100城 誠", department_id=named("福祉課"))
    issued = (await counter.issues("people", new)).json()
    (slip,) = issued["slips"]

    bare = slip["secret"].replace(" ", "")
    assert len(bare) >= 14 and set(bare) <= set(CLEAR_LETTERS)
    lgwan, internet = counter.town.origin("lgwan"), counter.town.origin("internet")
    assert issued["common"] == {
        "tenant_code": "mihon",
        "tenant_name": "見本市",
        "contact": "情報政策課（内線 2345）",
        "doors": {"lgwan": lgwan, "internet": internet},
    }
    kept = ("name", "kana", "department", "login_id", "large_type")
    assert {key: slip[key] for key in kept} == {
        "name": "葛\U000e0100城 誠",
        "kana": "しんじん いちろう",
        "department": "福祉課",
        "login_id": "30001",
        "large_type": False,
    }
    assert slip["lgwan_link"] == f"{lgwan}/start#mihon/30001/{bare}"
    assert slip["internet_link"] == f"{internet}/start#mihon/30001/{bare}"
    assert slip["last_day"].startswith("令和") and slip["last_day"].endswith("）")
    assert len({len(row) for row in slip["qr"]} | {len(slip["qr"])}) == 1


async def test_what_is_kept_opens_nothing_by_itself(counter: Counter):
    new = await counter.comes_new("30001")
    (slip,) = (await counter.issues("people", new)).json()["slips"]
    async with counter.town.assembly.works.reading() as work:
        kept = await work.session.scalar(select(Account.first_password_mac).where(Account.id == new))
    assert kept and slip["secret"].replace(" ", "") not in kept
    assert (await counter.signs_in("30001", kept)).status_code == 401


@pytest.mark.req("BASE-4")
@pytest.mark.asvs("V6.4.3")
async def test_issuing_again_makes_the_earlier_slip_worthless(counter: Counter):
    new = await counter.comes_new("30001")
    (lost,) = (await counter.issues("people", new)).json()["slips"]
    (found,) = (await counter.issues("people", new)).json()["slips"]

    assert (await counter.signs_in("30001", lost["secret"])).status_code == 401
    assert (await counter.signs_in("30001", found["secret"])).status_code == 200


@pytest.mark.req("AUTH-2")
async def test_for_somebody_with_a_password_it_asks_first_and_does_nothing(counter: Counter):
    new = await counter.comes_new("30001")
    asked = await counter.issues("people", SATO, new)
    assert (asked.status_code, asked.json()["code"]) == (409, "slips.asks_first")
    assert asked.json()["details"] == {"count": 1, "others": 1, "names": ["佐藤 花子"]}
    assert (await counter.signs_in("10001", PASSWORD, new=None)).status_code == 200
    assert await counter.history(new) == []


@pytest.mark.req("AUTH-2", "N40")
@pytest.mark.asvs("V6.4.3")
async def test_a_reset_ends_everything_that_was_open_and_the_old_password(counter: Counter):
    town = counter.town
    async with town.listens(SATO) as at_work, town.listens(SATO, zone="internet") as outside:
        issued = (await counter.issues("people", SATO, those_with_password="reset")).json()
        assert issued["reset"] == 1
        for zone in ("lgwan", "internet"):
            assert (await town.call(SATO, "GET", "/api/sessions", zone=zone)).status_code == 401
        await at_work.until(lambda: at_work.closed)
        await outside.until(lambda: outside.closed)
    assert (await counter.signs_in("10001", PASSWORD, new=None)).status_code == 401
    assert (await counter.signs_in("10001", issued["slips"][0]["secret"])).status_code == 200
    assert await counter.history(SATO) == [
        (ChangeKind.PASSWORD_RESET, TAKAHASHI),
        (ChangeKind.PASSWORD_CHOSEN, SATO),
    ]


async def test_those_with_a_password_can_be_left_out(counter: Counter):
    new = await counter.comes_new("30001", department_id=named("福祉課"))
    issued = (await counter.issues("departments", named("福祉課"), those_with_password="leave_out")).json()
    assert [each["account_id"] for each in issued["slips"]] == [str(new)]
    assert {each["name"] for each in issued["left_out"]} == {"佐藤 花子", "鈴木 﨑子"}
    assert (await counter.signs_in("10001", PASSWORD, new=None)).status_code == 200


async def test_everybody_who_has_never_signed_in_is_one_choice(counter: Counter):
    first, second = await counter.comes_new("30001"), await counter.comes_new("30002")
    await counter.comes_new("30003", status="suspended")
    issued = (await counter.issues("waiting")).json()
    assert {each["account_id"] for each in issued["slips"]} == {str(first), str(second)}


@pytest.mark.req("ADMIN-3")
async def test_the_new_people_of_an_import_are_one_choice(counter: Counter):
    brought, import_id = await counter.comes_new("30001"), uuid4()
    await counter.comes_new("30002")
    async with counter.town.assembly.works.writing() as work:
        act = Act((await work.session.get_one(Account, brought)).tenant_id, by=TAKAHASHI, import_id=import_id)
        await note(work, act, Noted(brought, ChangeKind.CREATED))
        await note(work, act, Noted(SATO, ChangeKind.CHANGED))
    issued = (await counter.issues("import", import_id)).json()
    assert [each["account_id"] for each in issued["slips"]] == [str(brought)]


@pytest.mark.req("N5", "N19")
async def test_an_owners_slip_is_issued_by_owners_only(counter: Counter):
    await counter.changes(SATO, roles=[Role.OWNER])
    owners = (SATO,)
    assert (await counter.issues("people", *owners, those_with_password="reset")).status_code == 403
    assert (
        await counter.issues("people", *owners, those_with_password="reset", by=SUZUKI)
    ).status_code == 403
    crowd = (await counter.issues("departments", named("福祉課"), those_with_password="reset")).json()
    assert [each["account_id"] for each in crowd["slips"]] == [str(SUZUKI)]
    assert [each["account_id"] for each in crowd["left_out"]] == [str(SATO)]

    await counter.changes(TANAKA, roles=[Role.OWNER])
    assert (await counter.issues("people", SATO, those_with_password="reset", by=TANAKA)).status_code == 200


async def test_nobody_issues_their_own(counter: Counter):
    refused = await counter.issues("people", TAKAHASHI, those_with_password="reset")
    assert (refused.status_code, refused.json()["code"]) == (409, "slips.own")
    crowd = await counter.issues("departments", named("情報政策課"), those_with_password="reset")
    assert (crowd.status_code, crowd.json()["code"]) == (409, "slips.nobody")


@pytest.mark.req("BASE-3", "N17")
async def test_people_and_departments_of_another_body_are_answered_like_none(counter: Counter):
    for kind, ids in (("people", (MORI, uuid4())), ("departments", (named("健康課"), uuid4()))):
        answers = [await counter.issues(kind, each) for each in ids]
        assert [(each.status_code, each.json()["code"]) for each in answers] == [(404, "not_found")] * 2
    assert (await counter.issues("import", uuid4())).json()["code"] == "slips.nobody"


async def test_who_may_not_sign_in_gets_no_slip(counter: Counter):
    gone = await counter.comes_new("30001", status="suspended")
    assert (await counter.issues("people", gone)).status_code == 404


async def test_a_slip_runs_out_at_the_end_of_its_last_day(counter: Counter):
    new = await counter.comes_new("30001")
    (slip,) = (await counter.issues("people", new)).json()["slips"]
    async with counter.town.assembly.works.reading() as work:
        until = (await work.session.get_one(Account, new)).first_password_expires_at
    assert until is not None and (until + timedelta(hours=9)).strftime("%H:%M:%S") == "00:00:00"
    await counter.changes(new, first_password_expires_at=until - timedelta(days=91))
    assert (await counter.signs_in("30001", slip["secret"])).status_code == 401


async def test_more_than_are_done_at_once_are_refused_whole(counter: Counter, monkeypatch):
    monkeypatch.setattr(issue, "MOST", 1)
    await counter.comes_new("30001")
    await counter.comes_new("30002")
    refused = await counter.issues("waiting")
    assert (refused.status_code, refused.json()["details"]) == (409, {"most": 1, "got": 2})


async def test_somebody_who_chose_a_password_meanwhile_is_not_reset_unasked(counter: Counter, monkeypatch):
    new = await counter.comes_new("30001")
    (slip,) = (await counter.issues("people", new)).json()["slips"]
    hold = issue._hold

    async def after_a_sign_in(work, holders) -> None:
        await hold(work, holders)
        chosen = update(Account).where(Account.id == new).values(password_hash="chosen just now")
        await work.session.execute(chosen)

    monkeypatch.setattr(issue, "_hold", after_a_sign_in)
    refused = await counter.issues("people", new)
    assert (refused.status_code, refused.json()["code"]) == (409, "slips.changed_meanwhile")
    monkeypatch.undo()
    assert (await counter.signs_in("30001", slip["secret"])).status_code == 200


@pytest.mark.req("N18", "N39", "ZONE-1")
async def test_slips_do_not_exist_on_the_internet_side(counter: Counter):
    for method, path in (("GET", "/api/slips"), ("POST", "/api/slips"), ("POST", "/api/slips/pdf")):
        answer = await counter.town.call(TAKAHASHI, method, path, {"kind": "waiting"}, zone="internet")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_whose_last_day_is_over_gets_no_slip(counter: Counter):
    gone = await counter.comes_new("30001", ends_on=date(2020, 3, 31))
    await counter.comes_new("30002", ends_on=date(2999, 3, 31))
    issued = (await counter.issues("waiting")).json()["slips"]
    assert [each["login_id"] for each in issued] == ["30002"]
    assert (await counter.issues("people", gone)).status_code == 404
    listed = (await counter.town.call(TAKAHASHI, "GET", "/api/slips?q=30001")).json()
    assert (listed["people"], listed["counts"]["none"]) == ([], 0)
