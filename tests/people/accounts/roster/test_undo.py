"""The last import of a day is taken back, if nothing was built on it since."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from tests.cast import PASSWORD, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import post, save
from tests.people.accounts.roster.bringing import (
    CAST,
    HEADINGS,
    NEW,
    brought,
    decided,
    everybody,
    file_of,
    taken,
    told,
    undone,
)
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.roster.models import RosterImport
from yoriai.people.orgs.models import Department

pytestmark = [pytest.mark.anyio, pytest.mark.req("ADMIN-3", "BASE-6")]


async def test_undoing_puts_everything_back_and_twice_is_once(town: Town):
    before = await everybody(town)
    changed = (NEW, CAST[0].replace("福祉課,主事", "土木課,係長"), CAST[1].replace("﨑", "崎"), *CAST[2:])
    import_id = (await taken(town, *changed)).json()["import_id"]
    assert await everybody(town) != before

    seen = (await undone(town, import_id)).json()
    assert seen["undone_at"] is not None
    after = await everybody(town)
    assert [row for row in after if row[0] != "30001"] == before
    assert (await undone(town, import_id)).json() == seen
    assert await told(town) == ["orgs.arranged", "accounts.imported"] * 2

    again = (await taken(town, *changed)).json()["import_id"]
    assert again not in (None, import_id)
    async with town.assembly.works.reading() as work:
        accounts = (await work.session.scalars(select(Account).where(Account.login_id == "30001"))).all()
    assert [account.status for account in accounts] == ["active"]


async def test_what_was_built_on_an_import_stands_in_the_way_with_its_names(town: Town):
    import_id = (await taken(town, NEW, CAST[0].replace("主事", "係長"), *CAST[1:])).json()["import_id"]
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(job_title="課長"))
        await work.session.execute(
            update(Account).where(Account.login_id == "30001").values(password_hash="chosen")
        )
        unit = select(Department.id).where(Department.path == "健康福祉部")
        await work.session.execute(
            update(Posting).where(Posting.account_id == TANAKA).values(department_id=unit.scalar_subquery())
        )

    refused = await undone(town, import_id)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.undo_in_the_way")
    assert sorted(refused.json()["details"]["names"]) == [
        "佐藤 花子（10001）",
        "健康福祉部",
        "山田 太郎（30001）",
    ]


async def test_only_the_last_import_of_a_day_is_undone(town: Town):
    first = (await taken(town, NEW, *CAST)).json()["import_id"]
    second = (await taken(town, NEW.replace("主任", "係長"), *CAST)).json()["import_id"]
    refused = await undone(town, first)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.undo_not_last")
    listed = (await town.call(TAKAHASHI, "GET", "/api/roster/imports")).json()["imports"]
    assert [(each["import_id"], each["may_undo"]) for each in listed] == [(second, True), (first, False)]

    async with town.assembly.works.writing() as work:
        await work.session.execute(update(RosterImport).values(at=work.now - timedelta(hours=24, seconds=1)))
    refused = await undone(town, second)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.undo_too_late")


async def is_refused(town: Town, import_id: str, *names: str) -> None:
    refused = await undone(town, import_id)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.undo_in_the_way")
    assert refused.json()["details"]["names"] == [*names]


async def test_a_post_that_was_changed_and_changed_back_stands_in_the_way(town: Town):
    import_id = (await taken(town, CAST[0].replace("福祉課", "土木課"), *CAST[1:])).json()["import_id"]
    for unit in ("情報政策課", "土木課"):
        assert (await save(town, SATO, {"posts": [post(named(unit))]})).status_code == 200

    await is_refused(town, import_id, "佐藤 花子（10001）")


async def test_a_mail_address_that_somebody_else_has_by_now_stands_in_the_way(town: Town):
    assert (await save(town, SATO, {"email": "hanako@example.jp"})).status_code == 200
    mails = HEADINGS.replace("備考", "メール")
    import_id = (await taken(town, f"{CAST[0]}sato@example.jp", *CAST[1:], headings=mails)).json()[
        "import_id"
    ]
    assert (await save(town, SUZUKI, {"email": "hanako@example.jp"})).status_code == 200

    await is_refused(town, import_id, "鈴木 﨑子（10002）")


async def test_a_code_that_another_unit_has_by_now_stands_in_the_way(town: Town):
    for code in ("10", "20"):
        draft = await brought(town, file_of(f"福祉課,{code}", headings="所属,所属コード"), subject="units")
        await decided(town, draft)
        import_id = (await town.call(TAKAHASHI, "POST", f"{draft}/import", {})).json()["import_id"]
    words = {"name": "土木課", "kind": "課", "code": "10", "last_change": None}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/units/{named('土木課')}", words)).status_code == 200

    await is_refused(town, import_id, "土木課")


async def test_nobody_goes_back_to_a_unit_that_is_closed_by_now(town: Town):
    import_id = (await taken(town, *CAST[:2], CAST[2].replace("土木課", "福祉課"), CAST[3])).json()[
        "import_id"
    ]
    closing = await town.call(TAKAHASHI, "PUT", f"/api/units/{named('土木課')}/closing", {})
    assert closing.status_code == 204

    await is_refused(town, import_id, "土木課")


async def test_a_membership_is_built_on_the_import_that_brought_its_holder(town: Town):
    import_id = (await taken(town, NEW, *CAST)).json()["import_id"]
    (new,) = (await town.call(SATO, "GET", "/api/people?q=山田")).json()["people"]
    invited = await town.call(
        SATO, "POST", f"/api/rooms/{town.welfare}/members", {"accounts": [new["account_id"]]}
    )
    assert invited.status_code == 204

    await is_refused(town, import_id, "山田 太郎（30001）")


@pytest.mark.req("N40", "ORG-7")
async def test_whoever_comes_to_another_organization_and_goes_again_knocks_again(town: Town):
    body = {"request_key": new_send_key(), "name": "見本市議会"}
    council = (await town.call(TAKAHASHI, "POST", "/api/organizations", body)).json()["organization_id"]
    stream = f"organization/{council}"
    draft = await brought(
        town, file_of(CAST[0].replace("福祉課", "議会事務局")), organization_id=str(council)
    )
    await decided(town, draft)
    async with town.listens(SATO) as ear:
        import_id = (await town.call(TAKAHASHI, "POST", f"{draft}/import", {})).json()["import_id"]
        await ear.until(lambda: ear.closed)
    async with town.listens(SATO) as ear:
        assert stream in ear.frames[0]["hello"]["heads"]
        assert (await undone(town, import_id)).status_code == 200
        await ear.until(lambda: ear.closed)
    async with town.listens(SATO) as ear:
        assert stream not in ear.frames[0]["hello"]["heads"]


@pytest.mark.req("N19", "N23", "K13")
async def test_a_number_that_comes_back_brings_neither_its_password_nor_its_rights(town: Town):
    raised = {"role": "administrator"}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", raised)).status_code == 204
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/withdrawal")).status_code == 204
    import_id = (await taken(town, *CAST)).json()["import_id"]

    entering = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}
    assert (await town.call(None, "POST", "/api/sign-in", entering)).status_code == 401
    row = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}")).json()["row"]
    assert (row["status"], row["roles"], row["password"]) == ("active", ["member"], "none")
    slips = await town.call(TAKAHASHI, "POST", "/api/slips", {"kind": "import", "ids": [import_id]})
    assert [each["login_id"] for each in slips.json()["slips"]] == ["10001"]

    assert (await undone(town, import_id)).status_code == 200
    history = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert (history[0]["kind"], history[0]["after"]) == ("removed", {"status": "removed"})
    assert (await town.call(SUZUKI, "GET", "/api/people?q=佐藤")).json()["people"] == []


@pytest.mark.req("N19", "K13", "ORG-6", "ORG-9", "ORG-10")
async def test_a_number_that_comes_back_helps_no_unit_and_speaks_for_none(town: Town):
    unit, who = str(named("福祉課")), {"account_id": str(SATO)}
    opened = await town.call(
        TAKAHASHI, "POST", "/api/department-accounts", {"unit_id": unit, "name": "福祉課"}
    )
    speakers = f"/api/department-accounts/{opened.json()['account_id']}/speakers"
    assert (await town.call(TAKAHASHI, "POST", speakers, who)).status_code == 201
    assert (await town.call(TAKAHASHI, "POST", "/api/leaders", who | {"unit_id": unit})).status_code == 201
    given = {"words": {"print": True}}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/rights", given)).status_code == 204

    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/withdrawal")).status_code == 204
    assert (await taken(town, *CAST)).status_code == 200

    (account,) = (await town.call(TAKAHASHI, "GET", "/api/department-accounts")).json()["accounts"]
    leaders = (await town.call(TAKAHASHI, "GET", "/api/leaders")).json()["leaders"]
    rights = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/rights")).json()["rights"]
    assert (account["speakers"], leaders) == ([], [])
    assert [each for each in rights if each["origin"] == "person"] == []
