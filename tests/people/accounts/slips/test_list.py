"""Who has a slip out, until when, and who has never signed in: a list without a secret in it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cast import SATO, TAKAHASHI
from tests.people.accounts.slips.conftest import Counter
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.slips import queries

pytestmark = pytest.mark.anyio


async def listed(counter: Counter, query: str = "") -> dict[str, Any]:
    answer = await counter.town.call(TAKAHASHI, "GET", f"/api/slips{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_the_list_says_how_far_everybody_is(counter: Counter):
    await counter.comes_new("30001")
    with_slip, late = await counter.comes_new("30002"), await counter.comes_new("30003")
    await counter.issues("people", with_slip, late)
    await counter.changes(late, first_password_expires_at=datetime.now(UTC) - timedelta(seconds=1))

    found = await listed(counter)
    assert {each["login_id"]: each["stage"] for each in found["people"]} == {
        "10001": "signed_in",
        "10002": "signed_in",
        "10003": "signed_in",
        "10004": "signed_in",
        "30001": "none",
        "30002": "out",
        "30003": "expired",
    }
    assert found["counts"] == {"none": 1, "out": 1, "expired": 1, "signed_in": 4}
    until = {each["login_id"]: each["until"] for each in found["people"]}
    assert until["30002"] and until["30003"] and not until["30001"] and not until["10001"]


@pytest.mark.req("N18")
async def test_no_secret_and_nothing_of_one_stands_in_the_list(counter: Counter):
    new = await counter.comes_new("30001")
    (slip,) = (await counter.issues("people", new)).json()["slips"]
    answer = await counter.town.call(TAKAHASHI, "GET", "/api/slips")
    assert slip["secret"].replace(" ", "") not in answer.text
    assert "mac" not in answer.text and "hash" not in answer.text


async def test_the_list_is_searched_filtered_and_goes_on(counter: Counter, monkeypatch):
    for number in range(5):
        await counter.comes_new(f"3000{number}")
    monkeypatch.setattr(queries, "PAGE", 2)
    first = await listed(counter, "?stage=none")
    second = await listed(counter, f"?stage=none&cursor={first['next']}")
    third = await listed(counter, f"?stage=none&cursor={second['next']}")
    seen = [each["login_id"] for page in (first, second, third) for each in page["people"]]
    assert sorted(seen) == [f"3000{number}" for number in range(5)]
    assert third["next"] is None
    assert [each["login_id"] for each in (await listed(counter, "?q=さとう"))["people"]] == ["10001"]


async def test_the_list_says_to_whom_a_slip_may_be_given(counter: Counter):
    await counter.changes(SATO, roles=[Role.OWNER])
    may = {each["login_id"]: each["may_issue"] for each in (await listed(counter))["people"]}
    assert may == {"10001": False, "10002": True, "10003": True, "10004": False}
