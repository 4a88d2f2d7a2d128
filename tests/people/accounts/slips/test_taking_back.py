"""A slip that nobody has used opens nothing once its holder may do more than whoever handed it out (N19)."""

from uuid import UUID, uuid4

import pytest

from tests.cast import MIHON, OPENED, SATO, TAKAHASHI, named
from tests.people.accounts.slips.conftest import Counter
from yoriai.people.access.capabilities import Role
from yoriai.people.access.rights import Right
from yoriai.people.accounts.models import AccountGroup
from yoriai.people.accounts.slips import issue

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-10", "N19", "AUTH-2")]
WELFARE = named("福祉課")
LEADER = {"account_id": str(SATO), "unit_id": str(WELFARE)}
FIND = {"words": {Right.FIND_PEOPLE.value: True}}


async def slip_of(counter: Counter, who: UUID, *, by: UUID = TAKAHASHI) -> object:
    answer = await counter.issues("people", who, by=by)
    assert answer.status_code == 200, answer.text
    return answer.json()["slips"][0]["secret"]


async def does(counter: Counter, method: str, path: str, body: object) -> None:
    answer = await counter.town.call(TAKAHASHI, method, f"/api{path}", body)
    assert answer.status_code in (201, 204), answer.text


async def opens(counter: Counter, secret: object) -> int:
    return (await counter.signs_in("30001", secret)).status_code


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
async def test_whoever_is_given_a_role_needs_a_new_slip(counter: Counter, role: Role):
    new = await counter.comes_new("30001", department_id=WELFARE)
    secret = await slip_of(counter, new)
    await does(counter, "PUT", f"/accounts/{new}/role", {"role": role})
    assert await opens(counter, secret) == 401
    assert await opens(counter, await slip_of(counter, new)) == 200


async def test_whoever_becomes_a_leader_needs_a_new_slip(counter: Counter):
    new = await counter.comes_new("30001", department_id=WELFARE)
    secret = await slip_of(counter, new)
    await does(counter, "POST", "/leaders", LEADER | {"account_id": str(new)})
    assert await opens(counter, secret) == 401


async def test_whoever_may_do_less_keeps_the_slip(counter: Counter):
    new = await counter.comes_new("30001", department_id=WELFARE, roles=["auditor"])
    secret = await slip_of(counter, new)
    await does(counter, "PUT", f"/accounts/{new}/role", {"role": "member"})
    assert await opens(counter, secret) == 200


async def grouped(counter: Counter) -> UUID:
    group = uuid4()
    async with counter.town.assembly.works.writing() as work:
        work.session.add(AccountGroup(id=group, tenant_id=MIHON, name="窓口", policies={}, created_at=OPENED))
    return group


@pytest.mark.req("ORG-9")
@pytest.mark.parametrize("way", ["person", "group"])
@pytest.mark.parametrize(("by", "answer"), [(SATO, 401), (TAKAHASHI, 200)])
async def test_a_right_takes_back_what_a_leader_has_handed_out(
    counter: Counter, way: str, by: UUID, answer: int
):
    group = await grouped(counter)
    new = await counter.comes_new("30001", department_id=WELFARE, group_id=group)
    await does(counter, "POST", "/leaders", LEADER)
    secret = await slip_of(counter, new, by=by)
    path = f"/accounts/{new}/rights" if way == "person" else f"/account-groups/{group}/rights"
    await does(counter, "PUT", path, FIND)
    assert await opens(counter, secret) == answer


async def test_whoever_loses_the_role_while_slips_are_drawn_hands_none_out(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
):
    new = await counter.comes_new("30001", department_id=WELFARE)
    monkeypatch.setattr(issue, "common_of", _changing(counter))
    refused = await counter.issues("people", new)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert await counter.history(new) == []


def _changing(counter: Counter) -> object:
    real = issue.common_of

    async def then_loses_the_role(*asked: object) -> object:
        await counter.changes(TAKAHASHI, roles=["member"])
        return await real(*asked)  # pyright: ignore[reportArgumentType] as it came

    return then_loses_the_role
