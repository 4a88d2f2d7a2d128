"""Who is there and what they may do, through the door: adding, withdrawing, roles, groups, organizations."""

from uuid import uuid4

import pytest
from sqlalchemy import update

from tests.cast import CITY_HALL, PASSWORD, SATO, SUZUKI, TAKAHASHI, TONARI_HALL, named
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import become, post, read, save
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account

pytestmark = pytest.mark.anyio
ROADS = named("土木課")


@pytest.mark.req("BASE-4", "D6")
async def test_a_person_is_added_once_without_a_password(town: Town):
    body = {
        "request_key": new_send_key(), "login_id": "１０９９９", "family": "髙﨑", "given": "葛󠄀", "kana": "タカサキ カツ",
        "posts": [post(ROADS)],
    }  # fmt: skip
    answers = [await town.call(TAKAHASHI, "POST", "/api/accounts", body) for _ in range(2)]
    assert [each.status_code for each in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    row = (await read(town, answers[0].json()["account_id"]))["row"]
    assert isinstance(row, dict)
    assert (row["login_id"], row["family"], row["given"], row["kana"]) == (
        "10999",
        "髙﨑",
        "葛󠄀",
        "たかさき かつ",
    )
    assert (row["password"], row["roles"]) == ("none", ["member"])
    for secret in ("", PASSWORD):
        entering = {"tenant": "mihon", "login_id": "10999", "password": secret}
        assert (await town.call(None, "POST", "/api/sign-in", entering)).status_code in (401, 422)
    found = await town.call(SATO, "GET", "/api/people?q=高崎")
    assert [each["family"] for each in found.json()["people"]] == ["髙﨑"]


async def test_a_withdrawn_person_is_seen_in_the_table_alone_and_can_be_called_back(town: Town):
    withdrawal = f"/api/accounts/{SATO}/withdrawal"
    assert (await town.call(TAKAHASHI, "PUT", withdrawal)).status_code == 204
    assert (await town.call(TAKAHASHI, "PUT", withdrawal)).status_code == 204
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 401
    assert (await town.call(SUZUKI, "GET", "/api/people?q=佐藤")).json()["people"] == []
    assert (await town.call(TAKAHASHI, "GET", "/api/accounts?q=佐藤")).json()["people"] == []
    gone = (await town.call(TAKAHASHI, "GET", "/api/accounts?state=removed")).json()["people"]
    assert [each["row"]["login_id"] for each in gone] == ["10001"]
    for refused in (
        await save(town, SATO, {"job_title": "係長"}),
        await town.call(TAKAHASHI, "DELETE", f"/api/accounts/{SATO}/suspension"),
        await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension"),
        await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "administrator"}),
    ):
        assert (refused.status_code, refused.json()["code"]) == (409, "accounts.gone")
    assert (await town.call(TAKAHASHI, "DELETE", withdrawal)).status_code == 204
    assert len((await town.call(SUZUKI, "GET", "/api/people?q=佐藤")).json()["people"]) == 1
    own = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TAKAHASHI}/withdrawal")
    assert (own.status_code, own.json()["code"]) == (409, "accounts.own_account")


@pytest.mark.req("N19", "N40")
async def test_a_new_administrator_may_at_once_and_a_former_one_no_longer(town: Town):
    async with town.listens(SATO) as ear:
        given = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "administrator"})
        assert given.status_code == 204
        await ear.until(lambda: ear.closed)
    assert (await town.call(SATO, "GET", "/api/accounts")).status_code == 200
    taken = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "member"})
    assert taken.status_code == 204
    assert (await town.call(SATO, "GET", "/api/accounts")).status_code == 403
    kinds = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert [(each["kind"], each["after"]) for each in kinds] == [
        ("roles", {"roles": ["member"]}),
        ("roles", {"roles": ["administrator"]}),
    ]


@pytest.mark.req("N19")
@pytest.mark.asvs("V8.2.3")
async def test_nobody_raises_themselves_and_only_owners_make_owners(town: Town):
    own = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TAKAHASHI}/role", {"role": "member"})
    assert (own.status_code, own.json()["code"]) == (409, "accounts.own_role")
    for whom in (SATO, TAKAHASHI):
        raised = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{whom}/role", {"role": "owner"})
        assert raised.status_code == 403
    await become(town, TAKAHASHI, Role.OWNER)
    assert (
        await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "owner"})
    ).status_code == 204


@pytest.mark.req("N19")
async def test_a_body_keeps_an_owner(town: Town):
    await become(town, TAKAHASHI, Role.OWNER)
    await become(town, SATO, Role.OWNER)
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")).status_code == 204
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == TAKAHASHI).values(status="suspended"))
        await work.session.execute(update(Account).where(Account.id == SATO).values(status="active"))
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(roles=["owner"]))
    for who, whom in ((SUZUKI, SATO),):
        assert (
            await town.call(who, "PUT", f"/api/accounts/{whom}/role", {"role": "member"})
        ).status_code == 204
    last = await town.call(SUZUKI, "PUT", f"/api/accounts/{SUZUKI}/role", {"role": "member"})
    assert (last.status_code, last.json()["code"]) == (409, "accounts.own_role")


@pytest.mark.req("ADMIN-17")
async def test_groups_are_named_filled_and_taken_away_when_nobody_is_in_them(town: Town):
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "学校", "locked": ["mobile"]})
    group = made.json()["group_id"]
    twice = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "学校"})
    assert (twice.status_code, twice.json()["code"]) == (409, "accounts.group_name_taken")
    assert (await save(town, SATO, {"group_id": group})).status_code == 200
    renamed = await town.call(TAKAHASHI, "PUT", f"/api/account-groups/{group}", {"name": "小中学校"})
    assert renamed.status_code == 204
    groups = (await town.call(TAKAHASHI, "GET", "/api/account-groups")).json()["groups"]
    assert [(each["name"], each["count"], each["locked"]) for each in groups] == [("小中学校", 1, [])]
    in_use = await town.call(TAKAHASHI, "DELETE", f"/api/account-groups/{group}")
    assert (in_use.status_code, in_use.json()["code"]) == (409, "accounts.group_in_use")
    filtered = (await town.call(TAKAHASHI, "GET", f"/api/accounts?group={group}")).json()
    assert [each["row"]["login_id"] for each in filtered["people"]] == ["10001"]
    assert (await save(town, SATO, {"group_id": None})).status_code == 200
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/account-groups/{group}")).status_code == 204
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/account-groups/{group}")).status_code == 404


@pytest.mark.req("ORG-7")
async def test_organizations_are_added_named_and_put_in_order(town: Town):
    body = {"request_key": new_send_key(), "name": "見本市議会"}
    answers = [(await town.call(TAKAHASHI, "POST", "/api/organizations", body)).json() for _ in range(2)]
    assert answers[0] == answers[1]
    council = answers[0]["organization_id"]
    taken = {"request_key": new_send_key(), "name": "見本市議会"}
    refused = await town.call(TAKAHASHI, "POST", "/api/organizations", taken)
    assert (refused.status_code, refused.json()["code"]) == (409, "orgs.organization_name_taken")
    assert (
        await town.call(TAKAHASHI, "PUT", f"/api/organizations/{council}", {"name": "市議会"})
    ).status_code == 204
    place = await town.call(
        TAKAHASHI, "PUT", f"/api/organizations/{council}/place", {"before": str(CITY_HALL)}
    )
    assert place.status_code == 204
    there = (await town.call(TAKAHASHI, "GET", "/api/organizations")).json()["organizations"]
    assert [(each["name"], each["count"]) for each in there] == [("市議会", 0), ("見本市役所", 4)]
    for whose in (TONARI_HALL, uuid4()):
        assert (
            await town.call(TAKAHASHI, "PUT", f"/api/organizations/{whose}", {"name": "私"})
        ).status_code == 404
        assert (await town.call(TAKAHASHI, "PUT", f"/api/organizations/{whose}/place", {"before": None})
                ).status_code == 404  # fmt: skip


@pytest.mark.req("N19")
async def test_whose_last_day_is_over_is_no_owner_to_be_left_with(town: Town):
    await become(town, TAKAHASHI, Role.OWNER)
    await become(town, SATO, Role.OWNER)
    await become(town, SUZUKI, Role.OWNER)
    for who in (SATO, SUZUKI):
        assert (await save(town, who, {"ends_on": "2020-03-31"})).status_code == 200
    last = await save(town, TAKAHASHI, {"ends_on": "2999-03-31"})
    assert (last.status_code, last.json()["code"]) == (409, "accounts.last_owner")
    key = {"request_key": new_send_key(), "expected": 1}
    bulk = {"ids": [str(TAKAHASHI)], "what": "ends_on", "day": "2999-03-31"} | key
    many = await town.call(TAKAHASHI, "POST", "/api/accounts/changes", bulk)
    assert (many.status_code, many.json()["code"]) == (409, "accounts.last_owner")
