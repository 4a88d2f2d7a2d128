"""Opening the account of a unit and naming who speaks in its name: administrators do, of their own body (ORG-6)."""

from uuid import uuid4

import pytest

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, named
from tests.people.accounts.managing.forms import become
from tests.town import Town
from yoriai.people.access.capabilities import Role

pytestmark = pytest.mark.anyio
UNIT = named("福祉課")
PATH = "/api/department-accounts"


async def opened(town: Town, name: str = "福祉課") -> str:
    answer = await town.call(TAKAHASHI, "POST", PATH, {"unit_id": str(UNIT), "name": name})
    assert answer.status_code == 201
    return answer.json()["account_id"]


@pytest.mark.req("ORG-6")
async def test_a_unit_has_one_account_and_may_call_it_otherwise(town: Town) -> None:
    assert await opened(town) == await opened(town) == await opened(town, "福祉課 窓口")
    (line,) = (await town.call(TAKAHASHI, "GET", PATH)).json()["accounts"]
    assert (line["name"], line["path"], line["is_unit_open"], line["speakers"]) == (
        "福祉課 窓口", "福祉課", True, [],
    )  # fmt: skip
    # The second of the three changed nothing, and was told to nobody.
    assert await town.told_at(f"person/{TAKAHASHI}") == ["accounts.acted"] * 2


@pytest.mark.req("ORG-6")
async def test_naming_twice_is_naming_once_and_stands_in_the_history(town: Town) -> None:
    account = await opened(town)
    speakers = f"{PATH}/{account}/speakers"
    first, second = [
        await town.call(TAKAHASHI, "POST", speakers, {"account_id": str(SATO)}) for _ in range(2)
    ]
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    answer = (await town.call(TAKAHASHI, "GET", PATH)).json()
    assert [each["account_id"] for each in answer["accounts"][0]["speakers"]] == [str(SATO)]
    assert answer["people"][str(SATO)]["family"] == "佐藤"
    lines = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert [(each["kind"], each["after"]) for each in lines] == [("roles", {"department_account": "福祉課"})]


@pytest.mark.req("ORG-6", "N5")
async def test_whoever_is_not_of_the_body_is_not_named(town: Town) -> None:
    speakers = f"{PATH}/{await opened(town)}/speakers"
    assert (await town.call(TAKAHASHI, "POST", speakers, {"account_id": str(MORI)})).status_code == 404
    assert (await town.call(SUZUKI, "POST", speakers, {"account_id": str(SUZUKI)})).status_code == 403
    there = {"unit_id": str(named("健康課")), "name": "健康課"}
    assert (await town.call(TAKAHASHI, "POST", PATH, there)).status_code == 404


@pytest.mark.req("ORG-6", "N19", "N119")
async def test_nobody_names_themselves_and_so_reads_what_was_said_to_a_unit(town: Town) -> None:
    account = await opened(town)
    speakers = f"{PATH}/{account}/speakers"
    assert (await town.call(TAKAHASHI, "POST", speakers, {"account_id": str(SATO)})).status_code == 201
    there = {"account_id": account}
    room = (await town.call(SUZUKI, "POST", "/api/direct-rooms", there)).json()["room_id"]
    for _ in range(2):
        refused = await town.call(TAKAHASHI, "POST", speakers, {"account_id": str(TAKAHASHI)})
        assert (refused.status_code, refused.json()["code"]) == (403, "department_accounts.own_seat")
    assert (await town.call(TAKAHASHI, "GET", f"/api/rooms/{room}/messages")).status_code == 404
    nowhere = f"{PATH}/{uuid4()}/speakers"
    assert (await town.call(TAKAHASHI, "POST", nowhere, {"account_id": str(TAKAHASHI)})).status_code == 404
    await become(town, SATO, Role.ADMINISTRATOR)
    assert (await town.call(SATO, "POST", speakers, {"account_id": str(TAKAHASHI)})).status_code == 201
    assert (await town.call(TAKAHASHI, "GET", f"/api/rooms/{room}/messages")).status_code == 200


@pytest.mark.req("ORG-6", "N40")
async def test_closing_lets_everybody_go_and_tells_each(town: Town) -> None:
    account = await opened(town)
    await town.call(TAKAHASHI, "POST", f"{PATH}/{account}/speakers", {"account_id": str(SATO)})
    assert (await town.call(TAKAHASHI, "DELETE", f"{PATH}/{account}")).status_code == 204
    assert (await town.call(TAKAHASHI, "DELETE", f"{PATH}/{account}")).status_code == 404
    assert (await town.call(TAKAHASHI, "GET", PATH)).json()["accounts"] == []
    assert await town.told_at(f"person/{SATO}") == ["accounts.rights_changed"] * 2
