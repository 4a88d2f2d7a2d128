"""Administrators change people, through the door: words, posts, states, roles, and what each of these leaves behind."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TONARI_HALL, named
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import become, form, post, read, save, told
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, Posting

pytestmark = pytest.mark.anyio
WELFARE, ROADS, COMPUTERS = named("福祉課"), named("土木課"), named("情報政策課")


@pytest.mark.req("N18")
@pytest.mark.asvs("V15.3.1")
async def test_an_administrator_sees_all_words_of_a_person_and_no_secret(town: Town):
    whole = await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}")
    row = whole.json()["row"]
    assert (row["login_id"], row["family"], row["status"], row["password"]) == (
        "10001",
        "佐藤",
        "active",
        "chosen",
    )
    listed = await town.call(TAKAHASHI, "GET", "/api/accounts")
    async with town.assembly.works.reading() as work:
        kept = await work.session.get_one(Account, SATO)
    for text in (whole.text, listed.text):
        assert kept.password_hash is not None
        assert kept.password_hash not in text
        for word in ("hash", "mac", "token", "secret"):
            assert word not in text.replace("machine", "")


@pytest.mark.req("ORG-1", "ORG-2")
async def test_words_and_posts_change_in_one_act_that_is_written_down(town: Town):
    saved = await save(
        town,
        SATO,
        {
            "family": "佐籐",
            "job_title": "係長",
            "employment_type": "reappointed",
            "extension": "２３０１",
            "posts": [post(ROADS), post(WELFARE, main=False)],
        },
    )
    assert saved.status_code == 200, saved.text
    assert [(each["path"], each["main"]) for each in saved.json()["posts"]] == [
        ("土木課", True),
        ("福祉課", False),
    ]
    history = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()
    moved, changed = history["changes"]
    assert (moved["kind"], moved["before"], moved["after"]) == (
        "moved",
        {"posts": ["福祉課（本務）"]},
        {"posts": ["土木課（本務）", "福祉課（兼務）"]},
    )
    assert changed["before"] == {
        "family": "佐藤", "job_title": "主事", "employment_type": "regular", "extension": "",
    }  # fmt: skip
    assert history["people"][str(TAKAHASHI)]["family"] == "髙橋"
    assert await told(town, f"organization/{CITY_HALL}") == ["accounts.changed"]
    found = await town.call(SUZUKI, "GET", "/api/people?q=さとう 2301")
    assert [each["family"] for each in found.json()["people"]] == ["佐籐"]


async def test_a_moved_person_leaves_a_closed_main_post_behind(town: Town):
    await save(town, SATO, {"posts": [post(ROADS)]})
    async with town.assembly.works.reading() as work:
        posts = await work.session.scalars(
            select(Posting).where(Posting.account_id == SATO).order_by(Posting.since)
        )
        before, after = posts.all()
    assert (before.main, before.was_main, before.until) == (None, True, after.since)
    assert (after.main, after.was_main, after.until) == (True, True, None)


async def test_saving_what_is_there_changes_nothing_and_tells_nobody(town: Town):
    assert (await save(town, SATO, {})).status_code == 200
    assert await told(town, f"organization/{CITY_HALL}") == []
    assert (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"] == []


async def test_a_form_opened_an_hour_ago_overwrites_nothing(town: Town):
    old = await form(town, SATO)
    assert (await save(town, SATO, {"job_title": "係長"})).status_code == 200
    refused = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}", old | {"extension": "2301"})
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.changed_meanwhile")
    assert "job_title" in refused.json()["details"]["fields"]
    assert (await form(town, SATO))["job_title"] == "係長"


@pytest.mark.req("N5")
@pytest.mark.parametrize(
    "field", ["role", "roles", "tenant_id", "is_admin", "status", "password_hash", "department"]
)
async def test_fields_that_are_no_words_are_refused(town: Town, field):
    refused = await save(town, SATO, {field: "owner"})
    assert refused.status_code == 422
    assert (await form(town, SATO))["job_title"] == "主事"
    assert (await town.call(SATO, "PUT", f"/api/accounts/{SATO}", {field: "owner"})).status_code == 403


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        ({"login_id": "10002"}, 409, "accounts.number_taken"),
        ({"login_id": "番号"}, 422, "wrong"),
        ({"family": "佐藤 花"}, 422, "wrong"),
        ({"family": ""}, 422, "wrong"),
        ({"kana": "佐藤"}, 422, "wrong"),
        ({"job_title": "=1+1"}, 422, "wrong"),
        ({"employment_type": "友人"}, 422, "wrong"),
        ({"display_order": -1}, 422, "wrong"),
        ({"group_id": str(uuid4())}, 404, "not_found"),
        ({"posts": []}, 422, "wrong"),
        ({"posts": [post(WELFARE, main=False)]}, 422, "wrong"),
        ({"posts": [post(WELFARE), post(WELFARE, main=False)]}, 422, "wrong"),
        ({"posts": [post(named("健康課"))]}, 404, "not_found"),
        ({"posts": [post(None, hall=TONARI_HALL)]}, 404, "not_found"),
    ],
)
async def test_what_breaks_a_rule_changes_nothing(town: Town, words, status, code):
    refused = await save(town, SATO, words)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert await told(town, f"organization/{CITY_HALL}") == []


async def test_a_mail_address_belongs_to_one_person(town: Town):
    assert (await save(town, SATO, {"email": "Ｈａｎａｋｏ@example.jp"})).status_code == 200
    refused = await save(town, SUZUKI, {"email": "hanako@example.jp"})
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.email_taken")
    assert refused.json()["details"]["other"] == "佐藤 花子"


@pytest.mark.req("N15", "A11", "BASE-3")
@pytest.mark.asvs("V8.4.1")
async def test_people_of_another_body_are_answered_like_nobody(town: Town):
    whole = await form(town, SATO)
    for whom in (MORI, uuid4()):
        answers = [
            await town.call(TAKAHASHI, "GET", f"/api/accounts/{whom}"),
            await town.call(TAKAHASHI, "GET", f"/api/accounts/{whom}/history"),
            await town.call(TAKAHASHI, "PUT", f"/api/accounts/{whom}", whole | {"login_id": "777"}),
            await town.call(TAKAHASHI, "PUT", f"/api/accounts/{whom}/role", {"role": "member"}),
            await town.call(TAKAHASHI, "PUT", f"/api/accounts/{whom}/withdrawal"),
            await town.call(TAKAHASHI, "DELETE", f"/api/accounts/{whom}/withdrawal"),
        ]
        assert {(each.status_code, each.json()["code"]) for each in answers} == {(404, "not_found")}
    async with town.assembly.works.reading() as work:
        mori = await work.session.get_one(Account, MORI)
    assert (mori.login_id, mori.status, mori.roles) == ("20001", "active", ["member"])


@pytest.mark.req("N19")
async def test_an_administrator_changes_no_owner(town: Town):
    await become(town, SATO, Role.OWNER)
    assert (await save(town, SATO, {"login_id": "99999"})).status_code == 403
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/withdrawal")).status_code == 403
    assert (await read(town, SATO))["may_change"] is False


@pytest.mark.req("N40", "ORG-7")
async def test_whoever_comes_into_another_organization_hears_it_at_once(town: Town):
    body = {"request_key": new_send_key(), "name": "見本市議会"}
    made = await town.call(TAKAHASHI, "POST", "/api/organizations", body)
    council = UUID(made.json()["organization_id"])
    async with town.listens(SATO) as ear:
        posts = [post(WELFARE), post(None, main=False, hall=council)]
        assert (await save(town, SATO, {"posts": posts})).status_code == 200
        await ear.until(lambda: ear.closed)
    async with town.listens(SATO) as ear:
        assert f"organization/{council}" in ear.frames[0]["hello"]["heads"]
    assert (await save(town, SATO, {"posts": [post(WELFARE)]})).status_code == 200
    async with town.listens(SATO) as ear:
        assert f"organization/{council}" not in ear.frames[0]["hello"]["heads"]


async def test_a_last_day_that_means_none_keeps_nobody_out(town: Town):
    assert (await save(town, SATO, {"ends_on": "9999-12-31"})).status_code == 200
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200
