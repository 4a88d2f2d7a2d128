"""ITリーダー at the counter: they help with first passwords in their own unit, and in no other (ORG-10, N19)."""

from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import select, update

from tests.cast import CITY_HALL, MIHON, MORI, OPENED, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.people.accounts.slips.conftest import Counter
from yoriai.kit.folding import fold
from yoriai.people.access.capabilities import OF_IT_LEADERS, OF_MEMBERS, Role
from yoriai.people.access.rights import Right
from yoriai.people.accounts.models import Account, AccountGroup, ChangeKind, Posting
from yoriai.people.accounts.slips.facts import PasswordReset
from yoriai.people.orgs.models import Department
from yoriai.platform.facts.models import JournalRow

pytestmark = pytest.mark.anyio
WELFARE, ROADS, AGED = named("福祉課"), named("土木課"), named("高齢係")


async def names(counter: Counter, who: UUID, unit: UUID, *, by: UUID = TAKAHASHI) -> httpx2.Response:
    wish = {"account_id": str(who), "unit_id": str(unit)}
    return await counter.town.call(by, "POST", "/api/leaders", wish)


async def resets(counter: Counter, who: UUID, *, by: UUID = SATO) -> tuple[int, str]:
    answer = await counter.issues("people", who, by=by, those_with_password="reset")
    return answer.status_code, answer.json().get("code", "")


async def opens_below(counter: Counter) -> None:
    """A unit below 福祉課."""
    async with counter.town.assembly.works.writing() as work:
        work.session.add(
            Department(
                id=AGED, organization_id=CITY_HALL, parent_id=WELFARE, kind="係", name="高齢係", short_name="高齢係",
                path="福祉課 高齢係", folded=fold("福祉課 高齢係"), display_order=9, opened_at=OPENED,
            )
        )  # fmt: skip


async def moves(counter: Counter, who: UUID, unit: UUID) -> None:
    async with counter.town.assembly.works.writing() as work:
        theirs = update(Posting).where(Posting.account_id == who, Posting.until.is_(None))
        await work.session.execute(theirs.values(department_id=unit))


@pytest.mark.req("ORG-10", "AUTH-2")
async def test_a_leader_issues_a_slip_for_somebody_of_the_unit_or_below_it(counter: Counter):
    await opens_below(counter)
    new = await counter.comes_new("30001", department_id=AGED)
    assert (await names(counter, SATO, WELFARE)).status_code == 201
    issued = await counter.issues("people", new, by=SATO)
    (slip,) = issued.json()["slips"]
    used = await counter.prints({**slip, "secret": "aaaaa"}, by=SATO)
    assert used.json()["code"] == "slips.not_current"
    assert (await counter.signs_in("30001", slip["secret"])).status_code == 200
    assert await resets(counter, SUZUKI) == (200, "")
    assert await counter.history(SUZUKI) == [(ChangeKind.PASSWORD_RESET, SATO)]
    assert PasswordReset.name in await counter.town.told_at(f"person/{SUZUKI}")


@pytest.mark.req("ORG-10", "N19", "A10")
async def test_outside_the_unit_everything_is_refused_and_nothing_done(counter: Counter):
    await names(counter, SATO, WELFARE)
    assert await resets(counter, TANAKA) == (403, "slips.outside_scope")
    both = await counter.issues("people", SUZUKI, TANAKA, by=SATO, those_with_password="reset")
    assert (both.status_code, both.json()["code"]) == (403, "slips.outside_scope")
    crowd = await counter.issues("departments", ROADS, by=SATO, those_with_password="reset")
    assert (crowd.status_code, crowd.json()["code"]) == (403, "slips.outside_scope")
    for stranger in (MORI, uuid4()):
        assert await resets(counter, stranger) == (404, "not_found")
    slip = (await counter.issues("people", TANAKA, those_with_password="reset")).json()["slips"][0]
    printed = await counter.prints(slip, by=SATO)
    assert (printed.status_code, printed.json()["code"]) == (403, "slips.outside_scope")
    assert await counter.history(SUZUKI) == []


@pytest.mark.req("ORG-10", "N19", "A10")
async def test_the_list_shows_the_people_of_the_unit_and_how_many_have_signed_in(counter: Counter):
    await opens_below(counter)
    await counter.comes_new("30001", "新人 一郎", department_id=AGED)
    await counter.comes_new("30002", "新人 二郎", department_id=ROADS)
    await names(counter, SATO, WELFARE)
    found = (await counter.town.call(SATO, "GET", "/api/slips")).json()
    assert {each["name"] for each in found["people"]} == {"佐藤 花子", "鈴木 﨑子", "新人 一郎"}
    assert found["counts"] == {"none": 1, "out": 0, "expired": 0, "signed_in": 2}
    assert found["units"] == ["福祉課"]
    may = {each["name"]: each["may_issue"] for each in found["people"]}
    assert may == {"佐藤 花子": False, "鈴木 﨑子": True, "新人 一郎": True}
    whole = (await counter.town.call(TAKAHASHI, "GET", "/api/slips")).json()
    assert whole["units"] is None and len(whole["people"]) == 6


@pytest.mark.req("ORG-10")
async def test_everybody_who_waits_means_those_of_the_unit(counter: Counter):
    mine = await counter.comes_new("30001", department_id=WELFARE)
    await counter.comes_new("30002", department_id=ROADS)
    await names(counter, SATO, WELFARE)
    issued = (await counter.issues("waiting", by=SATO)).json()
    assert [each["account_id"] for each in issued["slips"]] == [str(mine)]
    whole = (await counter.issues("departments", WELFARE, by=SATO, those_with_password="reset")).json()
    assert {each["account_id"] for each in whole["slips"]} == {str(mine), str(SUZUKI)}


@pytest.mark.req("ORG-10", "N19", "K3")
@pytest.mark.parametrize("role", [Role.OWNER, Role.ADMINISTRATOR, Role.AUDITOR])
async def test_whoever_has_another_role_is_left_to_the_administrators(counter: Counter, role: Role):
    await counter.changes(SUZUKI, roles=[role])
    await names(counter, SATO, WELFARE)
    assert await resets(counter, SUZUKI) == (403, "slips.more_rights")
    crowd = await counter.issues("departments", WELFARE, by=SATO, those_with_password="reset")
    assert crowd.json()["code"] == "slips.nobody"


@pytest.mark.req("ORG-10", "N19")
async def test_another_leader_is_left_to_the_administrators(counter: Counter):
    await names(counter, SATO, WELFARE)
    await names(counter, SUZUKI, WELFARE)
    assert await resets(counter, SUZUKI) == (403, "slips.more_rights")


@pytest.mark.req("ORG-10", "N19", "ORG-9")
async def test_whoever_was_given_a_right_that_the_leader_has_not_is_left_alone(counter: Counter):
    await names(counter, SATO, WELFARE)
    await counter.changes(SATO, rights={Right.INVITE_GUESTS.value: False})
    assert await resets(counter, SUZUKI) == (403, "slips.more_rights")
    group = uuid4()
    async with counter.town.assembly.works.writing() as work:
        kept = {"rights": {Right.INVITE_GUESTS.value: False}}
        work.session.add(
            AccountGroup(id=group, tenant_id=MIHON, name="窓口", policies=kept, created_at=OPENED)
        )
    await counter.changes(SUZUKI, group_id=group)
    assert await resets(counter, SUZUKI) == (200, "")


@pytest.mark.req("ORG-10", "N19")
async def test_a_leader_does_nothing_for_themselves(counter: Counter):
    await names(counter, SATO, WELFARE)
    assert await resets(counter, SATO) == (409, "slips.own")


@pytest.mark.req("ORG-10", "N19", "N5", "K3")
async def test_a_leader_gives_no_role_and_moves_nobody(counter: Counter):
    await names(counter, SATO, WELFARE)
    for method, path, body in (
        ("POST", "/api/leaders", {"account_id": str(SUZUKI), "unit_id": str(WELFARE)}),
        ("GET", "/api/leaders", None),
        ("PUT", f"/api/accounts/{SUZUKI}/role", {"role": "administrator"}),
        ("PUT", f"/api/accounts/{SATO}/rights", {"words": {"print": True}}),
        ("PUT", f"/api/accounts/{TANAKA}/suspension", None),
        ("GET", "/api/accounts", None),
    ):
        assert (await counter.town.call(SATO, method, path, body)).status_code == 403, path
    assert OF_IT_LEADERS - OF_MEMBERS == {"account_requests.handle", "slips.issue"}
    mine = f"/api/rooms/{counter.town.roads}/messages"
    assert (await counter.town.call(SATO, "GET", mine)).status_code == 404


@pytest.mark.req("ORG-10", "N5", "K3")
async def test_nobody_becomes_one_by_being_given_a_role(counter: Counter):
    for role in (Role.IT_LEADER, Role.GUEST):
        wish = await counter.town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": role})
        assert wish.status_code == 422


@pytest.mark.req("ORG-10", "D19")
async def test_whoever_serves_elsewhere_helps_nobody_from_then_on(counter: Counter):
    await names(counter, SATO, WELFARE)
    await moves(counter, SATO, ROADS)
    for who in (SUZUKI, TANAKA):
        assert await resets(counter, who) == (403, "slips.outside_scope")
    (line,) = (await counter.town.call(TAKAHASHI, "GET", "/api/leaders")).json()["leaders"]
    assert (line["path"], line["is_at_work"]) == ("福祉課", False)
    await moves(counter, SATO, WELFARE)
    assert await resets(counter, SUZUKI) == (200, "")


@pytest.mark.req("ORG-10")
async def test_a_closed_unit_has_no_leader(counter: Counter):
    await names(counter, SATO, WELFARE)
    async with counter.town.assembly.works.writing() as work:
        await work.session.execute(update(Department).where(Department.id == WELFARE).values(is_open=None))
    assert await resets(counter, SUZUKI) == (403, "slips.outside_scope")


@pytest.mark.req("ORG-10")
async def test_whoever_serves_concurrently_in_the_unit_belongs_to_the_leader_of_their_main_one(
    counter: Counter,
):
    async with counter.town.assembly.works.writing() as work:
        work.session.add(
            Posting(
                id=uuid4(), account_id=TANAKA, organization_id=CITY_HALL, department_id=WELFARE, main=None,
                since=OPENED,
            )
        )  # fmt: skip
    await names(counter, SATO, WELFARE)
    assert await resets(counter, TANAKA) == (403, "slips.outside_scope")


@pytest.mark.req("ORG-10", "AUDIT-1")
async def test_what_a_leader_hands_out_is_told_person_by_person(counter: Counter):
    new = await counter.comes_new("30001", department_id=WELFARE)
    await names(counter, SATO, WELFARE)
    await counter.issues("people", new, by=SATO)
    bodies = select(JournalRow.body).where(JournalRow.stream == f"person/{SATO}", JournalRow.by == SATO)
    async with counter.town.assembly.works.reading() as work:
        (body,) = await work.session.scalars(bodies)
        roles = await work.session.scalar(select(Account.roles).where(Account.id == SATO))
    assert (body["act"], body["person_id"]) == ("slip_handed_out", str(new))
    assert roles == [Role.MEMBER, Role.IT_LEADER]
