"""ORG-11: a body adds fields to its people; who fills them in, who sees them, what search finds, what goes with them."""

from uuid import UUID

import pytest

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import form, read, save, told
from tests.people.conftest import Office
from tests.people.questions import questions
from tests.town import Town
from yoriai.kit.ids import as_send_key
from yoriai.people.accounts import card
from yoriai.people.accounts.profile import fields, values

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-11")]
CALLED = f"organization/{CITY_HALL}"


async def add(town: Town, name: str, *, by_holder: bool = False, key: str | None = None) -> str:
    key = key or new_send_key()
    asked = {"key": key, "name": name, "by_holder": by_holder}
    answer = await town.call(TAKAHASHI, "POST", "/api/profile-fields", asked)
    assert answer.status_code == 204, answer.text
    return key


async def there(town: Town) -> list[tuple[str, bool, int]]:
    found = (await town.call(TAKAHASHI, "GET", "/api/profile-fields")).json()["fields"]
    return [(each["name"], each["by_holder"], each["count"]) for each in found]


async def on_card(town: Town, whose: UUID) -> list[tuple[str, str]]:
    shown = (await town.call(TANAKA, "GET", f"/api/people/{whose}")).json()["profile"]
    return [(each["name"], each["value"]) for each in shown]


async def found(town: Town, words: str) -> list[str]:
    people = (await town.call(TANAKA, "GET", f"/api/people?q={words}")).json()["people"]
    return [each["family"] for each in people]


@pytest.mark.req("BASE-4")
async def test_fields_are_added_called_otherwise_and_put_in_order(town: Town):
    licence = await add(town, "運転免許")
    await add(town, "運転免許", key=licence)
    mobile = await add(town, "公用携帯", by_holder=True)
    assert await there(town) == [("運転免許", False, 0), ("公用携帯", True, 0)]

    path = f"/api/profile-fields/{licence}"
    named = await town.call(TAKAHASHI, "PUT", path, {"name": "運転できる車", "by_holder": True})
    placed = await town.call(TAKAHASHI, "PUT", f"{path}/place", {"before": None})
    assert (named.status_code, placed.status_code) == (204, 204)
    assert await there(town) == [("公用携帯", True, 0), ("運転できる車", True, 0)]
    assert (await town.call(TAKAHASHI, "PUT", f"{path}/place", {"before": mobile})).status_code == 204
    assert [name for name, *_ in await there(town)] == ["運転できる車", "公用携帯"]
    assert await told(town, CALLED) == ["orgs.settings_changed"] * 5


async def test_a_field_has_a_name_of_its_own_and_there_are_not_too_many(town: Town, monkeypatch):
    mobile = await add(town, "公用携帯")
    again = {"key": new_send_key(), "name": " 公用携帯 "}
    taken = await town.call(TAKAHASHI, "POST", "/api/profile-fields", again)
    assert (taken.status_code, taken.json()["code"]) == (409, "accounts.field_name_taken")
    nothing = await town.call(TAKAHASHI, "PUT", f"/api/profile-fields/{mobile}", {"name": " "})
    assert (nothing.status_code, nothing.json()["details"]["field"]) == (422, "name")
    monkeypatch.setattr(fields, "MOST", 1)
    full = await town.call(TAKAHASHI, "POST", "/api/profile-fields", again | {"name": "趣味"})
    assert (full.status_code, full.json()["code"]) == (409, "accounts.too_many_fields")


async def test_a_field_that_is_not_there_is_not_found_and_other_bodies_have_their_own(town: Town):
    mobile, unknown = await add(town, "公用携帯"), new_send_key()
    for path, body in (("", {"name": "車"}), ("/place", {"before": None})):
        answer = await town.call(TAKAHASHI, "PUT", f"/api/profile-fields/{unknown}{path}", body)
        assert answer.status_code == 404
    nowhere = await town.call(TAKAHASHI, "PUT", f"/api/profile-fields/{mobile}/place", {"before": unknown})
    assert nowhere.status_code == 404
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/profile-fields/{unknown}")).status_code == 404
    assert (await town.call(MORI, "GET", "/api/profile")).json() == {"fields": []}


async def test_what_an_administrator_writes_stands_on_the_card_and_is_found(town: Town):
    mobile, car = await add(town, "公用携帯"), await add(town, "運転できる車")
    written = {"profile": {car: " マイクロバス ", mobile: "090-0000-1234"}}
    assert (await save(town, SATO, written)).status_code == 200
    assert (await form(town, SATO))["profile"] == {car: "マイクロバス", mobile: "090-0000-1234"}
    assert await on_card(town, SATO) == [("公用携帯", "090-0000-1234"), ("運転できる車", "マイクロバス")]
    assert await found(town, "マイクロバス") == ["佐藤"]
    assert [count for *_, count in await there(town)] == [1, 1]

    assert (await save(town, SATO, {"profile": {mobile: "", car: "マイクロバス"}})).status_code == 200
    assert await on_card(town, SATO) == [("運転できる車", "マイクロバス")]
    line = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"][0]
    assert (line["before"], line["after"]) == (
        {f"profile.{mobile}": "090-0000-1234"},
        {f"profile.{mobile}": None},
    )


@pytest.mark.req("N9", "BASE-1")
async def test_what_is_no_field_or_too_long_is_refused(town: Town):
    mobile = await add(town, "公用携帯")
    unknown = await save(town, SATO, {"profile": {new_send_key(): "何か"}})
    assert (unknown.status_code, unknown.json()["details"]["field"]) == (422, "profile")
    long = await save(town, SATO, {"profile": {mobile: "長" * 101}})
    assert (long.status_code, long.json()["details"]["field"]) == (422, f"profile.{mobile}")


@pytest.mark.req("N5")
@pytest.mark.asvs("V8.2.3")
async def test_people_fill_in_what_is_left_to_them_and_nothing_else(town: Town):
    mobile, hobby = await add(town, "公用携帯"), await add(town, "得意なこと", by_holder=True)
    said = {"values": {hobby: "手話"}}
    for _ in range(2):
        assert (await town.call(SATO, "PUT", "/api/profile", said)).status_code == 204
    for values_of in ({mobile: "090"}, {mobile: "090", hobby: "書道"}):
        refused = await town.call(SATO, "PUT", "/api/profile", {"values": values_of})
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    own = (await town.call(SATO, "GET", "/api/profile")).json()["fields"]
    assert [(each["name"], each["value"], each["may_fill_in"]) for each in own] == [
        ("公用携帯", "", False),
        ("得意なこと", "手話", True),
    ]
    assert await found(town, "手話") == ["佐藤"]
    changes = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert [(each["by"], each["kind"]) for each in changes] == [(str(SATO), "changed")]
    assert (await told(town, CALLED))[-1] == "accounts.changed"


@pytest.mark.req("ADMIN-17")
@pytest.mark.asvs("V8.2.3")
async def test_a_group_hides_and_locks_fields_of_its_people(town: Town):
    hobby = await add(town, "得意なこと", by_holder=True)
    for who in (SATO, SUZUKI):
        await town.call(who, "PUT", "/api/profile", {"values": {hobby: "手話"}})
    body = {"name": "学校", "hidden": [], "locked": []}
    group = (await town.call(TAKAHASHI, "POST", "/api/account-groups", body)).json()["group_id"]
    assert (await save(town, SATO, {"group_id": group})).status_code == 200
    strict = body | {"hidden": [hobby], "locked": [hobby]}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/account-groups/{group}", strict)).status_code == 204

    assert (await on_card(town, SATO), await on_card(town, SUZUKI)) == ([], [("得意なこと", "手話")])
    assert await found(town, "手話") == ["鈴木"]
    refused = await town.call(SATO, "PUT", "/api/profile", {"values": {hobby: "書道"}})
    assert refused.status_code == 403
    (own,) = (await town.call(SATO, "GET", "/api/profile")).json()["fields"]
    assert (own["value"], own["may_fill_in"], own["is_seen"]) == ("手話", False, False)
    assert (await form(town, SATO))["profile"] == {hobby: "手話"}
    moved = {"ids": [str(SUZUKI)], "what": "group_id", "group": group, "expected": 1}
    await town.call(TAKAHASHI, "POST", "/api/accounts/changes", moved | {"request_key": new_send_key()})
    assert await found(town, "手話") == []


async def test_a_field_that_goes_takes_along_what_is_kept_in_it(town: Town):
    hobby, mobile = await add(town, "得意なこと", by_holder=True), await add(town, "公用携帯", by_holder=True)
    await town.call(SATO, "PUT", "/api/profile", {"values": {hobby: "手話", mobile: "090"}})
    opened = await form(town, SATO)
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/profile-fields/{hobby}")).status_code == 204

    assert await on_card(town, SATO) == [("公用携帯", "090")]
    assert await found(town, "手話") == []
    row = (await read(town, SATO))["row"]
    assert row["profile"] == {mobile: "090"}  # pyright: ignore[reportIndexIssue, reportCallIssue, reportArgumentType]
    line = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"][0]
    assert (line["by"], line["before"]) == (str(TAKAHASHI), {f"profile.{hobby}": "手話"})
    late = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}", opened)
    assert late.status_code in (409, 422), "a form that was opened before brings nothing back"


async def test_fields_cost_a_card_nothing_and_their_list_one_question_more(office: Office):
    sato, takahashi = await office.actor(SATO), await office.actor(TAKAHASHI)
    with questions(office.store) as bare:
        async with office.works.reading() as work:
            await card.card(work, sato, SUZUKI)
    async with office.works.writing() as work:
        for name in ("公用携帯", "得意なこと", "運転できる車"):
            key = as_send_key(new_send_key())
            await fields.add(work, takahashi, key, name, by_holder=True)
    with questions(office.store) as sent:
        async with office.works.reading() as work:
            await card.card(work, sato, SUZUKI)
    assert len(sent) == len(bare)
    with questions(office.store) as listed:
        async with office.works.reading() as work:
            known = await fields.fields_of(work, takahashi.tenant_id)
            assert await values.counts(work, takahashi.tenant_id, known) == [0, 0, 0]
    assert len(listed) == 2
