"""Whoever is moved reads on for a while in the room of their former unit: what was there, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.cast import SATO, SUZUKI, TANAKA
from tests.doors import body_for, doors, words_for
from tests.ear import Refusal
from tests.talk.actors import actor_of, change_room, heard_by
from tests.talk.departments.handing_over import READ, change, listed, reads, today
from tests.town import Town
from yoriai.app.wiring import FEATURES
from yoriai.kit import paging
from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.platform.work.work import Work
from yoriai.talk.departments import page
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.handover import InHandover, look_back
from yoriai.talk.rooms.seats import seats_now
from yoriai.talk.rooms.standing import enter, enter_at_once

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-3")]


async def test_who_was_moved_reads_what_was_there_and_nothing_that_is_said_afterwards(
    town: Town, room: UUID
) -> None:
    found = (await town.call(SUZUKI, "GET", f"/api/rooms/{room}/handover")).json()
    assert [each["parts"][0]["text"] for each in found["messages"]] == READ
    assert (found["name"], found["newest_ordinal"]) == ("福祉課", 2)
    assert found["last_day"] == (today(town) + timedelta(days=14)).isoformat()
    own = (await town.call(SUZUKI, "GET", "/api/handovers/own")).json()["rooms"]
    assert [(each["name"], each["last_day"]) for each in own] == [("福祉課", found["last_day"])]
    assert await listed(town, SUZUKI) == [str(room)]


async def test_older_pages_end_where_the_room_begins_and_no_cursor_leads_beyond_the_move(
    town: Town, room: UUID
) -> None:
    for place in (("before", 99), ("after", 2)):
        path = f"/api/rooms/{room}/handover?cursor={paging.encode(*place)}"
        answer = (await town.call(SUZUKI, "GET", path)).json()
        assert [each["parts"][0]["text"] for each in answer["messages"]] == READ, place
        assert answer["older"] is None
    first = await town.call(SUZUKI, "GET", f"/api/rooms/{room}/handover?cursor={paging.encode('before', 2)}")
    assert [each["parts"][0]["text"] for each in first.json()["messages"]] == READ[:1]
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}/handover?cursor=x")).status_code == 400


@pytest.mark.req("D18", "D19", "C9")
async def test_nothing_is_told_to_them_nobody_counts_them_and_nothing_calls_them(
    town: Town, room: UUID
) -> None:
    async with town.listens(SUZUKI) as ear:
        await town.says(SATO, "聞こえません", room)
        await ear.ask("look", stream=None)
        assert not [frame for frame in ear.frames if str(room) in str(frame)]
    actor = await actor_of(town, SUZUKI)
    async with town.assembly.works.reading() as work:
        assert stream_of(room) not in await heard_by(work, actor, {stream_of(room)})
        called = await work.session.scalar(
            select(func.count()).select_from(seats_now([(room, SUZUKI)]).subquery())
        )
    assert called == 0  # of whom mentions of all, reminders and pushes are made
    assert (await town.call(SUZUKI, "GET", f"/api/facts?stream={stream_of(room)}&after=0")).status_code == 404
    whole = (await town.call(SATO, "GET", f"/api/rooms/{room}")).json()
    assert [each["account_id"] for each in whole["members"]] == [str(SATO)]
    assert whole["room"]["member_count"] == 1
    assert str(room) not in {
        each["room_id"] for each in (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"]
    }


@pytest.mark.req("A4", "N6", "N12", "N25")
async def test_every_other_door_says_until_when_they_read_on_both_carriers(town: Town, room: UUID) -> None:
    last = today(town) + timedelta(days=14)
    until = {"last_day": last.isoformat(), "month": last.month, "day": last.day}
    own = {
        "/api/rooms/{room_id}/handover",
        # These are doors of whoever is not in a room: to them this one is not there.
        "/api/rooms/{room_id}/following",
        "/api/rooms/{room_id}/following/seen",
        "/api/rooms/{room_id}/following/paper",
        "/api/rooms/{room_id}/following/gallery",
        "/api/rooms/{room_id}/own-membership",
    }
    tried = 0
    for door in doors(town.assembly, room, SATO):
        if door.is_of_a_room and door.template not in own:
            refused = await town.call(SUZUKI, door.method, door.path, body_for(door, SATO))
            assert (refused.status_code, refused.json()["code"]) in SHUT, str(door)
            if refused.status_code == 409:
                assert refused.json()["details"] == until, str(door)
                tried += 1
    assert tried > 20
    async with town.listens(SUZUKI) as ear:
        for command in [each for feature in FEATURES for each in feature.commands]:
            with pytest.raises(Refusal) as refusal:
                await ear.ask(command.name, **words_for(command.name, room))
            assert refusal.value.status == 409, command.name
    assert await town.told(room) == ["rooms.opened"] + ["messages.posted"] * 2 + [
        "rooms.left",
        "messages.posted",
    ]


SHUT = [(409, "rooms.in_handover"), (404, "not_found"), (403, "forbidden")]
"""A capability that they lack is asked for first; and a room that other bodies or guests might be in is another one."""


@pytest.mark.req("A1", "A4", "A12", "D18", "N21", "BASE-3")
async def test_all_forms_of_the_rule_agree_and_whatever_is_stricter_decides(town: Town, room: UUID) -> None:
    actor = await actor_of(town, SUZUKI)
    for who, sealed, is_open in (
        (actor, False, True),
        (actor, True, True),
        (replace(actor, zone="internet"), False, True),
        (replace(actor, zone="internet"), True, False),
        (replace(actor, kind="guest"), False, False),
        (replace(actor, switched_off=frozenset({"department_rooms"})), False, False),
        (replace(actor, organization_ids=frozenset[UUID]()), False, False),
        (await actor_of(town, TANAKA), False, False),
    ):
        await change_room(town, room, lgwan_only=sealed)
        assert await forms(town, who, room) == {is_open}
    await change_room(town, room, lgwan_only=False, kind="group")
    assert await forms(town, actor, room) == {False}
    await change_room(town, room, kind="department")
    await change(town, last_day=today(town))
    assert await forms(town, actor, room) == {True}
    await change(town, last_day=today(town) - timedelta(days=1))
    assert await forms(town, actor, room) == {False}
    assert (await reads(town, SUZUKI, room), await listed(town, SUZUKI)) == (404, [])
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).status_code == 404


async def forms(town: Town, actor: Actor, room: UUID) -> set[bool]:
    """What the door, the list and the two refusals say of this person and this room."""
    works = town.assembly.works
    now = works.now()
    async with works.reading() as work:
        is_in = {
            room in {each.room_id for each in await page.running(work, actor)},
            await looks_back(work, actor, room),
        }
        with pytest.raises(Refused) as shut:
            await enter(work, actor, room)
    (at_once,) = await works.store.quick.write(lambda rows: enter_at_once(rows, [(actor, room)], now))
    return is_in | {isinstance(shut.value, InHandover), isinstance(at_once, InHandover)}


async def looks_back(work: Work, actor: Actor, room: UUID) -> bool:
    try:
        return (await look_back(work, actor, room)).room_id == room
    except NotFound:
        return False
