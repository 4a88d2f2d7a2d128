"""One rule, asked in five ways: by the door, by many doors at once, by lists, of many people and by ears. They never
differ."""

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import cast
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Select, select

from tests.cast import MORI, NEXT_DOOR, ROADS, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.talk.actors import actor_of, heard_by, opened
from tests.talk.statements import statements
from tests.town import Town
from yoriai.kit.errors import Forbidden, NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Asked, Hearer, Who
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import asking
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.hearing import hears
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.seats import rule_of_members
from yoriai.talk.rooms.standing import Standing, enter, enter_at_once, visible_rooms

pytestmark = [pytest.mark.anyio, pytest.mark.req("A1", "A4", "BASE-3")]


def seats_of(who: UUID) -> Select[UUID]:
    seats = select(Membership.room_id).join(Room, Room.id == Membership.room_id)
    return seats.join(Account, Account.id == Membership.account_id).where(
        Account.id == who, *rule_of_members()
    )


async def opens(work: Work, actor: Actor, room: UUID) -> bool:
    try:
        return (await enter(work, actor, room)).room_id == room
    except NotFound:
        return False


@pytest.mark.parametrize("who", [SATO, SUZUKI, TANAKA, TAKAHASHI, MORI])
async def test_a_room_is_listed_and_heard_exactly_when_its_door_opens(town: Town, who: UUID) -> None:
    left = await opened(town, SATO, [SUZUKI, TANAKA])
    await town.call(TANAKA, "DELETE", f"/api/rooms/{left}/members/{TANAKA}")
    came_back = await opened(town, TAKAHASHI, [SUZUKI])
    await town.call(SUZUKI, "DELETE", f"/api/rooms/{came_back}/members/{SUZUKI}")
    await town.call(TAKAHASHI, "POST", f"/api/rooms/{came_back}/members", {"accounts": [str(SUZUKI)]})
    everywhere = [WELFARE, ROADS, NEXT_DOOR, left, came_back, uuid4()]

    actor = await actor_of(town, who)
    async with town.assembly.works.reading() as work:
        listed = set(await work.session.scalars(visible_rooms(actor)))
        heard = set(await heard_by(work, actor))
        named = set(await heard_by(work, actor, [stream_of(room) for room in everywhere]))
        members = set(await work.session.scalars(seats_of(who)))
        pairs, now = [(actor, room) for room in everywhere], work.now
        held, counted = [
            await town.assembly.store.quick.write(
                lambda rows, c=counts: enter_at_once(rows, pairs, now, counts=c)
            )
            for counts in (False, True)
        ]
        for room, one, other in zip(everywhere, held, counted, strict=True):
            is_open = await opens(work, actor, room)
            assert (room in listed) == (room in members) == is_open
            assert (stream_of(room) in heard) == (stream_of(room) in named) == is_open
            assert isinstance(one, Standing) == isinstance(other, Standing) == is_open
    screen = (await town.call(who, "GET", "/api/screen")).json()
    assert {UUID(row["room_id"]) for row in screen["rooms"]} == listed


async def test_a_seat_in_an_organization_one_no_longer_serves_in_opens_nothing(town: Town) -> None:
    actor = await actor_of(town, SATO)
    stranger = replace(actor, organization_ids=frozenset[UUID]())
    async with town.assembly.works.reading() as work:
        assert not await opens(work, stranger, WELFARE)
        assert not list(await work.session.scalars(visible_rooms(stranger)))
        assert not await heard_by(work, stranger)


async def test_of_many_at_once_each_is_let_in_for_themselves(town: Town) -> None:
    actor = await actor_of(town, SATO)
    stranger = replace(actor, account_id=SUZUKI, organization_ids=frozenset[UUID]())
    asked = [(stranger, WELFARE), (actor, WELFARE), (actor, ROADS), (actor, WELFARE)]
    now = town.assembly.works.now()
    standings = await town.assembly.store.quick.write(lambda rows: enter_at_once(rows, asked, now))
    assert [isinstance(standing, Standing) for standing in standings] == [False, True, False, True]


async def test_of_many_who_want_to_hear_each_hears_their_own_in_two_questions(town: Town) -> None:
    sato, tanaka = await actor_of(town, SATO), await actor_of(town, TANAKA)
    stranger = replace(sato, account_id=SUZUKI, organization_ids=frozenset[UUID]())
    both = [stream_of(WELFARE), stream_of(ROADS)]
    hearers = [
        Hearer(sato),
        Hearer(tanaka, both),
        Hearer(stranger),
        Hearer(stranger, both),
        Hearer(sato, [stream_of(ROADS)]),
        Hearer(cast("Who", SimpleNamespace(account_id=SATO))),
        Hearer(tanaka, []),
    ]
    async with town.assembly.works.reading() as work, statements(work) as sent:
        heard = await hears(work, hearers)

    assert len(sent) == 2
    for each, sights in zip(hearers[:2], heard[:2], strict=True):
        assert sights == await alone(town, each)
        assert sights
    assert list(map(set, heard[2:])) == [set()] * 5


async def alone(town: Town, hearer: Hearer) -> Mapping[str, Sight]:
    """As it is heard by whoever asks with nobody else."""
    async with town.assembly.works.reading() as work:
        return await heard_by(work, hearer.who, hearer.named)


async def test_whoever_is_no_person_of_a_body_hears_no_room_and_asks_for_nothing(town: Town) -> None:
    someone = cast("Who", SimpleNamespace(account_id=SATO))
    async with town.assembly.works.reading() as work:
        assert not await heard_by(work, someone)
    with pytest.raises(Forbidden):
        asking.actor_of(Asked(someone, town.assembly.works, "1"))


async def test_what_is_no_room_is_not_heard(town: Town) -> None:
    actor = await actor_of(town, SATO)
    named = [
        "room/",
        "room/1",
        f"room/{str(WELFARE).upper()}",
        f"person/{SATO}",
        "",
        "*",
        f"room/{WELFARE}/x",
    ]
    async with town.assembly.works.reading() as work:
        assert not await heard_by(work, actor, named)
        assert not await heard_by(work, actor, [])


@pytest.mark.req("N49")
async def test_naming_very_many_streams_finds_ones_own_among_them(town: Town) -> None:
    actor = await actor_of(town, SATO)
    async with town.assembly.works.reading() as work:
        heard = await heard_by(work, actor, [stream_of(uuid4()) for _ in range(2_000)] + [stream_of(WELFARE)])
    assert set(heard) == {stream_of(WELFARE)}
