"""Changing many people at once: what is shown is what is done, all of it in one work."""

from collections.abc import Mapping
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.keys import new_send_key
from tests.town import Town
from yoriai.people.accounts.models import Account, AccountChange, Posting
from yoriai.platform.facts.models import JournalRow

pytestmark = pytest.mark.anyio
WELFARE, ROADS = named("福祉課"), named("土木課")
TO_ROADS = {"what": "unit", "unit": {"organization_id": str(CITY_HALL), "unit_id": str(ROADS), "main": True}}


async def preview(town: Town, asked: Mapping[str, object]) -> dict[str, object]:
    answer = await town.call(TAKAHASHI, "POST", "/api/accounts/changes/preview", dict(asked))
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


async def carry_out(town: Town, asked: Mapping[str, object], expected: int, key: str | None = None) -> object:
    body = dict(asked) | {"request_key": key or new_send_key(), "expected": expected}
    answer = await town.call(TAKAHASHI, "POST", "/api/accounts/changes", body)
    return answer.json() if answer.status_code == 200 else (answer.status_code, answer.json()["code"])


async def table(town: Town) -> dict[UUID, dict[str, object]]:
    people = (await town.call(TAKAHASHI, "GET", "/api/accounts")).json()["people"]
    return {UUID(each["row"]["account_id"]): each for each in people}


async def test_all_of_a_filter_move_in_one_act_after_it_was_shown(town: Town):
    asked = TO_ROADS | {"filter": {"q": "福祉"}}
    seen = await preview(town, asked)
    assert (seen["changing"], seen["unchanged"], seen["hindered"]) == (2, 0, 0)
    assert [(each["name"], each["before"], each["after"]) for each in seen["effects"]] == [  # pyright: ignore[reportIndexIssue, reportGeneralTypeIssues]
        ("佐藤 花子", "福祉課", "土木課"),
        ("鈴木 﨑子", "福祉課", "土木課"),
    ]
    assert (await table(town))[SATO]["posts"][0]["path"] == "福祉課"  # pyright: ignore[reportIndexIssue]
    assert await carry_out(town, asked, 2) == {"changed": 2}
    for who in (SATO, SUZUKI):
        posts = (await table(town))[who]["posts"]
        assert [(each["path"], each["main"]) for each in posts] == [("土木課", True)]  # pyright: ignore[reportGeneralTypeIssues]
    names = select(JournalRow.name).where(JournalRow.stream == f"organization/{CITY_HALL}")
    async with town.assembly.works.reading() as work:
        assert list(await work.session.scalars(names)) == ["accounts.changed"]
        kinds = list(await work.session.scalars(select(AccountChange.kind)))
    assert kinds == ["moved", "moved"]


@pytest.mark.req("BASE-4", "D6")
async def test_the_same_request_twice_changes_once(town: Town):
    key, asked = new_send_key(), {"ids": [str(SATO)], "what": "place", "text": "北庁舎"}
    assert [await carry_out(town, asked, 1, key) for _ in range(2)] == [{"changed": 1}, {"changed": 1}]
    async with town.assembly.works.reading() as work:
        assert await work.session.scalar(select(func.count()).select_from(AccountChange)) == 1


@pytest.mark.asvs("V2.3.1")
async def test_if_others_would_change_than_were_shown_nothing_changes(town: Town):
    asked = TO_ROADS | {"filter": {"q": "福祉"}}
    assert await carry_out(town, asked, 3) == (409, "accounts.selection_changed")
    async with town.assembly.works.reading() as work:
        assert await work.session.scalar(select(func.count()).select_from(Posting)) == 5


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"what": "employment_type", "text": "fixed_term"}, "employment_type", "fixed_term"),
        ({"what": "ends_on", "day": "2027-03-31"}, "ends_on", "2027-03-31"),
        ({"what": "place", "text": "北庁舎"}, "place", "北庁舎"),
        ({"what": "suspend"}, "status", "suspended"),
    ],
)
async def test_one_thing_is_changed_of_all_of_them(town: Town, change, field, value):
    asked = {"ids": [str(SATO), str(TANAKA)], **change}
    assert (await preview(town, asked))["changing"] == 2
    assert await carry_out(town, asked, 2) == {"changed": 2}
    rows = {who: each["row"] for who, each in (await table(town)).items()}
    assert [rows[who][field] == value for who in (SATO, SUZUKI, TANAKA)] == [True, False, True]  # pyright: ignore[reportIndexIssue]
    assert (await preview(town, asked))["unchanged"] == 2


async def test_stopping_many_ends_what_they_had_open_and_restoring_lets_them_in(town: Town):
    asked = {"ids": [str(SATO), str(TANAKA), str(TAKAHASHI)]}
    seen = await preview(town, asked | {"what": "suspend"})
    assert (seen["changing"], seen["hindered"]) == (2, 1)  # nobody stops themselves
    async with town.listens(SATO) as ear:
        assert await carry_out(town, asked | {"what": "suspend"}, 2) == {"changed": 2}
        await ear.until(lambda: ear.closed)
    assert (await town.call(TANAKA, "GET", "/api/sessions")).status_code == 401
    assert await carry_out(town, asked | {"what": "restore"}, 2) == {"changed": 2}


@pytest.mark.req("ADMIN-17")
async def test_many_are_put_into_a_group_of_ones_own_body(town: Town):
    group = (await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "学校"})).json()["group_id"]
    asked = {"ids": [str(SATO)], "what": "group_id", "group": group}
    seen = await preview(town, asked)
    assert seen["effects"][0]["after"] == "学校"  # pyright: ignore[reportIndexIssue]
    assert await carry_out(town, asked, 1) == {"changed": 1}
    unknown = {"ids": [str(SATO)], "what": "group_id", "group": str(named("nobody"))}
    assert await carry_out(town, unknown, 1) == (404, "not_found")


@pytest.mark.req("N19", "N15")
async def test_owners_and_people_of_other_bodies_are_left_out(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(roles=["owner"]))
    asked = {"ids": [str(SATO), str(MORI), str(TANAKA)], "what": "place", "text": "北庁舎"}
    seen = await preview(town, asked)
    assert (seen["changing"], seen["hindered"]) == (1, 1)
    assert await carry_out(town, asked, 1) == {"changed": 1}
    async with town.assembly.works.reading() as work:
        places = dict((await work.session.execute(select(Account.id, Account.place))).all())
    assert (places[SATO], places[MORI], places[TANAKA]) == ("", "", "北庁舎")


@pytest.mark.asvs("V2.2.3")
async def test_a_change_without_its_value_is_refused(town: Town):
    for body in ({"what": "unit"}, {"what": "employment_type", "text": "友人"}, {"what": "roles"}):
        answer = await town.call(TAKAHASHI, "POST", "/api/accounts/changes/preview", body)
        assert answer.status_code == 422


@pytest.mark.req("ORG-7")
async def test_a_unit_of_the_same_name_in_another_organization_is_another_unit(town: Town):
    council = (
        await town.call(
            TAKAHASHI, "POST", "/api/organizations", {"request_key": new_send_key(), "name": "見本市議会"}
        )
    ).json()["organization_id"]
    words = {"request_key": new_send_key(), "name": "福祉課", "kind": "課"}
    made = await town.call(TAKAHASHI, "POST", f"/api/organizations/{council}/units", words)
    there = {"organization_id": council, "unit_id": made.json()["unit_id"], "main": True}
    asked = {"ids": [str(SATO)], "what": "unit", "unit": there}
    assert (await preview(town, asked))["changing"] == 1
    assert await carry_out(town, asked, 1) == {"changed": 1}
