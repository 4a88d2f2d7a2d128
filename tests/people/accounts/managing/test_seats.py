"""Seats: who takes one, who works without, and how many there are (ORG-6, ADMIN-4)."""

from datetime import timedelta
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import read
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.orgs.models import Department

pytestmark = [pytest.mark.anyio, pytest.mark.req("ADMIN-4", "ORG-6")]
WELFARE = named("福祉課")


async def gets_the_role(town: Town, who: UUID, role: str, *, by: UUID = TAKAHASHI) -> httpx2.Response:
    return await town.call(by, "PUT", f"/api/accounts/{who}/role", {"role": role})


async def seats(town: Town, *, by: UUID = TAKAHASHI) -> tuple[int, int, int, int]:
    found = (await town.call(by, "GET", "/api/account-seats")).json()
    return found["seats"], found["people"], found["units"], found["without"]


async def change(town: Town, who: UUID, **values: object) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == who).values(**values))


@pytest.mark.req("EFFECT-7", "GUEST-6")
async def test_seats_are_the_people_and_the_units_and_nobody_else(town: Town) -> None:
    assert await seats(town) == (4, 4, 0, 0)
    opening = {"unit_id": str(WELFARE), "name": "福祉課 窓口"}
    assert (await town.call(TAKAHASHI, "POST", "/api/department-accounts", opening)).status_code == 201
    assert await seats(town) == (5, 4, 1, 0)
    assert (await gets_the_role(town, SATO, "served")).status_code == 204
    assert await seats(town) == (4, 3, 1, 1)
    await change(town, SUZUKI, status=AccountStatus.SUSPENDED)
    await change(town, TANAKA, kind="guest", roles=[Role.GUEST])
    assert await seats(town) == (2, 1, 1, 1)
    yesterday = day_in_japan(town.assembly.works.now()) - timedelta(days=1)
    await change(town, SATO, ends_on=yesterday)
    assert await seats(town) == (2, 1, 1, 0)
    async with town.assembly.works.writing() as work:
        (await work.session.get_one(Department, WELFARE)).is_open = False
    assert await seats(town) == (1, 1, 0, 0)


@pytest.mark.req("A10")
async def test_they_are_counted_by_whoever_manages_people_of_their_own_body(town: Town) -> None:
    refused = await town.call(SATO, "GET", "/api/account-seats")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    await change(town, MORI, roles=[Role.ADMINISTRATOR])
    assert await seats(town, by=MORI) == (1, 1, 0, 0)


async def test_the_seat_goes_and_comes_with_a_line_in_the_history(town: Town) -> None:
    for role in ("served", "served", "member"):
        assert (await gets_the_role(town, SATO, role)).status_code == 204
    row = (await read(town, SATO))["row"]
    assert isinstance(row, dict)
    assert row["roles"] == ["member"]
    lines = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert [(each["kind"], each["after"]) for each in lines] == [
        ("roles", {"roles": ["member"]}), ("roles", {"roles": ["served"]}),
    ]  # fmt: skip
    told = await town.told_at(f"person/{SATO}")
    assert told == ["accounts.rights_changed"] * 2


@pytest.mark.req("ORG-10", "N19")
async def test_whoever_leads_or_is_oneself_keeps_the_seat(town: Town) -> None:
    naming = {"account_id": str(SATO), "unit_id": str(WELFARE)}
    leader = (await town.call(TAKAHASHI, "POST", "/api/leaders", naming)).json()["leader_id"]
    assert (await gets_the_role(town, SATO, "served")).json()["code"] == "accounts.leads_still"
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/leaders/{leader}")).status_code == 204
    assert (await gets_the_role(town, SATO, "served")).status_code == 204
    refused = await town.call(TAKAHASHI, "POST", "/api/leaders", naming)
    assert (refused.status_code, refused.json()["code"]) == (403, "accounts.no_seat")
    assert (await gets_the_role(town, TAKAHASHI, "served")).json()["code"] == "accounts.own_role"
    assert (await gets_the_role(town, SUZUKI, "served", by=TANAKA)).status_code == 403
    assert (await gets_the_role(town, MORI, "served")).status_code == 404


async def many(town: Town, what: str, *, expected: int, by: UUID = TAKAHASHI) -> httpx2.Response:
    wish = asked(what) | {"expected": expected, "request_key": new_send_key()}
    return await town.call(by, "POST", "/api/accounts/changes", wish)


def asked(what: str) -> dict[str, object]:
    return {"what": what, "ids": [str(who) for who in (SATO, SUZUKI, TANAKA, TAKAHASHI)]}


@pytest.mark.req("ADMIN-17", "N40")
async def test_many_lose_it_and_get_it_at_once_but_for_those_with_duties(town: Town) -> None:
    await change(town, TANAKA, roles=[Role.AUDITOR])
    foreseen = (
        await town.call(TAKAHASHI, "POST", "/api/accounts/changes/preview", dict(asked("no_seat")))
    ).json()
    effects = {
        each["name"]: (each["before"], each["after"], each["hindrance"]) for each in foreseen["effects"]
    }
    assert effects == {
        "佐藤 花子": ("member", "served", None), "鈴木 﨑子": ("member", "served", None),
        "田中 美保": ("member", "served", "duties"), "髙橋 渉": ("member", "served", "own"),
    }  # fmt: skip
    assert (await many(town, "no_seat", expected=2)).json() == {"changed": 2}
    assert await seats(town) == (2, 2, 0, 2)
    listed = (await town.call(TAKAHASHI, "GET", "/api/accounts?role=served")).json()["people"]
    assert {each["row"]["login_id"] for each in listed} == {"10001", "10002"}
    assert (await many(town, "seat", expected=2)).json() == {"changed": 2}
    assert await seats(town) == (4, 4, 0, 0)
    assert await town.told_at(f"person/{SUZUKI}") == ["accounts.rights_changed"] * 2


@pytest.mark.req("N19", "ORG-9")
async def test_a_first_password_does_not_outlive_the_moment_in_which_its_holder_gets_a_seat(
    town: Town,
) -> None:
    await change(town, SATO, roles=[Role.SERVED], password_hash=None, first_password_mac="0" * 64)
    assert (await many(town, "seat", expected=1)).json() == {"changed": 1}
    row = (await read(town, SATO))["row"]
    assert isinstance(row, dict)
    assert (row["roles"], row["password"]) == (["member"], "none")


@pytest.mark.req("ZONE-7", "ORG-9")
async def test_where_roles_are_not_given_nobody_gives_or_takes_seats_by_the_dozen(town: Town) -> None:
    wish = asked("no_seat") | {"expected": 3, "request_key": new_send_key()}
    refused = await town.call(TAKAHASHI, "POST", "/api/accounts/changes", wish, zone="internet")
    assert (refused.status_code, refused.json()["code"]) == (403, "zone_forbids")
    assert await seats(town) == (4, 4, 0, 0)
