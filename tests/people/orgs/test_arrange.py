"""Arranging units by hand, through the door: what is added, renamed, moved and closed, and what is refused."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from httpx2 import Response
from sqlalchemy import select

from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, TANAKA, TONARI_HALL, named
from tests.keys import new_send_key
from tests.town import Town
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department, DepartmentName
from yoriai.platform.facts.models import JournalRow

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-1")]
WELFARE, ROADS, COMPUTERS = named("福祉課"), named("土木課"), named("情報政策課")
TREE = f"/api/organizations/{CITY_HALL}/units"


async def tree(town: Town) -> dict[str, dict[str, object]]:
    """Open units by path, in their order."""
    answer = await town.call(TAKAHASHI, "GET", TREE)
    return {unit["path"]: unit for unit in answer.json()["units"] if unit["closed_at"] is None}


async def add(town: Town, name: str, parent: object = None, **words: object) -> str:
    body = {"request_key": new_send_key(), "parent_id": parent and str(parent), "name": name} | words
    answer = await town.call(TAKAHASHI, "POST", TREE, body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["unit_id"])


async def place(town: Town, unit: object, parent: object, before: object = None) -> Response:
    body = {"parent_id": parent and str(parent), "before": before and str(before)}
    return await town.call(TAKAHASHI, "PUT", f"/api/units/{unit}/place", body)


async def reword(town: Town, path: str, words: Mapping[str, object]) -> Response:
    unit = (await tree(town))[path]
    kept = ("name", "short_name", "kind", "code", "place", "floor", "extension", "last_change")
    body = {field: unit[field] for field in kept} | dict(words)
    return await town.call(TAKAHASHI, "PUT", f"/api/units/{unit['unit_id']}", body)


async def told(town: Town) -> list[str]:
    names = select(JournalRow.name).where(JournalRow.stream == f"organization/{CITY_HALL}")
    async with town.assembly.works.reading() as work:
        return list(await work.session.scalars(names.order_by(JournalRow.number)))


async def test_a_unit_is_added_below_another_and_stands_last_there(town: Town):
    part = await add(
        town, "総務部", kind="部", code="ａ-１０", place="本庁舎", floor="３階", extension="2000"
    )
    await add(town, "人事課", part, kind="課")
    units = await tree(town)
    assert list(units) == ["福祉課", "土木課", "情報政策課", "総務部", "総務部 人事課"]
    made = units["総務部"]
    assert (made["code"], made["short_name"], made["place"], made["floor"]) == (
        "A-10",
        "総務部",
        "本庁舎",
        "３階",
    )
    assert await told(town) == ["orgs.arranged", "orgs.arranged"]


@pytest.mark.req("BASE-4", "D6")
async def test_the_same_request_twice_makes_one_unit(town: Town):
    body = {"request_key": new_send_key(), "name": "総務部"}
    answers = [(await town.call(TAKAHASHI, "POST", TREE, body)).json() for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert await told(town) == ["orgs.arranged"]


async def test_the_tree_counts_who_serves_in_each_unit_and_below_it(town: Town):
    part = await add(town, "健康福祉部")
    assert (await place(town, WELFARE, part)).status_code == 204
    async with town.assembly.works.writing() as work:
        concurrent = Posting(
            id=uuid4(), account_id=TANAKA, organization_id=CITY_HALL, department_id=UUID(part), main=None,
            since=work.now, until=None,
        )  # fmt: skip
        work.session.add(concurrent)
    units = await tree(town)
    counts = {path: (unit["main"], unit["concurrent"], unit["everybody"]) for path, unit in units.items()}
    assert counts == {
        "土木課": (1, 0, 1),
        "情報政策課": (1, 0, 1),
        "健康福祉部": (0, 1, 3),
        "健康福祉部 福祉課": (2, 0, 2),
    }


async def test_a_renamed_unit_renames_all_paths_below_and_remembers_what_it_was(town: Town):
    part = await add(town, "健康福祉部")
    await place(town, WELFARE, part)
    await add(town, "窓口係", WELFARE)
    assert (await reword(town, "健康福祉部", {"name": "福祉保健部"})).status_code == 200
    assert list(await tree(town))[-3:] == ["福祉保健部", "福祉保健部 福祉課", "福祉保健部 福祉課 窓口係"]
    async with town.assembly.works.reading() as work:
        former = (await work.session.scalars(select(DepartmentName))).one()
    assert (former.name, former.department_id) == ("健康福祉部", UUID(part))
    assert former.since < former.until

    found = await town.call(SATO, "GET", "/api/people?q=福祉保健部")
    assert {UUID(each["account_id"]) for each in found.json()["people"]} == {SATO, SUZUKI}


async def test_a_form_opened_before_somebody_elses_change_overwrites_nothing(town: Town):
    unit = (await tree(town))["福祉課"]
    assert (await reword(town, "福祉課", {"extension": "2301"})).status_code == 200
    body = {"name": "福祉総務課", "last_change": unit["last_change"]}
    refused = await town.call(TAKAHASHI, "PUT", f"/api/units/{WELFARE}", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "orgs.changed_meanwhile")
    assert refused.json()["details"]["fields"] == ["extension"]
    assert "福祉課" in await tree(town)


async def test_saving_what_is_there_changes_nothing_and_tells_nobody(town: Town):
    assert (await reword(town, "福祉課", {})).status_code == 200
    assert (await place(town, ROADS, None, COMPUTERS)).status_code == 204
    assert await told(town) == []


async def test_a_unit_moves_before_a_neighbour_and_keeps_all_below_it(town: Town):
    await add(town, "道路係", ROADS)
    assert (await place(town, ROADS, None, WELFARE)).status_code == 204
    assert list(await tree(town)) == ["土木課", "土木課 道路係", "福祉課", "情報政策課"]
    assert (await place(town, ROADS, COMPUTERS)).status_code == 204
    assert list(await tree(town)) == ["福祉課", "情報政策課", "情報政策課 土木課", "情報政策課 土木課 道路係"]


@pytest.mark.asvs("V2.2.3")
async def test_a_unit_never_stands_below_itself_or_its_own(town: Town):
    child = await add(town, "道路係", ROADS)
    for below in (ROADS, child):
        refused = await place(town, ROADS, below)
        assert (refused.status_code, refused.json()["code"]) == (409, "orgs.unit_under_itself")
    assert list(await tree(town)) == ["福祉課", "土木課", "土木課 道路係", "情報政策課"]


async def test_names_and_codes_are_unique_among_open_units_only(town: Town):
    assert (await reword(town, "福祉課", {"code": "40"})).status_code == 200
    taken = await reword(town, "土木課", {"code": "４０"})
    assert (taken.status_code, taken.json()["code"]) == (409, "orgs.unit_code_taken")
    assert taken.json()["details"]["other"] == "福祉課"
    body = {"request_key": new_send_key(), "name": "福祉課"}
    assert (await town.call(TAKAHASHI, "POST", TREE, body)).json()["code"] == "orgs.unit_name_taken"

    closing = f"/api/units/{WELFARE}/closing"
    assert (await town.call(TAKAHASHI, "PUT", closing, {"successor_id": str(ROADS)})).status_code == 204
    again = await add(town, "福祉課", code="40")
    assert again != str(WELFARE)
    refused = await town.call(TAKAHASHI, "DELETE", closing)
    assert (refused.status_code, refused.json()["code"]) == (409, "orgs.unit_name_taken")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"name": "総務部 人事課"}, "name"),
        ({"name": "総務／人事"}, "name"),
        ({"name": "=総務"}, "name"),
        ({"name": "　"}, "name"),
        ({"name": "あ" * 61}, "name"),
        ({"name": "総務部", "code": "総務"}, "code"),
        ({"name": "総務部", "kind": "室"}, "kind"),
    ],
)
async def test_what_no_roster_could_spell_is_refused_with_its_field(town: Town, words, field):
    refused = await town.call(TAKAHASHI, "POST", TREE, {"request_key": new_send_key()} | words)
    assert refused.status_code == 422
    assert refused.json()["details"]["field"] == field
    assert await told(town) == []


async def test_eight_levels_are_the_most(town: Town):
    at: object = None
    for level in range(8):
        at = await add(town, f"{level + 1}段", at)
    body = {"request_key": new_send_key(), "parent_id": at, "name": "9段"}
    refused = await town.call(TAKAHASHI, "POST", TREE, body)
    assert (refused.status_code, refused.json()["code"]) == (409, "orgs.unit_too_deep")
    deep = (await tree(town))["1段"]["unit_id"]
    assert (await place(town, deep, ROADS)).json()["code"] == "orgs.unit_too_deep"


async def test_a_unit_with_people_closes_only_when_they_have_somewhere_to_go(town: Town):
    closing = f"/api/units/{WELFARE}/closing"
    refused = await town.call(TAKAHASHI, "PUT", closing, {})
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.unit_has_people")
    assert refused.json()["details"] == {"count": 2}

    assert (await town.call(TAKAHASHI, "PUT", closing, {"successor_id": str(ROADS)})).status_code == 204
    assert (await town.call(TAKAHASHI, "PUT", closing, {"successor_id": str(ROADS)})).status_code == 204
    assert (await tree(town))["土木課"]["main"] == 3
    everything = (await town.call(TAKAHASHI, "GET", TREE)).json()["units"]
    closed = next(unit for unit in everything if unit["unit_id"] == str(WELFARE))
    assert (closed["successor"], closed["closed_at"] is not None) == ("土木課", True)
    assert await told(town) == ["accounts.changed", "orgs.arranged"]
    card = (await town.call(SATO, "GET", "/api/screen")).json()["me"]
    assert card["department"] == "土木課"


async def test_a_unit_with_units_below_it_does_not_close(town: Town):
    part = await add(town, "総務部")
    child = await add(town, "人事課", part)
    refused = await town.call(TAKAHASHI, "PUT", f"/api/units/{part}/closing", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "orgs.unit_has_units")
    wrong = await town.call(TAKAHASHI, "PUT", f"/api/units/{part}/closing", {"successor_id": child})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "accounts.successor_wrong")


async def test_a_closed_unit_opens_again_below_an_open_one(town: Town):
    part = await add(town, "総務部")
    child = await add(town, "人事課", part)
    for unit in (child, part):
        assert (await town.call(TAKAHASHI, "PUT", f"/api/units/{unit}/closing", {})).status_code == 204
    early = await town.call(TAKAHASHI, "DELETE", f"/api/units/{child}/closing")
    assert (early.status_code, early.json()["code"]) == (409, "orgs.unit_above_closed")
    changed = await town.call(TAKAHASHI, "PUT", f"/api/units/{part}", {"name": "別の部", "last_change": None})
    assert (changed.status_code, changed.json()["code"]) == (409, "orgs.unit_closed")
    for unit in (part, child, child):
        assert (await town.call(TAKAHASHI, "DELETE", f"/api/units/{unit}/closing")).status_code == 204
    assert list(await tree(town))[-2:] == ["総務部", "総務部 人事課"]


async def test_what_was_done_to_a_unit_can_be_read(town: Town):
    await reword(town, "福祉課", {"name": "福祉総務課", "extension": "2301"})
    await place(town, WELFARE, COMPUTERS)
    history = (await town.call(TAKAHASHI, "GET", f"/api/units/{WELFARE}/history")).json()
    assert [(each["kind"], each["by"]) for each in history["changes"]] == [
        ("moved", str(TAKAHASHI)),
        ("changed", str(TAKAHASHI)),
    ]
    moved, changed = history["changes"]
    assert (moved["before"]["parent"], moved["after"]["parent"]) == ("", "情報政策課")
    assert changed["before"] == {"name": "福祉課", "extension": ""}
    assert changed["after"] == {"name": "福祉総務課", "extension": "2301"}
    assert history["people"][str(TAKAHASHI)]["family"] == "髙橋"


@pytest.mark.req("N15", "A11", "BASE-3")
async def test_units_of_another_body_are_answered_like_none(town: Town):
    theirs = named("健康課")
    for unit in (theirs, uuid4()):
        answers = [
            await town.call(TAKAHASHI, "PUT", f"/api/units/{unit}", {"name": "私の課", "last_change": None}),
            await place(town, unit, None),
            await town.call(TAKAHASHI, "PUT", f"/api/units/{unit}/closing", {}),
            await town.call(TAKAHASHI, "DELETE", f"/api/units/{unit}/closing"),
            await town.call(TAKAHASHI, "GET", f"/api/units/{unit}/history"),
        ]
        assert {answer.status_code for answer in answers} == {404}
    assert (await place(town, WELFARE, theirs)).status_code == 404
    assert (await town.call(TAKAHASHI, "GET", f"/api/organizations/{TONARI_HALL}/units")).status_code == 404
    body = {"request_key": new_send_key(), "name": "私の課"}
    there = await town.call(TAKAHASHI, "POST", f"/api/organizations/{TONARI_HALL}/units", body)
    assert there.status_code == 404
    async with town.assembly.works.reading() as work:
        unit = await work.session.get_one(Department, theirs)
    assert (unit.name, unit.is_open, unit.path) == ("健康課", True, "健康課")


async def test_a_unit_that_was_closed_a_moment_ago_takes_nobody(town: Town):
    assert (await town.call(TAKAHASHI, "PUT", f"/api/units/{ROADS}/closing", {"successor_id": str(WELFARE)})
            ).status_code == 204  # fmt: skip
    refused = await place(town, WELFARE, ROADS)
    assert (refused.status_code, refused.json()["code"]) == (409, "orgs.unit_closed")
    async with town.assembly.works.reading() as work:
        closed = await work.session.get_one(Department, ROADS)
    assert closed.closed_at is not None
    assert work.now - closed.closed_at < timedelta(minutes=5)
