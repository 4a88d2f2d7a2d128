"""Whoever sits in a room for a unit is no member: they take no place there, are named to colleagues alone, and however
many come at once are told of (ORG-6)."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, update

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.accounts.managing.forms import become
from tests.talk.actors import opened as opens_room
from tests.talk.federation.joining import brings as brings_over
from tests.talk.federation.joining import joined, together
from tests.talk.guests.inviting import come
from tests.talk.rooms.labelling import SHARED, from_next_door, label
from tests.talk.unit_talks.counter import names, opened
from tests.talk.unit_talks.membership import brings, seats
from tests.town import Town
from yoriai.people.access.capabilities import Role as Standing
from yoriai.people.sessions.models import Session
from yoriai.talk.rooms.facts import MemberJoined
from yoriai.talk.rooms.models import Membership, Role
from yoriai.talk.timeline.seated import render_joined

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-6")]


async def with_counter(
    town: Town, room: UUID, *speakers: UUID, by: UUID = SATO, named_by: UUID = TAKAHASHI
) -> str:
    account = await opened(town)
    for who in speakers:
        await names(town, account, who, by=named_by)
    assert (await brings(town, room, account, who=by)).status_code == 204
    return account


@pytest.mark.req("ROOM-8", "FED-5", "GUEST-1")
async def test_they_take_no_place_under_the_cap_of_a_body(town: Town) -> None:
    room = await together(town)
    path = await joined(town, room)
    await become(town, SATO, Standing.ADMINISTRATOR)  # nobody names themselves
    await with_counter(town, room, TAKAHASHI, named_by=SATO)
    sitting = await seats(town, room)
    members = {who for who, unit in sitting if unit is None}
    assert len(sitting) > len(members)
    wish = {"most_members": len(members) + 2}
    assert (await town.call(TAKAHASHI, "PUT", "/api/settings/rooms", wish)).status_code == 204
    assert await brings_over(town, path, MORI) == (204, "")
    guest = await come(town, room)
    assert (UUID(str(guest.account_id)), None) in await seats(town, room)


@pytest.mark.req("ZONE-5", "A8")
async def test_raising_a_label_names_the_unit_and_not_who_reads_for_it_outside(town: Town) -> None:
    await from_next_door(town)
    room = await opens_room(town, TANAKA, [], organization=CITY_HALL)
    assert await label(town, TANAKA, room, SHARED) == (204, "")
    assert (await brings(town, room, str(MORI))).status_code == 204
    await with_counter(town, room, SUZUKI, SATO, by=TANAKA)
    async with town.assembly.works.writing() as work:
        inside = Session.account_id.in_((SUZUKI, SATO)), Session.zone == "lgwan"
        await work.session.execute(delete(Session).where(*inside))
        seat = update(Membership).where(Membership.room_id == room, Membership.account_id == MORI)
        await work.session.execute(seat.values(role=Role.MANAGER))
    answer = await town.call(MORI, "GET", f"/api/rooms/{room}/label")
    assert answer.status_code == 200, answer.text
    sealed = answer.json()["choices"][-1]["losing"]
    assert (sealed["outside"], "福祉課" in sealed["names"]) == (1, True)
    for hidden in ("鈴木", "佐藤"):
        assert hidden not in answer.text


async def test_many_who_come_at_once_are_told_of(town: Town) -> None:
    async with town.assembly.works.reading() as work:
        facts = [MemberJoined(room_id=uuid4(), account_id=TANAKA, role=Role.MEMBER) for _ in range(5_000)]
        told = await render_joined(work.session, facts, "guest")
        assert len([each for each in told if each]) == 5_000
