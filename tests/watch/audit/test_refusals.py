"""What was not allowed has a row too: over HTTP, over the socket, at the door; and nobody fills the disk with it."""

from uuid import uuid4

import pytest

from tests.cast import MIHON, MORI, PASSWORD, SATO, SUZUKI, TAKAHASHI, TONARI
from tests.ear import Refusal
from tests.people.sessions.holding import Browser, forgets, phone_of
from tests.town import Town
from tests.watch.audit.log import entries
from yoriai.watch.audit.chain import NOBODYS
from yoriai.watch.audit.models import AuditEntry

pytestmark = [pytest.mark.anyio, pytest.mark.req("N120")]


def shown(row: AuditEntry) -> tuple[str, int, object, str | None]:
    return row.kind, row.times, row.body["action"], row.zone


@pytest.mark.req("N19")
@pytest.mark.asvs("V16.3.2")
async def test_who_may_not_manage_and_tries_has_a_row(town: Town) -> None:
    answer = await town.call(SATO, "PUT", f"/api/accounts/{SUZUKI}/suspension", zone="internet")
    assert answer.status_code == 403
    (row,) = await entries(town)
    assert shown(row) == ("forbidden", 1, "PUT /accounts/{account_id}/suspension", "internet")
    assert (row.outcome, row.account_name, row.about, row.object_id) == (
        "refused",
        "佐藤 花子",
        "鈴木 﨑子",
        SUZUKI,
    )
    assert row.request_id == answer.headers["x-request-id"]


@pytest.mark.req("N5")
@pytest.mark.asvs("V16.3.3")
async def test_a_field_that_nobody_may_write_has_a_row(town: Town) -> None:
    body = {"job_title": "課長", "roles": ["owner"], "tenant_id": str(TONARI)}
    answer = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}", body)
    assert answer.status_code == 422
    (row,) = await entries(town)
    assert (row.kind, row.body["status"], row.account_id) == ("wrong", 422, TAKAHASHI)


@pytest.mark.req("N15", "A4")
@pytest.mark.asvs("V16.3.2")
async def test_a_room_of_others_is_named_by_its_id_alone(town: Town) -> None:
    for room in (town.roads, town.next_door):
        assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).status_code == 404
    near, far = await entries(town)
    assert (near.kind, near.object_id, near.about) == ("not_found", town.roads, "土木課")
    assert (far.kind, far.object_id, far.about) == ("not_found", town.next_door, "")
    assert await entries(town, TONARI) == []


@pytest.mark.asvs("V16.3.3")
async def test_a_flood_of_refusals_is_counted_and_not_written_one_by_one(town: Town) -> None:
    for _ in range(60):
        assert (await town.call(SATO, "GET", "/api/usage")).status_code == 403
    rows = await entries(town)
    assert sum(row.times for row in rows) == 60
    assert len(rows) <= 4


async def test_whoever_tries_everything_is_told_apart_six_times_a_minute(town: Town) -> None:
    for _ in range(30):
        assert (await town.call(SATO, "GET", f"/api/rooms/{uuid4()}")).status_code == 404
    rows = await entries(town)
    assert sum(row.times for row in rows) == 30
    assert len(rows) <= 2 * (6 + 2)
    assert {row.kind for row in rows} == {"not_found", "refused"}


@pytest.mark.asvs("V16.3.1")
async def test_a_wrong_password_is_noted_for_the_account_and_never_what_was_typed(town: Town) -> None:
    typed = "まちがえたパスワード 2026"
    body = {"tenant": "mihon", "login_id": "10001", "password": typed}
    assert (await town.call(None, "POST", "/api/sign-in", body)).status_code == 401
    (row,) = await entries(town)
    assert (row.kind, row.account_id, row.object_id) == ("sessions.not_recognized", None, SATO)
    assert row.about == "佐藤 花子"
    body = {"tenant": "mihon", "login_id": PASSWORD, "password": typed}
    assert (await town.call(None, "POST", "/api/sign-in", body)).status_code == 401
    (nobody,) = await entries(town, NOBODYS)
    assert (nobody.kind, nobody.account_id, nobody.address) == ("sessions.not_recognized", None, "127.0.0.1")
    assert typed not in str(row.body) + str(nobody.body)
    assert PASSWORD not in str(nobody.body) + nobody.about


@pytest.mark.req("N31")
async def test_a_wrong_code_is_noted_for_the_account_and_never_what_was_typed(town: Town) -> None:
    phone, browser = await phone_of(town), Browser(town)
    typed = phone.wrong()
    assert (await browser.signs_in()).json()["code"] == "second_factor"  # a step, and no refusal
    assert (await browser.gives(typed)).status_code == 401
    (row,) = [each for each in await entries(town) if each.kind == "second_factor.wrong_code"]
    assert (row.account_id, row.object_id) == (None, SATO)
    assert (row.outcome, row.about) == ("refused", "佐藤 花子")
    assert typed not in str(row.body)


@pytest.mark.req("N31")
async def test_a_wrong_password_before_a_dangerous_act_is_noted_and_the_question_is_not(town: Town) -> None:
    await forgets(town, TAKAHASHI)
    wish = {"kind": "csv", "reason": "定期監査"}
    asked = await town.call(TAKAHASHI, "POST", "/api/audit/export", wish)
    assert (asked.status_code, asked.json()["code"]) == (403, "second_factor.prove_again")
    typed = "まちがえたパスワード 2026"
    assert (await town.call(TAKAHASHI, "POST", "/api/proof", {"password": typed})).status_code == 422
    (row,) = await entries(town)
    assert (row.kind, row.account_id) == ("wrong.not_yours", TAKAHASHI)
    assert row.body["action"] == "POST /proof"
    assert typed not in str(row.body)


@pytest.mark.req("N39")
@pytest.mark.asvs("V16.3.3")
async def test_a_page_of_another_origin_is_noted(town: Town) -> None:
    headers = {"origin": "https://evil.example"}
    answer = await town.call(SATO, "POST", "/api/rooms", {}, headers=headers)
    assert answer.status_code == 403
    (row,) = await entries(town, NOBODYS)
    assert (row.kind, row.outcome, row.address) == ("forbidden", "refused", "127.0.0.1")


@pytest.mark.req("A7", "N25")
@pytest.mark.asvs("V16.3.2")
async def test_over_the_socket_it_is_the_same(town: Town) -> None:
    async with town.listens(MORI) as ear:
        with pytest.raises(Refusal):
            await ear.ask("pins.pin", room_id=str(town.welfare), message_id=str(SATO))
    (row,) = await entries(town, TONARI)
    assert (row.kind, row.body["action"], row.account_name) == ("not_found", "SOCKET pins.pin", "森 葵")


async def test_what_was_only_not_possible_has_no_row(town: Town) -> None:
    assert (await town.call(SATO, "GET", "/api/nowhere")).status_code == 404
    assert (await town.call(SATO, "POST", "/api/rooms", {})).status_code == 422
    assert (await town.call(None, "GET", "/api/screen")).status_code == 401
    assert await entries(town, MIHON) == await entries(town, NOBODYS) == []
