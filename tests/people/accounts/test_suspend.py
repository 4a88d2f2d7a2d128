"""Stopping an account and giving it back, through the door."""

from uuid import uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, PASSWORD, SATO, SUZUKI, TAKAHASHI
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account
from yoriai.platform.facts.models import JournalRow

pytestmark = pytest.mark.anyio

RIGHT = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}


def suspension(of: object) -> str:
    return f"/api/accounts/{of}/suspension"


async def told(town: Town, who: object) -> list[tuple[str, object]]:
    rows = (
        select(JournalRow.name, JournalRow.by)
        .where(JournalRow.stream == f"person/{who}")
        .order_by(JournalRow.number)
    )
    async with town.assembly.works.reading() as work:
        return [(name, by) for name, by in await work.session.execute(rows)]


@pytest.mark.req("N23", "N25")
@pytest.mark.asvs("V7.4.2")
async def test_stopping_somebody_ends_all_they_had_open_on_both_sides(town: Town):
    async with town.listens(SATO) as at_work, town.listens(SATO, zone="internet") as outside:
        assert (await town.call(TAKAHASHI, "PUT", suspension(SATO))).status_code == 204
        for zone in ("lgwan", "internet"):
            assert (await town.call(SATO, "GET", "/api/sessions", zone=zone)).status_code == 401
        await at_work.until(lambda: at_work.closed)
        await outside.until(lambda: outside.closed)
    assert (await town.call(None, "POST", "/api/sign-in", RIGHT)).status_code == 401


@pytest.mark.asvs("V7.4.2")
async def test_giving_an_account_back_brings_no_session_back(town: Town):
    await town.call(TAKAHASHI, "PUT", suspension(SATO))
    assert (await town.call(TAKAHASHI, "DELETE", suspension(SATO))).status_code == 204

    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 401
    assert (await town.call(None, "POST", "/api/sign-in", RIGHT)).status_code == 200


async def test_doing_it_twice_tells_once(town: Town):
    for method in ("PUT", "PUT", "DELETE", "DELETE"):
        assert (await town.call(TAKAHASHI, method, suspension(SATO))).status_code == 204
    assert await told(town, SATO) == [("accounts.suspended", TAKAHASHI), ("accounts.restored", TAKAHASHI)]


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
async def test_a_member_may_not_whoever_it_is_about(town: Town, method):
    for whom in (SUZUKI, SATO, MORI, uuid4()):
        assert (await town.call(SATO, method, suspension(whom))).status_code == 403


@pytest.mark.req("BASE-3", "N17")
@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.asvs("V8.4.1")
async def test_somebody_of_another_body_is_answered_like_nobody(town: Town, method):
    answers = [await town.call(TAKAHASHI, method, suspension(whom)) for whom in (MORI, uuid4())]
    assert [(each.status_code, each.json()["code"], each.json()["details"]) for each in answers] == [
        (404, "not_found", {})
    ] * 2


async def test_nobody_stops_themselves(town: Town):
    refused = await town.call(TAKAHASHI, "PUT", suspension(TAKAHASHI))
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.own_account")


@pytest.mark.req("N19")
async def test_an_administrator_does_not_stop_an_owner(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(roles=[Role.OWNER]))
    assert (await town.call(TAKAHASHI, "PUT", suspension(SATO))).status_code == 403
    assert (await town.call(SATO, "PUT", suspension(TAKAHASHI))).status_code == 204
