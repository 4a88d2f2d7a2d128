"""Naming ITリーダー: by administrators, for units in which they serve; and finding one's own (ORG-10)."""

from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.town import Town
from tests.watch.audit.log import entries
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.orgs.models import Department

pytestmark = pytest.mark.anyio
WELFARE, ROADS = named("福祉課"), named("土木課")


async def names(town: Town, who: UUID, unit: UUID, *, by: UUID = TAKAHASHI) -> httpx2.Response:
    wish = {"account_id": str(who), "unit_id": str(unit)}
    return await town.call(by, "POST", "/api/leaders", wish)


async def listed(town: Town, path: str, *, by: UUID = TAKAHASHI) -> list[dict[str, object]]:
    return (await town.call(by, "GET", path)).json()["leaders"]


@pytest.mark.req("ORG-10")
async def test_naming_twice_is_naming_once(town: Town):
    first, second = await names(town, SATO, WELFARE), await names(town, SATO, WELFARE)
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    (line,) = await listed(town, "/api/leaders")
    assert (line["account_id"], line["unit_id"], line["is_at_work"]) == (str(SATO), str(WELFARE), True)
    lines = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert [(each["kind"], each["after"]) for each in lines] == [("roles", {"it_leader": "福祉課"})]
    assert await town.told_at(f"person/{TAKAHASHI}") == ["accounts.acted"]


@pytest.mark.req("ORG-10", "N19", "N40")
async def test_naming_and_dismissing_are_felt_at_once(town: Town):
    assert (await town.call(SATO, "GET", "/api/slips")).status_code == 403
    async with town.listens(SATO) as ear:
        leader = (await names(town, SATO, WELFARE)).json()["leader_id"]
        await ear.fact("accounts.rights_changed")
        assert (await town.call(SATO, "GET", "/api/slips")).status_code == 200
    gone = await town.call(TAKAHASHI, "DELETE", f"/api/leaders/{leader}")
    assert gone.status_code == 204
    assert (await town.call(SATO, "GET", "/api/slips")).status_code == 403
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/leaders/{leader}")).status_code == 404
    assert await listed(town, "/api/leaders") == []


@pytest.mark.req("ORG-10", "AUDIT-1")
async def test_the_log_says_of_which_unit_somebody_is_and_is_no_longer_the_leader(town: Town):
    leader = (await names(town, SATO, WELFARE)).json()["leader_id"]
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/leaders/{leader}")).status_code == 204
    rows = [row for row in await entries(town) if row.kind.startswith("accounts.acted.leader_")]
    assert [row.about for row in rows] == ["佐藤 花子、福祉課"] * 2


@pytest.mark.req("ORG-10")
async def test_whoever_leads_two_units_leads_the_other_one_after_one_is_taken(town: Town):
    first = (await names(town, SATO, WELFARE)).json()["leader_id"]
    async with town.assembly.works.writing() as work:
        below = update(Department).where(Department.id == WELFARE)
        await work.session.execute(below.values(parent_id=ROADS))
    assert (await names(town, SATO, ROADS)).status_code == 201
    await town.call(TAKAHASHI, "DELETE", f"/api/leaders/{first}")
    assert (await town.call(SATO, "GET", "/api/slips")).json()["units"] == ["土木課"]


@pytest.mark.req("ORG-10", "N19")
async def test_nobody_names_themselves_or_somebody_who_serves_elsewhere(town: Town):
    own = await names(town, TAKAHASHI, named("情報政策課"))
    assert (own.status_code, own.json()["code"]) == (409, "accounts.own_role")
    elsewhere = await names(town, TANAKA, WELFARE)
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (409, "leaders.serves_elsewhere")
    assert (await names(town, SUZUKI, WELFARE, by=SATO)).status_code == 403
    assert await listed(town, "/api/leaders") == []


@pytest.mark.req("ORG-10", "BASE-3", "N15")
async def test_people_and_units_of_another_body_are_answered_like_none(town: Town):
    for who, unit in ((MORI, WELFARE), (uuid4(), WELFARE), (SATO, named("健康課")), (SATO, uuid4())):
        assert (await names(town, who, unit)).status_code == 404


async def test_whoever_has_gone_and_a_closed_unit_are_refused(town: Town):
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/withdrawal")
    assert (await names(town, SATO, WELFARE)).json()["code"] == "accounts.gone"
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Department).where(Department.id == ROADS).values(is_open=None))
    assert (await names(town, TANAKA, ROADS)).json()["code"] == "orgs.unit_closed"


@pytest.mark.req("ORG-10")
async def test_another_role_leaves_the_unit_with_its_leader(town: Town):
    await names(town, SATO, WELFARE)
    changed = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "auditor"})
    assert changed.status_code == 204
    assert (await town.call(SATO, "GET", "/api/slips")).json()["units"] == ["福祉課"]
    again = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "auditor"})
    assert again.status_code == 204


@pytest.mark.req("ORG-10", "ORG-9")
async def test_the_view_of_rights_says_of_which_unit_somebody_is_the_leader(town: Town):
    await names(town, SATO, WELFARE)
    assert (await town.call(SATO, "GET", "/api/own-rights")).json()["leads"] == ["福祉課"]
    seen = await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/rights")
    assert seen.json()["leads"] == ["福祉課"]
    assert (await town.call(SUZUKI, "GET", "/api/own-rights")).json()["leads"] == []


@pytest.mark.req("ORG-10", "ADMIN-16")
async def test_a_member_finds_the_leader_of_the_own_unit_and_of_those_above(town: Town):
    await names(town, SATO, WELFARE)
    await names(town, TANAKA, ROADS)
    (found,) = await listed(town, "/api/own-leaders", by=SUZUKI)
    assert (found["account_id"], found["unit"]) == (str(SATO), "福祉課")
    assert await listed(town, "/api/own-leaders", by=SATO) == []
    async with town.assembly.works.writing() as work:
        below = update(Department).where(Department.id == WELFARE)
        await work.session.execute(below.values(parent_id=ROADS, path="土木課 福祉課"))
    both = await listed(town, "/api/own-leaders", by=SUZUKI)
    assert [each["account_id"] for each in both] == [str(SATO), str(TANAKA)]
    async with town.assembly.works.writing() as work:
        stopped = update(Account).where(Account.id == SATO)
        await work.session.execute(stopped.values(status=AccountStatus.SUSPENDED))
    (left,) = await listed(town, "/api/own-leaders", by=SUZUKI)
    assert left["account_id"] == str(TANAKA)


async def test_a_long_list_of_leaders_goes_on(town: Town, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("yoriai.people.accounts.leaders.queries.PAGE", 1)
    await names(town, SATO, WELFARE)
    await names(town, TANAKA, ROADS)
    first = (await town.call(TAKAHASHI, "GET", "/api/leaders")).json()
    second = (await town.call(TAKAHASHI, "GET", f"/api/leaders?cursor={first['next']}")).json()
    assert [first["leaders"][0]["account_id"], second["leaders"][0]["account_id"]] == [str(TANAKA), str(SATO)]
    assert second["next"] is None
