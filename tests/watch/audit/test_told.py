"""What those who read the log are told, as their open screens take it (C8)."""

import pytest

from tests.cast import MIHON, SATO, TAKAHASHI
from tests.town import Town
from tests.transcripts import transcript
from tests.watch.audit.log import entries
from yoriai.watch.audit.checking import Finding
from yoriai.watch.audit.facts import AuditDropped, AuditFact, AuditRestored
from yoriai.watch.audit.jobs import keep_finding

pytestmark = [pytest.mark.anyio, pytest.mark.req("C8")]
GONE = (
    AuditDropped(tenant_id=MIHON, first=1, last=2, hash="0" * 64, digest="0" * 64),
    AuditRestored(tenant_id=MIHON, last=2, lost=1),
)


async def test_a_file_that_went_out_is_told(town: Town) -> None:
    asked = {"kind": "csv", "reason": "定期監査"}
    async with transcript(town, "audit.exported", TAKAHASHI, expect=["audit.exported"]):
        assert (await town.call(TAKAHASHI, "POST", "/api/audit/export", asked)).status_code == 200


async def test_a_look_through_the_log_is_told(town: Town) -> None:
    async with transcript(town, "audit.checked", TAKAHASHI, expect=["audit.checked"]):
        await keep_finding(town.assembly.works, Finding(MIHON, 0))


@pytest.mark.parametrize("fact", GONE, ids=lambda fact: fact.name)
async def test_a_log_that_became_shorter_is_told(town: Town, fact: AuditFact) -> None:
    works = town.assembly.works
    async with transcript(town, fact.name, TAKAHASHI, expect=[fact.name]), works.writing() as work:
        work.state(fact, by=None)


@pytest.mark.req("N16", "K28", "C10")
async def test_what_goes_out_by_a_mere_question_is_told_and_has_a_row(town: Town) -> None:
    people, months = (
        {"kind": "csv", "reason": "人事課へ"},
        {"fiscal_year": 2026, "reason": "報告 123456789018"},
    )
    async with transcript(town, "accounts.acted", TAKAHASHI, expect=["accounts.acted"]):
        assert (await town.call(TAKAHASHI, "POST", "/api/accounts/export", people)).status_code == 200
    assert (await town.call(TAKAHASHI, "POST", "/api/usage/export", months)).status_code == 200
    assert (await town.call(TAKAHASHI, "GET", f"/api/rooms/{town.roads}/paper")).status_code == 200
    rows = await entries(town)
    taken = ["people_taken_out", "months_taken_out", "room_printed"]
    assert [row.kind for row in rows] == [f"accounts.acted.{act}" for act in taken]
    assert [row.body.get("reason") for row in rows] == ["人事課へ", "報告 ［12けたの番号］", None]
    assert rows[-1].about == "土木課"


@pytest.mark.req("C10", "D4")
async def test_what_no_screen_hears_of_has_a_row_too(town: Town) -> None:
    group = {"name": "会計年度任用", "hidden": [], "locked": []}
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", group)
    assert made.status_code == 201, made.text
    path = f"/api/account-groups/{made.json()['group_id']}"
    assert (await town.call(TAKAHASHI, "PUT", path, group | {"name": "再任用"})).status_code == 204
    assert (await town.call(TAKAHASHI, "DELETE", path)).status_code == 204
    assert (await town.call(SATO, "POST", "/api/corrections", {"words": "姓が違います"})).status_code == 204
    rows = await entries(town)
    acts = ["group_added", "group_changed", "group_removed", "correction_asked"]
    assert [row.kind for row in rows] == [f"accounts.acted.{act}" for act in acts]
    assert "姓が違います" not in str([row.body for row in rows])
