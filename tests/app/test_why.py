"""Why somebody may not do something: the questions in their order, answered by the code that decides."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.accounts.managing.forms import save
from tests.talk.actors import change_room, opened
from tests.talk.rooms.labelling import SEALED, as_a_guest, from_next_door, label
from tests.town import Town
from yoriai.app.why.operations import OPERATIONS
from yoriai.app.wiring import FEATURES
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, pytest.mark.req("ADMIN-16", "BASE-1")]


async def why(
    town: Town, who: UUID, operation: str, *, zone: str = "lgwan", **more: object
) -> dict[str, Any]:
    query = "&".join(f"{name}={value}" for name, value in more.items())
    answer = await town.call(who, "GET", f"/api/why/{operation}?{query}", zone=zone)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def stopped(found: dict[str, Any]) -> tuple[str, str]:
    """Where it stopped, and by which rule."""
    last = found["verdicts"][-1]
    assert not found["is_allowed"]
    assert all(each["is_passed"] for each in found["verdicts"][:-1])
    return last["kind"], last["code"]


async def test_what_one_may_do_passes_every_question(town: Town) -> None:
    found = await why(town, SATO, "post", room=town.welfare)
    kinds = [each["kind"] for each in found["verdicts"]]
    assert (found["is_allowed"], kinds) == (True, ["side", "account", "module", "right", "room", "rule"])


@pytest.mark.req("ZONE-8")
async def test_where_a_group_names_networks_they_are_asked_about(town: Town) -> None:
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "窓口"})
    group = made.json()["group_id"]
    assert (await save(town, SATO, {"group_id": group})).status_code == 200
    rule = {"lgwan": ["127.0.0.0/8"], "internet": []}
    assert (
        await town.call(TAKAHASHI, "PUT", f"/api/account-groups/{group}/networks", rule)
    ).status_code == 204
    kinds = [each["kind"] for each in (await why(town, SATO, "find"))["verdicts"]]
    assert kinds == ["side", "network", "account", "module", "right"]
    kinds = [each["kind"] for each in (await why(town, SATO, "find", zone="internet"))["verdicts"]]
    assert "network" not in kinds


async def test_each_rule_is_named_by_the_code_with_which_it_refuses(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    assert stopped(await why(town, SUZUKI, "invite", room=room)) == ("rule", "forbidden")
    assert stopped(await why(town, SATO, "leave", room=room)) == ("rule", "rooms.last_manager")
    found = await why(town, SATO, "manage")
    assert stopped(found) == ("right", "why.of_others")
    assert found["verdicts"][-1]["details"] == {"roles": "管理者、所有者"}
    assert stopped(await why(town, TAKAHASHI, "appoint", zone="internet")) == ("side", "zone_forbids")
    assert stopped(await why(town, TAKAHASHI, "slips", zone="internet")) == ("module", "zone_forbids")
    await label(town, SATO, room, SEALED)
    found = await why(town, SATO, "print", room=room)
    assert stopped(found) == ("rule", "rooms.label_keeps_off_paper")
    assert found["verdicts"][-1]["details"] == {"label": "庁内限り"}
    refused = await town.call(SATO, "GET", f"/api/rooms/{room}/paper")
    assert refused.json()["code"] == found["verdicts"][-1]["code"]
    await change_room(town, room, kind="department")
    for operation, code in (("invite", "rooms.kept_by_rule"), ("set", "rooms.set_by_rule"), ("leave", "rooms.kept_by_rule")):  # fmt: skip
        assert stopped(await why(town, SATO, operation, room=room)) == ("rule", code)


async def test_why_somebody_may_not_come_in_is_said_of_them(town: Town) -> None:
    await from_next_door(town)
    await as_a_guest(town, TANAKA)
    room = await opened(town, SATO, [SUZUKI])
    for whom, code in (
        (MORI, "rooms.label_bars_bodies"),
        (TANAKA, "wrong"),
    ):  # guests come by invitation alone
        assert stopped(await why(town, SATO, "invite", room=room, whom=whom)) == ("rule", code)


async def test_of_a_right_it_is_said_by_whose_word_it_is_not_there(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(rights={"print": False}))
    found = await why(town, SATO, "print", room=town.welfare)
    assert stopped(found) == ("right", "forbidden")
    assert found["verdicts"][-1]["origin"] == "person"


async def test_a_room_that_one_is_not_in_is_not_there_either_way(town: Town) -> None:
    sealed = await opened(town, SATO, [SUZUKI])
    await label(town, SATO, sealed, SEALED)
    asked = [(TANAKA, town.welfare, "lgwan"), (SATO, uuid4(), "lgwan"), (SATO, sealed, "internet")]
    for who, room, zone in asked:
        answer = await town.call(who, "GET", f"/api/why/post?room={room}", zone=zone)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert (await town.call(SATO, "GET", "/api/why/fly")).status_code == 404


async def test_whatever_is_refused_for_want_of_a_right_names_what_can_be_asked_about(town: Town) -> None:
    refused = await town.call(SATO, "GET", "/api/usage")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    asked = refused.json()["details"]["capability"]
    assert stopped(await why(town, SATO, asked)) == ("right", "why.of_others")
    assert (await why(town, TAKAHASHI, asked))["is_allowed"]
    away = await town.call(
        TAKAHASHI, "PUT", f"/api/accounts/{SATO}/rights", {"words": {"print": False}}, zone="internet"
    )
    assert away.json()["code"] == "zone_forbids"
    found = await why(town, TAKAHASHI, away.json()["details"]["capability"], zone="internet")
    assert stopped(found) == ("side", "zone_forbids")


@pytest.mark.req("A4", "A12")
async def test_to_a_guest_no_capability_is_named(town: Town) -> None:
    await as_a_guest(town, SATO)
    refused = await town.call(SATO, "GET", "/api/usage")
    assert (refused.status_code, refused.json()["details"]) == (404, {})


def test_every_operation_asks_for_a_capability_that_a_feature_declares() -> None:
    declared = {name for feature in FEATURES for name in feature.capabilities}
    assert {each.capability for each in OPERATIONS.values()} <= declared
