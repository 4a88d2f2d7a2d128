"""Whom one may write to: everybody, or as far as the body lets one reach; the picker and the door alike."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.keys import new_send_key
from tests.people.conftest import Office
from tests.town import Town
from yoriai.people.accounts import directory
from yoriai.people.accounts.directory import Asked
from yoriai.people.accounts.reach import root_of
from yoriai.people.orgs.models import Department, DepartmentKind, Tenant

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-15")]


@pytest.mark.parametrize(
    ("path", "kind", "root"),
    [
        ("健康福祉部 地域保健課 第一係", DepartmentKind.DIVISION, "健康福祉部"),
        ("健康福祉部 地域保健課 第一係", DepartmentKind.SECTION, "健康福祉部 地域保健課"),
        ("市長公室 秘書室", DepartmentKind.DIVISION, "市長公室"),
        ("健康福祉部 保健センター 管理係", DepartmentKind.SECTION, "健康福祉部 保健センター"),
        ("福祉課", DepartmentKind.DIVISION, "福祉課"),
        ("福祉課 第一係", DepartmentKind.SECTION, "福祉課"),
    ],
)
def test_ones_own_part_of_the_tree_is_told_by_its_name_or_its_place(path, kind, root):
    assert root_of(path, kind) == root


async def reach(town: Town, **value: object) -> None:
    answer = await town.call(TAKAHASHI, "PUT", "/api/settings/reach", value)
    assert answer.status_code == 204, answer.text


async def pick(town: Town, who: UUID) -> set[UUID]:
    answer = await town.call(who, "GET", "/api/people?reachable=true")
    return {UUID(person["account_id"]) for person in answer.json()["people"]}


async def opens_with(town: Town, who: UUID, *members: UUID):
    body = {"request_key": new_send_key(), "name": "相談", "members": [str(each) for each in members]}
    return await town.call(who, "POST", "/api/rooms", body)


async def may_write(town: Town, who: UUID, other: UUID) -> bool:
    return (await town.call(who, "GET", f"/api/people/{other}")).json()["may_write"]


async def test_anyone_may_be_written_to_where_nothing_was_decided(town: Town):
    assert await pick(town, SATO) == {SATO, SUZUKI, TANAKA, TAKAHASHI}
    assert (await opens_with(town, SATO, TANAKA)).status_code == 201


@pytest.mark.req("N25")
async def test_who_is_out_of_reach_is_found_but_cannot_be_brought_in(town: Town):
    await reach(town, to="section")
    assert await pick(town, SATO) == {SATO, SUZUKI}
    assert await may_write(town, SATO, SUZUKI)
    assert not await may_write(town, SATO, TANAKA)
    everybody = (await town.call(SATO, "GET", "/api/people")).json()["people"]
    assert len(everybody) == 4
    refused = await opens_with(town, SATO, SUZUKI, TANAKA)
    assert (refused.status_code, refused.json()["code"]) == (403, "accounts.out_of_reach")
    assert refused.json()["details"] == {"names": "田中 美保", "count": 1}
    invited = await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/members", {"accounts": [str(TANAKA)]})
    assert (invited.status_code, invited.json()["code"]) == (403, "accounts.out_of_reach")
    assert (await opens_with(town, SATO, SUZUKI)).status_code == 201
    assert await town.told(town.welfare) == []


async def test_a_body_may_name_units_that_everybody_reaches(town: Town):
    await reach(town, to="units", units=[str(named("情報政策課"))])
    assert await pick(town, SATO) == {SATO, SUZUKI, TAKAHASHI}


async def test_whoever_sets_the_rule_is_not_bound_by_it(town: Town):
    await reach(town, to="section")
    assert len(await pick(town, TAKAHASHI)) == 4
    assert (await opens_with(town, TAKAHASHI, SATO)).status_code == 201


async def test_a_part_of_the_tree_reaches_down_to_its_last_unit_and_not_beside_it(office: Office):
    await office.takes_over(
        "職員番号,氏名,ふりがな,所属",
        "10001,佐藤 花子,さとう はなこ,健康部　保健課　第一係",
        "30001,青木 二,あおき ふたば,健康部　保健課　第二係",
        "30002,石田 三,いしだ みつ,健康部　年金課",
        "30003,上野 四,うえの よん,健康部",
        "30004,江口 五,えぐち いつ,健康部門",
    )

    async def names(to: str) -> list[str]:
        async with office.works.writing() as work:
            tenant = (await work.session.scalars(select(Tenant).where(Tenant.code == "mihon"))).one()
            tenant.policies = {"reach": {"to": to, "units": []}}
        actor = await office.actor(SATO)
        async with office.works.reading() as work:
            page = await directory.page(work, actor, Asked(reachable=True))
            return [person.family for person in page.people]

    assert await names("section") == ["青木", "佐藤"]
    assert await names("division") == ["青木", "石田", "上野", "佐藤"]
    async with office.works.reading() as work:
        assert await work.session.scalar(select(Department.id).where(Department.path == "健康部門"))


async def test_a_rule_that_is_none_is_refused(town: Town):
    answer = await town.call(TAKAHASHI, "PUT", "/api/settings/reach", {"to": "neighbours"})
    assert answer.status_code == 422
    assert (await town.call(SATO, "PUT", "/api/settings/reach", {"to": "section"})).status_code == 403
