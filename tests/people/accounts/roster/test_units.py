"""The table of the units themselves, by the same way: columns, difference, import, and back again."""

import pytest
from sqlalchemy import select

from tests.cast import CITY_HALL, TAKAHASHI
from tests.keys import new_send_key
from tests.people.accounts.roster.bringing import (
    brought,
    decided,
    everybody,
    file_of,
    undone,
)
from tests.town import Town
from yoriai.people.orgs.models import Department

pytestmark = [pytest.mark.anyio, pytest.mark.req("ADMIN-3", "BASE-6")]


@pytest.mark.req("ORG-17")
async def test_a_table_of_units_changes_places_and_brings_units_after_a_dry_run(town: Town):
    before = await everybody(town)
    headings = "所属コード,所属,略称,場所,階,内線,表示順"
    lines = (
        "0101,福祉課,福祉,新庁舎,2階,2101,",
        "0102,土木課,,,,,",
        "0201,健康福祉部 健康課,健,本庁,1階,2201,5",
    )
    draft = await brought(town, file_of(*lines, headings=headings), subject="units")
    found = await decided(town, draft)

    counts = found["counts"]
    assert (counts["new"], counts["changed"], counts["unchanged"], counts["missing"]) == (1, 2, 0, 1)
    assert found["lines"][0]["deltas"] == [
        {"field": "code", "before": "", "after": "0101"},
        {"field": "short_name", "before": "福祉課", "after": "福祉"},
        {"field": "place", "before": "", "after": "新庁舎"},
        {"field": "floor", "before": "", "after": "2階"},
        {"field": "extension", "before": "", "after": "2101"},
    ]
    import_id = (await town.call(TAKAHASHI, "POST", f"{draft}/import", {})).json()["import_id"]
    async with town.assembly.works.reading() as work:
        units = select(Department.path, Department.code, Department.place, Department.display_order)
        rows = {
            path: rest
            for path, *rest in await work.session.execute(units.where(Department.code.is_not(None)))
        }
    assert rows["福祉課"][:2] == ["0101", "新庁舎"]
    assert rows["健康福祉部 健康課"] == ["0201", "本庁", 5]

    again = await decided(town, await brought(town, file_of(*lines, headings=headings), subject="units"))
    assert (again["counts"]["unchanged"], again["counts"]["changed"]) == (3, 0)
    assert (await undone(town, import_id)).status_code == 200
    assert await everybody(town) == before


@pytest.mark.req("ORG-17")
@pytest.mark.asvs("V2.2.3")
async def test_units_that_do_not_fit_are_named_by_row_and_column(town: Town):
    headings = "所属コード,所属,階"
    await taken_units(town, "0101,福祉課,", "0102,土木課,", headings=headings)
    lines = ("0101,高齢福祉課,2階", "0102,土木課,3階", "0102,情報政策課,", ",,4階", "0103,土木課,")
    found = await decided(town, await brought(town, file_of(*lines, headings=headings), subject="units"))

    wrong = [
        (each["row"], each["column"], each["reason"]) for line in found["lines"] for each in line["wrong"]
    ]
    assert wrong == [
        (2, "所属コード", "accounts.row_above"),
        (4, "所属コード", "accounts.row_above"),
        (5, "所属", "accounts.row_missing"),
        (6, "所属", "accounts.row_twice"),
    ]


async def taken_units(town: Town, *lines: str, headings: str) -> None:
    draft = await brought(town, file_of(*lines, headings=headings), subject="units")
    await decided(town, draft)
    assert (await town.call(TAKAHASHI, "POST", f"{draft}/import", {})).status_code == 200


async def test_a_unit_that_a_file_brings_has_one_line_of_history_by_whoever_brought_it(town: Town):
    draft = await brought(
        town, file_of("0201,健康福祉部 健康課,健", headings="所属コード,所属,略称"), subject="units"
    )
    await decided(town, draft)
    assert (await town.call(TAKAHASHI, "POST", f"{draft}/import", {})).status_code == 200
    async with town.assembly.works.reading() as work:
        unit_id = await work.session.scalar(
            select(Department.id).where(Department.path == "健康福祉部 健康課")
        )
    (line,) = (await town.call(TAKAHASHI, "GET", f"/api/units/{unit_id}/history")).json()["changes"]
    assert (line["kind"], line["by"]) == ("added", str(TAKAHASHI))
    assert line["after"] == {
        "name": "健康課", "parent": "健康福祉部", "kind": "課", "code": "0201", "short_name": "健",
    }  # fmt: skip


@pytest.mark.req("BASE-6")
async def test_units_taken_out_and_in_again_change_nothing_however_long_their_names_are(town: Town):
    body = {
        "request_key": new_send_key(),
        "name": "地域包括ケア推進及び在宅医療介護連携担当室（仮）",
        "kind": "",
    }
    added = await town.call(TAKAHASHI, "POST", f"/api/organizations/{CITY_HALL}/units", body)
    assert added.status_code == 201
    out = await town.call(TAKAHASHI, "GET", f"/api/organizations/{CITY_HALL}/units/export.csv")
    counts = (await decided(town, await brought(town, out.content, subject="units")))["counts"]
    assert (counts["unchanged"], counts["error"], counts["new"], counts["changed"]) == (4, 0, 0, 0)
