"""Rights through the door: given and withheld by a body, a group, a name; shown with their origin; gone at once."""

from uuid import UUID

import pytest

from tests.carriers import CARRIERS
from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import become, save
from tests.town import Town
from yoriai.people.access.capabilities import Role

pytestmark = pytest.mark.anyio


async def words(town: Town, who: UUID, said: dict[str, bool | None], *, by: UUID = TAKAHASHI) -> int:
    """Say something of somebody's rights; the status of the answer."""
    return (await town.call(by, "PUT", f"/api/accounts/{who}/rights", {"words": said})).status_code


async def opens(town: Town, who: UUID) -> int:
    wish = {"request_key": new_send_key(), "name": "花火の会", "members": []}
    return (await town.call(who, "POST", "/api/rooms", wish)).status_code


async def origin(town: Town, who: UUID, right: str) -> tuple[bool, str]:
    """What somebody is told of a right of their own."""
    found = (await town.call(who, "GET", "/api/own-rights")).json()["rights"]
    one = next(each for each in found if each["right"] == right)
    return one["is_given"], one["origin"]


@pytest.mark.req("ORG-9")
async def test_a_right_is_withheld_by_name_and_given_back(town: Town):
    assert await opens(town, SATO) == 201
    assert await words(town, SATO, {"open_rooms": False}) == 204
    assert await opens(town, SATO) == 403
    assert await origin(town, SATO, "open_rooms") == (False, "person")
    assert await opens(town, SUZUKI) == 201
    shown = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/rights")).json()
    (line,) = [each for each in shown["rights"] if each["right"] == "open_rooms"]
    assert (line["own"], line["body"], line["group"], line["own_by"]) == (False, None, None, str(TAKAHASHI))
    assert shown["people"][str(TAKAHASHI)]["family"] == "髙橋"
    assert await words(town, SATO, {"open_rooms": None}) == 204
    assert await opens(town, SATO) == 201
    assert await origin(town, SATO, "open_rooms") == (True, "role")
    past = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert [(each["kind"], each["before"], each["after"]) for each in past] == [
        ("rights", {"right.open_rooms": False}, {"right.open_rooms": None}),
        ("rights", {"right.open_rooms": None}, {"right.open_rooms": False}),
    ]


@pytest.mark.req("ORG-9")
async def test_what_a_body_says_holds_for_its_members_and_a_group_may_say_otherwise(town: Town):
    off = {"members": {"find_people": False, "print": False}}
    assert (await town.call(TAKAHASHI, "PUT", "/api/settings/rights", off)).status_code == 204
    for who, answer in ((SATO, 403), (TAKAHASHI, 200), (MORI, 200)):
        assert (await town.call(who, "GET", "/api/people?q=佐藤")).status_code == answer
        assert (await town.call(who, "GET", "/api/people/units")).status_code == answer
    assert await origin(town, SATO, "find_people") == (False, "body")
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "窓口"})
    group = made.json()["group_id"]
    said = {"words": {"find_people": True}}
    at = f"/api/account-groups/{group}/rights"
    assert (await town.call(TAKAHASHI, "PUT", at, said)).status_code == 204
    assert (await town.call(TAKAHASHI, "GET", at)).json() == said
    assert (await save(town, SATO, {"group_id": group})).status_code == 200
    assert (await town.call(SATO, "GET", "/api/people?q=佐藤")).status_code == 200
    assert await origin(town, SATO, "find_people") == (True, "group")
    assert await origin(town, SATO, "print") == (False, "body")
    assert (await town.call(TANAKA, "GET", "/api/people?q=佐藤")).status_code == 403


@pytest.mark.req("ORG-9", "N40", "D18", "D20")
@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("word_of", ["person", "group", "body"])
async def test_whose_rights_changed_knocks_again_within_two_seconds(town: Town, carrier: str, word_of: str):
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "窓口"})
    group = made.json()["group_id"]
    assert (await save(town, SATO, {"group_id": group})).status_code == 200
    off = {"words": {"print": False}}
    paths: dict[str, tuple[str, dict[str, object]]] = {
        "person": (f"/api/accounts/{SATO}/rights", dict(off)),
        "group": (f"/api/account-groups/{group}/rights", dict(off)),
        "body": ("/api/settings/rights", {"members": {"print": False}}),
    }
    path, said = paths[word_of]
    async with town.listens(SATO, carrier=carrier) as ear:
        assert (await town.call(TAKAHASHI, "PUT", path, said)).status_code == 204
        await ear.knocks_again()
    assert await origin(town, SATO, "print") == (False, word_of)


@pytest.mark.req("ORG-9", "N40", "D18")
@pytest.mark.parametrize("is_one_of_many", [False, True])
async def test_whoever_comes_into_a_group_has_its_rights_at_once(town: Town, is_one_of_many: bool):
    group = (await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "窓口"})).json()["group_id"]
    said = {"words": {"print": False}}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/account-groups/{group}/rights", said)).status_code == 204
    async with town.listens(SATO) as ear:
        if is_one_of_many:
            asked = {"ids": [str(SATO)], "what": "group_id", "group": group}
            many = asked | {"request_key": new_send_key(), "expected": 1}
            assert (await town.call(TAKAHASHI, "POST", "/api/accounts/changes", many)).status_code == 200
        else:
            assert (await save(town, SATO, {"group_id": group})).status_code == 200
        await ear.knocks_again()
    assert await origin(town, SATO, "print") == (False, "group")


@pytest.mark.req("N19", "N5", "K3")
async def test_nobody_raises_themselves_nor_says_a_word_of_whoever_has_more_rights(town: Town):
    for said in ({"open_rooms": True}, {"print": False}):
        assert await words(town, TAKAHASHI, dict(said)) == 403
        assert await words(town, SUZUKI, dict(said), by=SATO) == 403
        assert await words(town, MORI, dict(said)) == 404
    await become(town, SUZUKI, Role.OWNER)
    assert await words(town, SUZUKI, {"print": False}) == 403
    for field in ("rights", "roles", "capabilities"):
        refused = await save(town, SATO, {field: {"open_rooms": True}})
        assert refused.status_code == 422
    assert await words(town, SATO, {"accounts.manage": True}) == 422


async def test_a_word_said_twice_is_told_once_and_those_of_strangers_are_nobodys(town: Town):
    stream = f"person/{SATO}"
    assert [await words(town, SATO, {"print": False}) for _ in range(2)] == [204, 204]
    assert (await town.told_at(stream)).count("accounts.rights_changed") == 1
    assert (await town.call(TAKAHASHI, "GET", f"/api/accounts/{MORI}/rights")).status_code == 404
    assert (await town.call(SATO, "GET", f"/api/accounts/{SATO}/rights")).status_code == 403
