"""The log as administrators and auditors see it: searched, looked at row by row, taken out with a reason."""

import csv
import io
import json

import pytest
from sqlalchemy import event, update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.town import Town
from tests.watch.audit.log import entries, read_on
from yoriai.people.access.capabilities import Role, granted
from yoriai.people.accounts.models import Account
from yoriai.watch.audit import queries
from yoriai.watch.audit.archive import ArchivedRow
from yoriai.watch.audit.chain import BEGINNING, hash_of

pytestmark = pytest.mark.anyio


async def found(town: Town, query: str = "", who: object = TAKAHASHI) -> list[dict[str, object]]:
    answer = await town.call(who, "GET", f"/api/audit/entries?{query}")  # pyright: ignore[reportArgumentType] one of the cast
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, object]] = answer.json()["entries"]
    return rows


async def a_day(town: Town) -> None:
    await town.says(SATO, "おはようございます", town.welfare)
    await town.says(TANAKA, "現場に出ます", town.roads, zone="internet")
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")).status_code == 204
    assert (await town.call(SATO, "GET", "/api/usage")).status_code == 403
    await read_on(town)


@pytest.mark.req("AUDIT-1")
@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("", ["forbidden", "accounts.suspended", "messages.posted", "messages.posted"]),
        ("outcome=refused", ["forbidden"]),
        ("group=messages", ["messages.posted", "messages.posted"]),
        ("group=people", ["accounts.suspended"]),
        ("zone=internet", ["messages.posted"]),
        ("person=佐藤花子", ["forbidden", "messages.posted"]),
        ("person=佐藤　花", ["forbidden", "messages.posted"]),
        ("about=鈴木", ["accounts.suspended"]),
        (f"about={SUZUKI}", ["accounts.suspended"]),
        ("about=土木課", ["messages.posted"]),
        ("about=%25", []),
        ("last=2020-01-01", []),
        ("first=2099-01-01", []),
        ("first=2020-01-01&last=2098-12-31&group=people", ["accounts.suspended"]),
    ],
)
async def test_the_log_is_searched_by_whoever_whatever_and_whence(
    town: Town, query: str, kinds: list[str]
) -> None:
    await a_day(town)
    rows = [row["kind"] for row in await found(town, query)]
    assert [
        kind for kind in rows if kind != "sessions.ended"
    ] == kinds  # which a sweep may have said of 鈴木 by now


async def test_a_row_says_what_was_done_in_words(town: Town) -> None:
    await a_day(town)
    (row,) = await found(town, "group=people")
    assert (row["says"], row["about"], row["account_name"]) == ("職員の利用を止めた", "鈴木 﨑子", "髙橋 渉")
    answer = await town.call(TAKAHASHI, "GET", f"/api/audit/entries/{row['number']}")
    whole = answer.json()
    assert {"kind": "account", "id": str(SUZUKI), "name": "鈴木 﨑子"} in whole["things"]
    assert whole["hash"] != whole["before"]
    assert (await town.call(TAKAHASHI, "GET", "/api/audit/entries/999")).status_code == 404


async def test_pages_follow_each_other_with_as_many_questions_however_many_rows(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    asked: list[int] = []
    for messages in (1, 8):
        for at in range(messages):
            await town.says(SATO, f"お知らせ {at}", town.welfare)
        await read_on(town)
        # What readers of the journal ask beside it is more, never less.
        asked.append(min([await questions(town) for _ in range(4)]))
    assert asked[0] == asked[1]
    numbers: list[object] = []
    query = ""
    while True:
        answer = (await town.call(TAKAHASHI, "GET", f"/api/audit/entries{query}")).json()
        numbers += [row["number"] for row in answer["entries"]]
        assert answer["total"] == (None if query else 9)
        if answer["next"] is None:
            break
        query = f"?cursor={answer['next']}"
    assert numbers == [9, 8, 7, 6, 5, 4, 3, 2, 1]


async def questions(town: Town) -> int:
    """How many statements a page costs."""
    seen: list[str] = []

    def note(*arguments: object) -> None:
        statement = str(arguments[2])
        if "audit_" in statement or "accounts" in statement:
            seen.append(statement)

    engine = town.assembly.store.reader.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        await found(town)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(seen)


@pytest.mark.req("N19", "N16")
@pytest.mark.asvs("V16.4.2")
async def test_who_may_not_read_the_log_does_not(town: Town) -> None:
    for path in ("/api/audit", "/api/audit/entries", "/api/audit/entries/1"):
        assert (await town.call(SATO, "GET", path)).status_code == 403
    asked = {"kind": "csv", "reason": "見てみたい"}
    for path, body in (("/api/audit/export", asked), ("/api/audit/check", {})):
        assert (await town.call(SATO, "POST", path, body)).status_code == 403


@pytest.mark.req("N16", "A10")
async def test_the_next_town_sees_its_own_log_alone(town: Town) -> None:
    await a_day(town)
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == MORI)
        await work.session.execute(theirs.values(roles=[Role.ADMINISTRATOR]))
    await town.says(MORI, "隣の話です", town.next_door)
    await read_on(town)
    assert [row["account_name"] for row in await found(town, who=MORI)] == ["森 葵"]


async def test_an_auditor_reads_the_log_and_manages_nothing(town: Town) -> None:
    assert granted([Role.AUDITOR]) - granted([Role.MEMBER]) == {
        "audit.export",
        "audit.read",
        "audit_packs.make",
    }
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == TANAKA)
        await work.session.execute(theirs.values(roles=[Role.AUDITOR]))
    await a_day(town)
    assert len(await found(town, who=TANAKA)) == 4
    assert (await town.call(TANAKA, "GET", "/api/accounts")).status_code == 403
    assert (await town.call(TANAKA, "GET", "/api/settings/audit")).status_code == 403


@pytest.mark.req("K28", "N16", "N119")
async def test_what_is_taken_out_is_in_the_log_with_its_reason(town: Town) -> None:
    await a_day(town)
    asked = {"kind": "csv", "reason": "  定期監査（手続き 123456789018）  ", "group": "people"}
    answer = await town.call(TAKAHASHI, "POST", "/api/audit/export", asked)
    assert answer.status_code == 200, answer.text
    assert "attachment" in answer.headers["content-disposition"]
    head, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (head[3], row[3], row[6]) == ("行い", "職員の利用を止めた", "髙橋 渉")
    (last,) = [each for each in await entries(town) if each.kind == "audit.exported"]
    assert (last.kind, last.account_id, last.body["reason"]) == (
        "audit.exported",
        TAKAHASHI,
        "定期監査（手続き ［12けたの番号］）",
    )
    for reason in ("", "   "):
        refused = await town.call(TAKAHASHI, "POST", "/api/audit/export", asked | {"reason": reason})
        assert refused.status_code == 422


@pytest.mark.req("N64")
async def test_no_cell_of_the_file_is_a_formula(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == SUZUKI)
        await work.session.execute(theirs.values(family='=HYPERLINK("https://evil.example")', given=""))
    await a_day(town)
    asked = {"kind": "csv", "reason": "定期監査", "group": "people"}
    answer = await town.call(TAKAHASHI, "POST", "/api/audit/export", asked)
    _, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row[10].startswith("'=HYPERLINK")


async def test_the_chain_can_be_looked_through_from_the_file_alone(town: Town) -> None:
    await a_day(town)
    answer = await town.call(TAKAHASHI, "POST", "/api/audit/export", {"kind": "jsonl", "reason": "監査"})
    before = BEGINNING
    for line in answer.text.splitlines():
        row = json.loads(line)
        before_this, before = before, row["hash"]
        assert hash_of(before_this, ArchivedRow(row)) == row["hash"]
    assert len(answer.text.splitlines()) == 4


async def test_a_body_chooses_for_how_long_within_its_bounds(town: Town) -> None:
    assert (await town.call(TAKAHASHI, "GET", "/api/audit")).json()["years"] == 10
    for years, status in ((0, 422), (11, 422), (3, 204)):
        answer = await town.call(TAKAHASHI, "PUT", "/api/settings/audit", {"years": years})
        assert answer.status_code == status
    assert (await town.call(TAKAHASHI, "GET", "/api/audit")).json()["years"] == 3
    *_, last = [each for each in await entries(town) if each.kind == "orgs.settings_changed"]
    assert (last.kind, last.body["facts"][0]["fields"]["setting"]) == ("orgs.settings_changed", "audit")  # pyright: ignore[reportIndexIssue, reportUnknownVariableType] JSON


async def test_the_log_is_looked_through_when_somebody_asks(town: Town) -> None:
    await a_day(town)
    assert (await town.call(TAKAHASHI, "GET", "/api/audit")).json()["check"] is None
    async with town.listens(TAKAHASHI) as ear:
        assert (await town.call(TAKAHASHI, "POST", "/api/audit/check", {})).status_code == 202
        told = await ear.fact("audit.checked")
    assert told["body"]["is_whole"] is True
    check = (await town.call(TAKAHASHI, "GET", "/api/audit")).json()["check"]
    assert check["trouble"] is None
    # Beside the day alone that 鈴木 was signed out by being suspended: a sweep may have said so by then.
    looked_at = (await entries(town))[: check["entries"]]
    beside = [row for row in looked_at if row.kind == "sessions.ended"]
    assert all(row.account_id is None and row.object_id == SUZUKI for row in beside)
    assert sorted(row.kind for row in looked_at if row not in beside) == [
        "accounts.suspended",
        "forbidden",
        "messages.posted",
        "messages.posted",
    ]


async def test_who_may_not_read_the_log_hears_nothing_of_it(town: Town) -> None:
    async with town.listens(SATO) as ear, town.listens(TAKAHASHI) as administrator:
        await town.call(TAKAHASHI, "POST", "/api/audit/check", {})
        await administrator.fact("audit.checked")
        assert ear.named("audit.checked") == []
