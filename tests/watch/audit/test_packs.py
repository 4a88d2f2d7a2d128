"""監査パック: what is in it, that it is all of it, and that nothing is in it that is nobody's business (AUDIT-3)."""

import hashlib
import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import select, update

from tests.cast import MIHON, MORI, PASSWORD, SATO, SUZUKI, TAKAHASHI, TANAKA, TONARI, ZONES, named, token_of
from tests.matrix.people import NEIGHBOUR
from tests.people.sessions.holding import phone_of
from tests.talk.federation.joining import joined, together
from tests.talk.neighbours.agreeing import ON, decide, says
from tests.talk.neighbours.asking import talking
from tests.town import Town
from tests.watch.audit.inspecting import becomes
from tests.watch.audit.log import entries, read_on
from tests.watch.audit.packing import REASON, files, packed, table, wish
from yoriai.kit.days import JST
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.second_factor.models import RecoveryCode, SecondFactor
from yoriai.watch.audit.archive import ArchivedRow, put_away
from yoriai.watch.audit.chain import hash_of
from yoriai.watch.audit.models import AuditEntry
from yoriai.watch.audit.policy import INSTEAD

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("by_hand"), pytest.mark.req("AUDIT-3")]
MY_NUMBER = "123456789018"
WORDS = ("窓口の当番表です", "けさの雪かきのお願い")


async def a_day(town: Town) -> None:
    await town.says(SATO, WORDS[0], town.welfare)
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")).status_code == 204
    assert (await town.call(SATO, "GET", "/api/usage")).status_code == 403
    assert (await town.call(TAKAHASHI, "PUT", "/api/settings/audit", {"years": 7})).status_code == 204
    await read_on(town)


async def test_a_pack_says_in_plain_japanese_what_is_in_it_and_each_file_is_as_it_was_written(
    town: Town,
) -> None:
    await a_day(town)
    content = await packed(town)
    with ZipFile(BytesIO(content)) as zipped:
        assert zipped.testzip() is None
    inside = files(content)
    index = inside["README.txt"].decode("utf-8-sig")
    for said in ("監査パック　見本市", REASON, "訓練の記録は、このパックにはありません", "入っていないもの"):
        assert said in index
    names = {name for name in inside if name.startswith("csv/")}
    assert all(name in index for name in names)
    assert {f"json/{name[4:-4]}.json" for name in names} <= inside.keys()
    lines = [line.partition("  ") for line in inside["SHA256SUMS"].decode().splitlines()]
    sums = {name: digest for digest, _, name in lines}
    assert sums.keys() == inside.keys() - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256(inside[name]).hexdigest() == digest


async def test_settings_rights_devices_and_versions_are_in_it(town: Town) -> None:
    await a_day(town)
    inside = files(await packed(town))
    years = [row for row in table(inside, "settings") if (row["setting"], row["item"]) == ("audit", "years")]
    assert [(row["value"], row["is_chosen"], row["changed_by"]) for row in years] == [
        (7, True, "髙橋 渉（10004）")
    ]
    (change,) = [row for row in table(inside, "setting_changes") if row["name"] == "audit"]
    assert (change["before"], change["after"]) == (None, {"years": 7})
    suzuki = next(row for row in table(inside, "accounts") if row["account_id"] == str(SUZUKI))
    assert (suzuki["number"], suzuki["name"], suzuki["status"], suzuki["unit"]) == (
        "10002",
        "鈴木 﨑子",
        "止めてある",
        "福祉課",
    )
    assert {"account_id": str(TAKAHASHI), "role": "administrator"}.items() <= next(
        row for row in table(inside, "roles") if row["account_id"] == str(TAKAHASHI)
    ).items()
    prints = [row for row in table(inside, "rights") if row["right"] == "print"]
    assert {row["account_id"] for row in prints} >= {str(SATO), str(TAKAHASHI)}
    assert {row["zone"] for row in table(inside, "sessions")} == {"LGWAN", "インターネット"}
    versions = {row["what"]: row["version"] for row in table(inside, "versions")}
    assert versions["schema"].startswith("2026_")
    assert versions["database"].split()[0] in {"SQLite", "PostgreSQL"}
    assert "sqlalchemy" in {row["name"].lower() for row in table(inside, "dependencies")}
    kept = {row["name"]: row["keeps"] for row in table(inside, "retention")}
    assert kept["audit"] == "団体がある間"
    assert {row["url"] for row in table(inside, "listeners")} == {town.origin(zone) for zone in ZONES}


async def test_whoever_leads_a_unit_and_what_was_done_to_accounts_is_in_it(town: Town) -> None:
    leader = {"account_id": str(SATO), "unit_id": str(named("福祉課"))}
    assert (await town.call(TAKAHASHI, "POST", "/api/leaders", leader)).status_code < 300
    rights = {"words": {"print": False}}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TANAKA}/rights", rights)).status_code == 204
    inside = files(await packed(town))
    (led,) = table(inside, "unit_roles")
    assert (led["person"], led["unit"], led["role"], led["by"]) == (
        "佐藤 花子（10001）",
        "福祉課",
        "ITリーダー",
        "髙橋 渉（10004）",
    )
    said = [row for row in table(inside, "rights") if row["account_id"] == str(TANAKA)]
    word = {row["right"]: (row["is_given"], row["origin"]) for row in said}
    assert word["print"] == (False, "本人への指定")
    assert word["open_rooms"] == (True, "役割")
    (change,) = [row for row in table(inside, "account_changes") if row["person"].startswith("田中")]
    assert (change["kind"], change["after"]) == ("権限を変えた", {"right.print": False})


@pytest.mark.req("AUDIT-1", "N120")
async def test_the_rows_of_the_log_are_a_chain_of_their_own_in_it(town: Town) -> None:
    await a_day(town)
    inside = files(await packed(town))
    chain = json.loads(inside["log/chain.json"])
    before, rows = chain["before"], [json.loads(line) for line in inside["log/log.jsonl"].splitlines()]
    for row in rows:
        assert hash_of(before, ArchivedRow(row)) == row["hash"]
        before = row["hash"]
    assert [row["number"] for row in rows] == list(range(chain["first"], chain["last"] + 1))
    assert chain["count"] == len(rows) >= 4
    # What was refused comes into the log by a way of its own, sooner or later than what was done beside it.
    done = [row["kind"] for row in rows if row["kind"] != "forbidden"]
    assert done[:2] == ["messages.posted", "accounts.suspended"]
    assert inside["log/log.csv"].decode("utf-8-sig").count("\r\n") == len(rows) + 1


@pytest.mark.req("AUDIT-4", "N18", "K30")
async def test_no_word_of_a_talk_and_no_secret_of_anybody_is_in_it(town: Town) -> None:
    await a_day(town)
    await town.says(TANAKA, WORDS[1], town.roads)
    phone = await phone_of(town, SATO)
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == TANAKA)
        await work.session.execute(theirs.values(family=f"田中{MY_NUMBER}"))
        await work.session.execute(
            update(Tenant).where(Tenant.id == MIHON).values(contact=f"内線 {MY_NUMBER}")
        )
        hashes = [*await work.session.scalars(select(Account.password_hash))]
        tokens = [*await work.session.scalars(select(Session.token_hash))]
        codes = [*await work.session.scalars(select(RecoveryCode.mac))]
        seeds = [*await work.session.scalars(select(SecondFactor.secret))]
    inside = files(await packed(town, reason=f"監査 {MY_NUMBER}"))
    assert INSTEAD in inside["csv/accounts.csv"].decode("utf-8-sig")
    settings = town.assembly.settings
    secrets = [*WORDS, MY_NUMBER, PASSWORD, *filter(None, hashes), *tokens, *codes, settings.database_url]
    secrets += [token_of(who, zone) for who in (SATO, TANAKA) for zone in ZONES]
    hidden = [word.encode() for word in secrets] + [*seeds, settings.server_key(), phone.secret.encode()]
    assert len(hidden) > 20
    for name, content in inside.items():
        for secret in hidden:
            assert secret not in content, (name, secret)


@pytest.mark.req("N16", "A10")
async def test_nothing_of_another_body_is_in_it(town: Town) -> None:
    await a_day(town)
    await becomes(town, MORI, Role.OWNER)
    await town.says(MORI, "隣の話です", town.next_door)
    assert (await town.call(MORI, "PUT", "/api/settings/audit", {"years": 3})).status_code == 204
    await read_on(town)
    ours, next_doors = files(await packed(town)), files(await packed(town, MORI))
    for content in ours.values():
        for word in (str(MORI), "森 葵", str(TONARI), "隣見市", "健康課"):
            assert word.encode() not in content
    for content in next_doors.values():
        for word in (str(SATO), "佐藤 花子", str(MIHON), "見本市役所", "福祉課"):
            assert word.encode() not in content
    assert "森 葵" in next_doors["csv/accounts.csv"].decode()


@pytest.mark.req("N64", "K29")
async def test_no_cell_of_it_is_a_formula(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == SUZUKI)
        await work.session.execute(theirs.values(family='=HYPERLINK("https://evil.example")', given=""))
    inside = files(await packed(town))
    assert "\"'=HYPERLINK" in inside["csv/accounts.csv"].decode()


async def test_days_before_anything_was_done_have_no_rows_and_say_so(town: Town) -> None:
    await a_day(town)
    inside = files(await packed(town, first="2020-04-01", last="2020-04-30"))
    assert inside["log/log.jsonl"] == b""
    assert json.loads(inside["log/chain.json"])["count"] == 0
    assert "この期間の記録は、一件もありません。" in inside["README.txt"].decode()
    assert table(inside, "setting_changes") == []


@pytest.mark.req("K28", "N119")
async def test_asking_making_and_taking_are_rows_of_the_log_with_the_reason(town: Town) -> None:
    content = await packed(town)
    rows = [row for row in await entries(town) if row.kind.startswith("audit_packs.")]
    assert [(row.kind.partition(".")[2], row.account_id) for row in rows] == [
        ("asked", TAKAHASHI),
        ("made", None),
        ("taken", TAKAHASHI),
    ]
    assert (rows[0].body["reason"], rows[2].body["reason"]) == (REASON, REASON)
    assert hashlib.sha256(content).hexdigest() in str(rows[1].body)
    assert str(wish(town)["first"]) in str(rows[0].body)


@pytest.mark.req("FED-3", "N50")
async def test_who_talks_with_somebody_of_another_body_stands_in_no_table_of_either(town: Town) -> None:
    await joined(town, await together(town))
    for who, other in ((TAKAHASHI, SATO), (NEIGHBOUR, MORI)):
        await decide(town, who, ON)
        assert await says(town, other, findable=True) == 204
    room = await talking(town)
    for who, tables in (
        (TAKAHASHI, {"other_bodies": 1, "abroad": 0}),
        (NEIGHBOUR, {"other_bodies": 0, "abroad": 1}),
    ):
        inside = files(await packed(town, who))
        assert {name: len(table(inside, name)) for name in tables} == tables
        for name, content in inside.items():
            assert name.startswith("log/") or str(room).encode() not in content, name


@pytest.mark.req("AUDIT-1", "N120")
async def test_rows_whose_clock_was_wrong_are_in_it_also_where_they_lie_in_files(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yoriai.watch.audit.archive.MOST_IN_A_FILE", 2)
    for words in ("一", "二", "三", "四", "五", "六"):
        await town.says(SATO, words, town.welfare)
    rows = await entries(town)
    now = town.assembly.works.now()
    days = {row.number: 800 if row.number in (3, 4) else 500 for row in rows}
    async with town.assembly.works.writing() as work:
        for number, ago in days.items():
            moved = update(AuditEntry).where(AuditEntry.tenant_id == MIHON, AuditEntry.number == number)
            await work.session.execute(moved.values(at=now - timedelta(days=ago)))
    await put_away(town.assembly.works, {})
    day = (now.astimezone(JST) - timedelta(days=500)).date()
    inside = files(await packed(town, first=str(day - timedelta(days=1)), last=str(day + timedelta(days=1))))
    chain = json.loads(inside["log/chain.json"])
    assert (chain["first"], chain["last"], chain["gaps"]) == (1, max(days), [])
    assert [json.loads(line)["number"] for line in inside["log/log.jsonl"].splitlines()] == sorted(days)
