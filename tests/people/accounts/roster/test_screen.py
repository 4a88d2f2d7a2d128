"""An administrator brings a roster in by the browser: draft, columns, difference, import."""

import io
import re
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update
from xlsxwriter import Workbook

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.keys import new_send_key
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
from tools.places import WEB
from yoriai.people.accounts.models import Account, AccountChange
from yoriai.people.accounts.roster import drafts
from yoriai.people.accounts.roster.jobs import forget_old
from yoriai.people.accounts.roster.models import RosterDraft, RosterImport, RosterMapping

pytestmark = [pytest.mark.anyio, pytest.mark.req("ADMIN-3", "BASE-6")]
HISTORY = WEB / "src" / "people" / "orgs" / "HistoryList.tsx"


async def test_a_file_becomes_a_draft_with_its_columns_guessed(town: Town):
    draft = await brought(town, file_of(NEW, *CAST))
    seen = (await town.call(TAKAHASHI, "GET", draft)).json()

    assert (seen["file_name"], seen["encoding"], seen["rows"]) == ("R8_職員名簿.csv", "Shift_JIS(CP932)", 5)
    fields = ["職員番号", "氏名", "ふりがな", "所属", "職名", None]
    assert [column["field"] for column in seen["columns"]] == fields
    assert seen["columns"][1]["samples"] == ["山田　太郎", "佐藤　花子", "鈴木　﨑子"]
    assert (seen["is_decided"], seen["import_id"]) == (False, None)
    waiting = (await town.call(TAKAHASHI, "GET", "/api/roster/drafts")).json()["drafts"]
    assert [f"/api/roster/drafts/{each['draft_id']}" for each in waiting] == [draft]
    assert await told(town) == []


async def test_the_difference_counts_and_says_in_words_what_changes(town: Town):
    moved = CAST[0].replace("福祉課,主事", "土木課,係長")
    found = await decided(
        town, await brought(town, file_of(NEW, moved, CAST[2], CAST[3].replace("渉", "亘")))
    )

    counts = found["counts"]
    assert {kind: counts[kind] for kind in ("new", "changed", "moved", "unchanged", "missing", "error")} == {
        "new": 1, "changed": 1, "moved": 1, "unchanged": 1, "missing": 1, "error": 0,
    }  # fmt: skip
    lines = {line["number"]: line for line in found["lines"]}
    assert lines["10001"]["deltas"] == [
        {"field": "department", "before": "福祉課", "after": "土木課"},
        {"field": "job_title", "before": "主事", "after": "係長"},
    ]
    assert lines["10004"]["deltas"] == [{"field": "name", "before": "髙橋 渉", "after": "髙橋 亘"}]
    assert (lines["10002"]["kind"], lines["10002"]["row"]) == ("missing", None)
    assert found["new_units"] == ["健康福祉部", "健康福祉部 健康づくり推進課"]


async def test_a_table_of_the_difference_is_saved_as_csv(town: Town):
    draft = await brought(town, file_of(NEW, CAST[0].replace("主事", "係長"), "x y,,,,,"))
    await decided(town, draft)
    answer = await town.call(TAKAHASHI, "GET", f"{draft}/difference.csv")

    rows = answer.content.decode("utf-8-sig").splitlines()
    assert rows[0] == "行,区分,職員番号,氏名,ふりがな,所属,職名,変わること"
    assert rows[2] == "3,変更,10001,佐藤 花子,さとう はなこ,福祉課,係長,職名：主事 → 係長"
    assert "4行目「氏名」：空です" in rows[3]
    assert "R8_" in answer.headers["content-disposition"]


async def test_an_import_writes_all_of_it_once_and_a_second_file_changes_nothing(town: Town):
    draft = await brought(town, file_of(NEW, *CAST))
    await decided(town, draft)
    first = await town.call(TAKAHASHI, "POST", f"{draft}/import", {})
    again = await town.call(TAKAHASHI, "POST", f"{draft}/import", {})
    assert (first.status_code, first.json()) == (200, again.json())
    assert (await town.call(TAKAHASHI, "GET", draft)).json()["import_id"] == first.json()["import_id"]
    assert await told(town) == ["orgs.arranged", "accounts.imported"]

    listed = (await town.call(TAKAHASHI, "GET", "/api/roster/imports")).json()["imports"]
    assert [(each["by_name"], each["file_name"], each["counts"]["new"]) for each in listed] == [
        ("髙橋 渉", "R8_職員名簿.csv", 1)
    ]
    assert (await taken(town, NEW, *CAST)).json() == {"import_id": None}
    assert await told(town) == ["orgs.arranged", "accounts.imported"]


async def test_new_people_have_no_password_and_a_line_of_history(town: Town):
    import_id = (await taken(town, NEW, *CAST)).json()["import_id"]
    async with town.assembly.works.reading() as work:
        account = await work.session.scalar(select(Account).where(Account.login_id == "30001"))
        assert account is not None
        assert (account.password_hash, account.first_password_mac) == (None, None)
        change = await work.session.scalar(
            select(AccountChange).where(AccountChange.account_id == account.id)
        )
    assert change is not None
    assert (change.kind, change.by, str(change.import_id)) == ("created", TAKAHASHI, import_id)
    assert (change.after["family"], change.after["department"]) == ("山田", "健康福祉部 健康づくり推進課")
    # The screen has a word for whatever an import may change: elsewhere its name in code would stand there.
    called = set(re.findall(r"^  (\w+): msg", HISTORY.read_text("utf-8"), re.MULTILINE))
    assert change.after.keys() | {"concurrent", "status", "roles"} <= called


async def test_a_wrong_row_is_named_and_nothing_is_changed(town: Town):
    before = await everybody(town)
    draft = await brought(town, file_of(NEW, CAST[0].replace("さとう はなこ", "abc")))
    found = await decided(town, draft)

    assert found["counts"]["error"] == 1
    (line,) = found["first_errors"]
    assert (line["row"], line["name"], line["wrong"][0]["column"]) == (3, "佐藤 花子", "ふりがな")
    refused = await town.call(TAKAHASHI, "POST", f"{draft}/import", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "accounts.roster_wrong")
    assert await everybody(town) == before
    assert await told(town) == []


async def test_what_was_decided_is_remembered_for_the_same_headings(town: Town):
    headings = "番号欄,氏名,ふりがな,所属,職名,備考"
    draft = await brought(town, file_of(NEW, headings=headings))
    fields = ["職員番号", "氏名", "ふりがな", "所属", None, "内線"]
    assert (await town.call(TAKAHASHI, "PUT", f"{draft}/columns", {"columns": fields})).status_code == 204

    seen = (
        await town.call(TAKAHASHI, "GET", await brought(town, file_of(CAST[0], headings=headings)))
    ).json()
    assert (seen["is_remembered"], [column["field"] for column in seen["columns"]]) == (True, fields)


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ([None] * 6, "accounts.roster_headings"),
        (["職員番号", "職員番号", "ふりがな", "所属", None, None], "accounts.roster_headings"),
        (["なにか", None, None, None, None, None], "wrong"),
        (["職員番号"], "wrong"),
    ],
)
async def test_columns_that_do_not_do_are_refused(town: Town, columns: list[str | None], code: str):
    draft = await brought(town, file_of(NEW))
    refused = await town.call(TAKAHASHI, "PUT", f"{draft}/columns", {"columns": columns})
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    refused = await town.call(TAKAHASHI, "POST", f"{draft}/import", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.roster_not_looked_at")


@pytest.mark.asvs("V2.3.1")
async def test_if_something_changed_meanwhile_it_is_looked_at_again(town: Town):
    draft = await brought(town, file_of(CAST[0].replace("主事", "係長")))
    await decided(town, draft)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(job_title="課長"))

    refused = await town.call(TAKAHASHI, "POST", f"{draft}/import", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.roster_moved")
    await decided(town, draft)
    assert (await town.call(TAKAHASHI, "POST", f"{draft}/import", {})).status_code == 200


@pytest.mark.req("BASE-4")
async def test_bringing_a_file_twice_under_one_key_is_one_draft(town: Town):
    key = new_send_key()
    assert await brought(town, file_of(NEW), request_key=key) == await brought(
        town, file_of(*CAST), request_key=key
    )


@pytest.mark.req("BASE-3", "A11")
async def test_another_body_sees_none_of_it(town: Town):
    draft = await brought(town, file_of(NEW, *CAST))
    import_id = (await taken(town, NEW, *CAST)).json()["import_id"]
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == MORI).values(roles=["administrator"]))

    for method, path in (
        ("GET", draft),
        ("GET", f"{draft}/difference"),
        ("PUT", f"/api/roster/imports/{import_id}/undone"),
        ("GET", f"/api/roster/imports/{import_id}"),
        ("GET", f"/api/roster/drafts/{named('nothing')}"),
    ):
        assert (await town.call(MORI, method, path)).status_code == 404, path
    assert (await town.call(MORI, "GET", "/api/roster/imports")).json()["imports"] == []
    foreign = f"/api/roster/drafts?request_key={new_send_key()}&organization_id={CITY_HALL}"
    assert (await town.call(MORI, "POST", foreign, file_of(NEW))).status_code == 404


async def test_drafts_are_forgotten_after_a_day_and_beyond_a_few(town: Town):
    kept = [await brought(town, file_of(NEW)) for _ in range(drafts.MOST_KEPT + 1)]
    assert (await town.call(TAKAHASHI, "GET", kept[0])).status_code == 404
    assert (await town.call(TAKAHASHI, "DELETE", kept[1])).status_code == 204
    assert (await town.call(TAKAHASHI, "GET", kept[1])).status_code == 404
    await taken(town, NEW, *CAST)

    works = town.assembly.works
    now = works.now()
    works.now = lambda: now + timedelta(hours=25)
    await forget_old(works, {})
    await forget_old(works, {})
    async with works.reading() as work:
        assert (await work.session.scalars(select(RosterDraft))).all() == []
        assert (await work.session.scalars(select(RosterImport.undo))).all() == [None]
        assert len((await work.session.scalars(select(RosterMapping))).all()) == 1


async def test_what_columns_were_is_known_for_a_year_after_the_last_file_and_then_forgotten(town: Town):
    await taken(town, NEW, *CAST)
    works = town.assembly.works
    began = works.now()

    async def known_after(days: int) -> int:
        works.now = lambda: began + timedelta(days=days)
        await forget_old(works, {})
        async with works.reading() as work:
            return len((await work.session.scalars(select(RosterMapping))).all())

    assert await known_after(366) == 1
    assert await known_after(401) == 0


@pytest.mark.req("C3")
async def test_those_who_are_missing_are_stopped_only_when_it_was_said_twice(town: Town):
    draft = await brought(town, file_of(CAST[0], CAST[3]))
    found = await decided(town, draft)
    assert (found["counts"]["missing"], found["counts"]["stoppable"]) == (2, 2)

    refused = await town.call(TAKAHASHI, "POST", f"{draft}/import", {"stop_missing": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.roster_many_stopped")
    assert refused.json()["details"] == {"count": 2, "of": 4}
    async with town.listens(SUZUKI) as ear:
        yes = {"stop_missing": True, "confirmed": 2}
        import_id = (await town.call(TAKAHASHI, "POST", f"{draft}/import", yes)).json()["import_id"]
        await ear.until(lambda: ear.closed)
    assert (await town.call(TANAKA, "GET", "/api/screen")).status_code == 401
    shown = (await town.call(TAKAHASHI, "GET", f"/api/roster/imports/{import_id}")).json()
    assert shown["counts"]["stopped"] == 2

    assert (await undone(town, import_id)).status_code == 200
    async with town.assembly.works.reading() as work:
        account = await work.session.get(Account, UUID(str(TANAKA)))
    assert account is not None
    assert account.status == "active"


async def test_how_far_an_import_is_can_be_asked(town: Town):
    draft = await brought(town, file_of(NEW))
    assert (await town.call(TAKAHASHI, "GET", f"{draft}/progress")).json() == {"step": "", "done": 0, "of": 0}


@pytest.mark.req("C3")
async def test_more_than_were_seen_are_never_stopped(town: Town):
    draft = await brought(town, file_of(CAST[0], CAST[2], CAST[3]))
    assert (await decided(town, draft))["counts"]["stoppable"] == 1
    await taken(town, NEW, *CAST)

    yes = {"stop_missing": True, "confirmed": 1}
    refused = await town.call(TAKAHASHI, "POST", f"{draft}/import", yes)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.roster_moved")
    async with town.assembly.works.reading() as work:
        states = set(await work.session.scalars(select(Account.status)))
    assert states == {"active"}
    assert (await town.call(TAKAHASHI, "POST", f"{draft}/import", {})).status_code == 200


@pytest.mark.req("N51")
async def test_a_sheet_that_is_not_in_the_workbook_is_refused_before_it_is_read(town: Town):
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as workbook:
        for sheet in (workbook.add_worksheet("名簿"), workbook.add_worksheet("旧名簿")):
            for at, line in enumerate((HEADINGS, CAST[0])):
                sheet.write_row(at, 0, line.split(","))
    draft = await brought(town, made.getvalue())
    assert (await town.call(TAKAHASHI, "PUT", f"{draft}/sheet", {"sheet": "旧名簿"})).status_code == 204
    for name in ("ない", "\0", "x" * 200):
        refused = await town.call(TAKAHASHI, "PUT", f"{draft}/sheet", {"sheet": name})
        assert (refused.status_code, refused.json()["details"]) == (
            422, {"field": "sheet", "reason": "unknown"},
        )  # fmt: skip
