"""五十音順 and 建制順, the tree beside the list, and where each of them begins."""

from uuid import UUID

import pytest
from sqlalchemy import insert, select, update

from tests.cast import CITY_HALL, MIHON, MORI, SATO, named
from tests.people.conftest import Office
from tests.people.questions import questions
from yoriai.people.accounts import directory, units
from yoriai.people.accounts.directory import Asked, Order, Page
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department, Organization

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-16")]
HEAD = "職員番号,氏名,ふりがな,所属,表示順"
ROWS = (
    "30001,渡部 一,わたべ はじめ,健康福祉部,1",
    "30002,青木 二,あおき ふたば,健康福祉部　地域保健課,2",
    "30003,石田 三,いしだ みつ,健康福祉部　地域保健課,1",
    "30004,上野 四,うえの よん,健康福祉部　地域保健課,",
    "30005,江口 五,えぐち いつ,健康福祉部　地域保健課　第一係,",
    "30006,相川 六,あいかわ むつ,総務部,",
)
IN_ORDER = ["渡部", "石田", "青木", "上野", "江口", "相川"]


async def look(office: Office, asked: Asked, who: UUID = SATO) -> Page:
    actor = await office.actor(who)
    async with office.works.reading() as work:
        return await directory.page(work, actor, asked)


async def unit_of(office: Office, path: str) -> UUID:
    async with office.works.reading() as work:
        return (await work.session.scalars(select(Department.id).where(Department.path == path))).one()


async def test_units_stand_as_in_the_tree_and_people_in_them_as_in_the_roster(office: Office):
    await office.takes_over(HEAD, *ROWS)
    page = await look(office, Asked(order=Order.UNITS))
    families = [person.family for person in page.people]
    assert families[-6:] == IN_ORDER
    assert families[:4] == ["佐藤", "鈴木", "田中", "髙橋"]  # their units were there first


async def test_a_unit_put_elsewhere_takes_its_people_along(office: Office):
    await office.takes_over(HEAD, *ROWS)
    async with office.works.writing() as work:
        await work.session.execute(
            update(Department).where(Department.path == "総務部").values(display_order=0)
        )
    page = await look(office, Asked(order=Order.UNITS))
    assert page.people[0].family == "相川"


async def test_page_after_page_everybody_comes_once_in_the_order_of_the_units(office: Office, monkeypatch):
    await office.takes_over(HEAD, *ROWS)
    monkeypatch.setattr(directory, "PAGE", 3)
    seen: list[str] = []
    cursor: str | None = None
    with questions(office.store) as sent:
        while True:
            page = await look(office, Asked(order=Order.UNITS, cursor=cursor))
            seen += [person.family for person in page.people]
            cursor = page.next
            if cursor is None:
                break
    assert (len(seen), seen[-6:]) == (10, IN_ORDER)
    assert len(sent) == 2 * 4  # each page, and each time who asks


async def test_a_unit_is_asked_for_with_everything_below_it(office: Office):
    await office.takes_over(HEAD, *ROWS)
    health = await unit_of(office, "健康福祉部")
    page = await look(office, Asked(order=Order.UNITS, unit=health))
    assert [person.family for person in page.people] == IN_ORDER[:5]
    page = await look(office, Asked(unit=health, query="aoki"))
    assert [person.family for person in page.people] == ["青木"]
    assert (await look(office, Asked(unit=health), MORI)).people == []
    assert (await look(office, Asked(unit=named("no such unit")))).people == []


async def test_who_serves_in_two_units_stands_in_both_and_counts_once_above_them(office: Office):
    await office.takes_over(HEAD, *ROWS)
    section = await unit_of(office, "健康福祉部 地域保健課 第一係")
    aikawa = await office.account("30006")
    async with office.works.writing() as work:
        second = {
            "id": named("second post"), "account_id": aikawa.id, "organization_id": CITY_HALL,
            "department_id": section, "main": None, "was_main": False, "since": work.now, "until": None,
        }  # fmt: skip
        await work.session.execute(insert(Posting), [second])
    page = await look(office, Asked(order=Order.UNITS, unit=section))
    assert [person.family for person in page.people] == ["相川", "江口"]
    actor = await office.actor(SATO)
    async with office.works.reading() as work:
        tree = await units.tree(work, actor)
    counts = {unit.path: unit.count for unit in tree.units}
    assert counts["健康福祉部"] == 6
    assert counts["健康福祉部 地域保健課 第一係"] == 2
    assert (counts["総務部"], tree.count) == (1, 10)


async def test_the_tree_comes_from_the_top_down_in_a_fixed_number_of_queries(office: Office):
    await office.takes_over(HEAD, *ROWS)
    actor, mori = await office.actor(SATO), await office.actor(MORI)
    with questions(office.store) as sent:
        async with office.works.reading() as work:
            tree = await units.tree(work, actor)
    assert len(sent) == 3
    assert [unit.path for unit in tree.units] == [
        "福祉課",
        "土木課",
        "情報政策課",
        "健康福祉部",
        "健康福祉部 地域保健課",
        "健康福祉部 地域保健課 第一係",
        "総務部",
    ]
    assert tree.units[4].parent_id == tree.units[3].unit_id
    async with office.works.reading() as work:
        assert [unit.path for unit in (await units.tree(work, mori)).units] == ["健康課"]


@pytest.mark.req("ORG-7")
async def test_every_unit_says_in_whose_tree_it_stands(office: Office):
    async with office.works.writing() as work:
        brigade = Organization(
            id=named("消防団"), tenant_id=MIHON, name="見本市消防団", display_order=2, created_at=work.now
        )
        work.session.add(brigade)
        await work.session.flush()
        work.session.add(
            Department(
                id=named("第一分団"), organization_id=brigade.id, parent_id=None, kind="班", name="第一分団",
                short_name="一分団", path="第一分団", folded="第一分団", display_order=1, opened_at=work.now,
            )
        )  # fmt: skip
    actor = await office.actor(SATO)
    async with office.works.reading() as work:
        tree = await units.tree(work, actor)
    assert [(unit.organization, unit.name) for unit in tree.units][-2:] == [
        ("見本市役所", "情報政策課"),
        ("見本市消防団", "第一分団"),
    ]


async def test_a_list_by_kana_begins_where_one_jumps_to(office: Office):
    await office.takes_over(HEAD, *ROWS, "30007,加藤 七,がとう なな,総務部,")
    page = await look(office, Asked(start="か"))
    assert page.people[0].family == "加藤"
    assert "渡部" in [person.family for person in page.people]
    page = await look(office, Asked(start="わ"))
    assert [person.family for person in page.people] == ["渡部"]


async def test_who_has_gone_is_in_no_list_and_no_count(office: Office):
    await office.takes_over(HEAD, *ROWS)
    async with office.works.writing() as work:
        accounts = update(Account).where(Account.login_id == "30005")
        await work.session.execute(accounts.values(status="removed"))
        ended = update(Account).where(Account.login_id == "30001")
        await work.session.execute(ended.values(ends_on=work.now.date().replace(year=2020)))
    page = await look(office, Asked(order=Order.UNITS))
    assert [person.family for person in page.people][-4:] == ["石田", "青木", "上野", "相川"]
    actor = await office.actor(SATO)
    async with office.works.reading() as work:
        tree = await units.tree(work, actor)
    assert tree.count == 8
    assert {unit.path: unit.count for unit in tree.units}["健康福祉部"] == 3
