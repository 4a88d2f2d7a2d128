"""The directory of bodies: who takes part, by prefecture, kind and size; and that 2,000 of them are no trouble (FED-8)."""

from collections.abc import Mapping

import pytest
from sqlalchemy import insert

from tests.cast import MIHON, MORI, OPENED, SATO, TAKAHASHI, TONARI, named
from tests.neighbours import take_part
from tests.people.questions import questions
from tests.town import Town
from yoriai.people.orgs.bodies.describe import Description, PrefectureUnknown, describe
from yoriai.people.orgs.bodies.prefectures import PREFECTURES, number_of
from yoriai.people.orgs.models import Tenant, TenantKind

pytestmark = pytest.mark.anyio

KINDS = tuple(TenantKind)
COUNT = 2_000


async def listed(town: Town, asked: str = "") -> list[Mapping[str, object]]:
    """Every body that 佐藤 finds, page after page."""
    found: list[Mapping[str, object]] = []
    cursor = ""
    while True:
        answer = await town.call(SATO, "GET", f"/api/bodies?{asked}{cursor}")
        assert answer.status_code == 200, answer.text
        found += answer.json()["bodies"]
        if answer.json()["next"] is None:
            return found
        cursor = f"&cursor={answer.json()['next']}"


async def many(town: Town) -> None:
    """2,000 further bodies that take part, and one that does not."""
    rows = [
        {
            "id": named(f"団体{number}"), "code": f"b{number}", "name": f"第{number}市", "kind": KINDS[number % len(KINDS)],
            "prefecture": number % 47 + 1, "population": number * 100, "contact": "", "switched_off": [],
            "policies": {"federation": {"open": number < COUNT}}, "created_at": OPENED,
        }
        for number in range(COUNT + 1)
    ]  # fmt: skip
    async with town.assembly.works.writing() as work:
        await work.session.execute(insert(Tenant), rows)


@pytest.mark.req("FED-8")
async def test_two_thousand_bodies_are_found_page_by_page_each_once(town: Town) -> None:
    await take_part(town)
    await many(town)
    found = await listed(town)
    assert len(found) == len({each["tenant_id"] for each in found}) == COUNT + 1
    assert found[-1]["name"] == "隣見市"  # of no prefecture: after all others
    places = [(each["prefecture"] or 99, -int(str(each["population"] or 0))) for each in found]
    assert places == sorted(places)
    few = await asked_for(town, "/api/bodies")
    await take_part(town, MIHON, TONARI)
    of_a_name = await asked_for(town, "/api/bodies?q=%E9%9A%A3%E8%A6%8B")
    assert of_a_name == few <= 4  # who asks, what their body has decided, and the page


async def asked_for(town: Town, path: str) -> int:
    """How many statements this takes: the fewest of some times, for a job may ask its own beside it."""
    counts: list[int] = []
    for _ in range(5):
        with questions(town.assembly.store) as asked:
            await town.call(SATO, "GET", path)
        counts.append(len(asked))
    return min(counts)


@pytest.mark.req("FED-8")
async def test_bodies_are_searched_by_prefecture_size_kind_and_name(town: Town) -> None:
    await take_part(town)
    await many(town)
    shiga = await listed(town, f"prefecture={number_of('滋賀県')}&")
    assert {each["prefecture"] for each in shiga} == {25}
    assert len(shiga) == len([n for n in range(COUNT) if n % 47 + 1 == 25])
    middling = await listed(town, "least=50000&below=100000&")
    assert {int(str(each["population"])) for each in middling} == set(range(50_000, 100_000, 100))
    unions = await listed(town, "kind=wide_area_union&prefecture=13&")
    assert {(each["kind"], each["prefecture"]) for each in unions} == {("wide_area_union", 13)}
    assert [each["name"] for each in await listed(town, "q=第1999&")] == ["第1999市"]
    for wrong in ("prefecture=48", "kind=town", "least=-1", "cursor=a"):
        assert (await town.call(SATO, "GET", f"/api/bodies?{wrong}")).status_code in (400, 422)


@pytest.mark.req("FED-8", "A4")
async def test_a_body_that_takes_no_part_finds_nobody_and_is_not_found(town: Town) -> None:
    await take_part(town, MIHON)
    assert await listed(town) == []
    refused = await town.call(MORI, "GET", "/api/bodies")
    assert (refused.status_code, refused.json()["code"]) == (409, "orgs.takes_no_part")
    await town.call(TAKAHASHI, "PUT", "/api/settings/federation", {"open": False})
    assert (await town.call(SATO, "GET", "/api/bodies")).status_code == 409


@pytest.mark.req("FED-2", "K3")
async def test_a_body_bars_kinds_but_does_not_choose_its_own(town: Town) -> None:
    chosen = {"open": True, "people": False, "barred": ["related_body", "national_body"]}
    answer = await town.call(TAKAHASHI, "PUT", "/api/settings/federation", chosen)
    assert answer.status_code == 204
    kept = (await town.call(TAKAHASHI, "GET", "/api/settings/federation")).json()["value"]
    assert kept == chosen
    for wrong in ({"open": True, "kind": "prefecture"}, {"barred": ["town"]}):
        assert (await town.call(TAKAHASHI, "PUT", "/api/settings/federation", wrong)).status_code == 422


@pytest.mark.req("FED-2", "FED-8")
async def test_the_operator_enters_what_a_body_is(town: Town) -> None:
    await take_part(town)
    async with town.assembly.works.writing() as work:
        await describe(work, TONARI, Description(TenantKind.PREFECTURE, "滋賀", 1_400_000))
    assert await listed(town) == [
        {
            "tenant_id": str(TONARI), "name": "隣見市", "kind": "prefecture", "prefecture": 25, "population": 1_400_000
        }
    ]  # fmt: skip
    async with town.assembly.works.writing() as work:
        await describe(work, TONARI, Description(prefecture=""))
        with pytest.raises(PrefectureUnknown):
            await describe(work, TONARI, Description(prefecture="滋賀市"))
    (only,) = await listed(town)
    assert (only["prefecture"], only["population"]) == (None, 1_400_000)


def test_the_prefectures_stand_in_the_order_of_their_numbers() -> None:
    assert (len(PREFECTURES), PREFECTURES[0], PREFECTURES[24], PREFECTURES[46]) == (
        47, "北海道", "滋賀県", "沖縄県",
    )  # fmt: skip
    assert [number_of(name) for name in ("東京", "東京都", "京都", "北海道", "市")] == [13, 13, 26, 1, None]
