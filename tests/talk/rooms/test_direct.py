"""Direct talks: two people, one talk for each pair, and nobody else ever."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from tests.cast import CITY_HALL, MIHON, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, TONARI_HALL
from tests.keys import new_send_key
from tests.town import Town
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Organization
from yoriai.talk.rooms.keys import other_in, pair_key

pytestmark = pytest.mark.anyio


async def talk(town: Town, who: UUID, other: UUID, organization: UUID | None = None) -> str:
    body = {"account_id": str(other), "organization_id": organization and str(organization)}
    answer = await town.call(who, "POST", "/api/direct-rooms", body)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["room_id"])


async def row_in(town: Town, who: UUID, room: str) -> dict[str, object]:
    screen = (await town.call(who, "GET", "/api/screen")).json()
    (row,) = (each for each in screen["rooms"] if each["room_id"] == room)
    assert row["other"] in screen["people"]
    return row


def test_the_key_of_a_pair_is_one_from_both_ends_and_says_who_is_at_the_other():
    one, other, hall = uuid4(), uuid4(), uuid4()
    key = pair_key(hall, one, other)
    assert key == pair_key(hall, other, one) != pair_key(uuid4(), one, other)
    assert (other_in("direct", key, one), other_in("direct", key, other)) == (other, one)
    assert other_in("self", one.hex, one) is other_in("group", None, one) is None


async def test_each_finds_the_other_ones_name_over_the_same_talk(town: Town) -> None:
    room = await talk(town, SATO, SUZUKI)
    assert await talk(town, SUZUKI, SATO) == room

    mine, theirs = await row_in(town, SATO, room), await row_in(town, SUZUKI, room)
    assert (mine["kind"], mine["name"], mine["other"]) == ("direct", "鈴木 﨑子", str(SUZUKI))
    assert (theirs["name"], theirs["other"], theirs["member_count"]) == ("佐藤 花子", str(SATO), 2)
    assert not any(row[may] for row in (mine, theirs) for may in ("may_leave", "may_arrange_members"))
    opened = (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).json()
    assert opened["room"]["name"] == "佐藤 花子"


async def test_the_other_one_hears_of_it_under_the_right_name(town: Town) -> None:
    async with town.listens(SUZUKI) as ear:
        await talk(town, SATO, SUZUKI)
        body = (await ear.fact("rooms.entered"))["body"]
    assert (body["room"]["name"], body["room"]["other"]) == ("佐藤 花子", str(SATO))
    assert str(SATO) in body["people"]


@pytest.mark.req("BASE-4")
async def test_both_asking_at_once_and_often_open_one_talk(town: Town) -> None:
    pairs = [(SATO, TANAKA), (TANAKA, SATO)] * 4
    assert len(set(await asyncio.gather(*(talk(town, *pair) for pair in pairs)))) == 1


@pytest.mark.req("N6")
async def test_nobody_comes_in_nobody_leaves_and_a_third_finds_no_room(town: Town) -> None:
    room = await talk(town, SATO, SUZUKI)
    members = f"/api/rooms/{room}/members"
    for method, path, body in (
        ("POST", members, {"accounts": [str(TANAKA)]}),
        ("DELETE", f"{members}/{SATO}", None),
        ("DELETE", f"{members}/{SUZUKI}", None),
    ):
        refused = await town.call(SATO, method, path, body)
        assert (refused.status_code, refused.json()["code"]) == (409, "rooms.just_two")
    for stranger in (TANAKA, TAKAHASHI, MORI):
        assert (await town.call(stranger, "GET", f"/api/rooms/{room}")).status_code == 404
        assert (await town.call(stranger, "PUT", f"/api/rooms/{room}/own-membership")).status_code == 404
    assert await town.told(UUID(room)) == ["rooms.opened"]


@pytest.mark.req("BASE-3", "N3")
async def test_whoever_cannot_be_written_to_is_refused_and_a_stranger_like_nobody(town: Town) -> None:
    async def refused(other: UUID, organization: UUID | None = None) -> tuple[int, str, str]:
        body = {"account_id": str(other), "organization_id": organization and str(organization)}
        answer = await town.call(SATO, "POST", "/api/direct-rooms", body)
        return answer.status_code, answer.json()["code"], answer.json()["details"].get("reason", "")

    unknown = (422, "wrong", "unknown")
    assert await refused(MORI) == await refused(uuid4()) == await refused(SUZUKI, TONARI_HALL) == unknown
    assert await refused(SATO) == (422, "wrong", "oneself")
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")
    assert (await refused(SUZUKI))[:2] == (409, "rooms.suspended")


@pytest.mark.req("ORG-15")
async def test_the_bodys_rule_holds_for_new_talks_and_shuts_none_that_is_there(town: Town) -> None:
    room = await talk(town, SATO, TANAKA)
    narrow = await town.call(TAKAHASHI, "PUT", "/api/settings/reach", {"to": "section", "units": []})
    assert narrow.status_code == 204
    refused = await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(TAKAHASHI)})
    assert (refused.status_code, refused.json()["code"]) == (403, "accounts.out_of_reach")
    assert await talk(town, SATO, TANAKA) == room


@pytest.mark.req("ORG-7")
async def test_who_share_two_organizations_have_a_talk_in_each(town: Town) -> None:
    fire = uuid4()
    async with town.assembly.works.writing() as work:
        now = datetime(2026, 11, 20, tzinfo=UTC)
        hall = Organization(id=fire, tenant_id=MIHON, name="消防団", display_order=2, created_at=now)
        work.session.add(hall)
        await work.session.flush()
        for who in (SATO, SUZUKI):
            post = Posting(id=uuid7(work.now), account_id=who, organization_id=fire, since=now)
            work.session.add(post)
    at_the_hall, at_the_fire = await talk(town, SATO, SUZUKI), await talk(town, SUZUKI, SATO, fire)
    assert at_the_hall == await talk(town, SUZUKI, SATO, CITY_HALL) != at_the_fire
    assert (await row_in(town, SATO, at_the_fire))["organization_id"] == str(fire)


async def test_what_is_said_is_counted_as_in_every_room(town: Town) -> None:
    room = await talk(town, SATO, SUZUKI)
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "内線を折り返してください"}]}
    await town.call(SATO, "POST", f"/api/rooms/{room}/messages", body)
    row = await row_in(town, SUZUKI, room)
    assert (row["unread"], row["last"]) == (1, row["last"])
    assert row["newest_ordinal"] == 1
