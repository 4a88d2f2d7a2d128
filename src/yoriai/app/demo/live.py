"""Keeping the demo town talking while somebody looks at it: every few seconds somebody says something, over the
product's own services. Those as whom visitors sign in say nothing by themselves."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Final
from uuid import UUID

import structlog
from sqlalchemy import select

from yoriai.app.demo.casting import Player, cast
from yoriai.app.demo.filling import Filling
from yoriai.app.demo.moments import Calendar
from yoriai.app.demo.people import cast_of, tenants_of
from yoriai.app.demo.scripts import ALL_DAY, Thread, threads
from yoriai.app.demo.setting import Setting
from yoriai.app.demo.talk import story
from yoriai.app.demo.written import key_of
from yoriai.kit.days import JST
from yoriai.kit.errors import Refused
from yoriai.kit.ids import SendKey
from yoriai.people.orgs.models import Department
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.messages.speak import speak
from yoriai.talk.rooms.models import Membership, Room

SHORTEST, LONGEST = 5.0, 20.0
"""Seconds between two remarks."""
PAST: Final = timedelta(days=30)
"""For dates in what is said; nothing is said there."""

log = structlog.get_logger()
Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Place:
    """A room in which somebody looks on, and who may speak there."""

    room_id: UUID
    members: Sequence[Player]
    threads: Sequence[Thread]


async def keep_talking(works: Works, setting: Setting, rng: Random, sleep: Sleep = asyncio.sleep) -> None:
    """Talk until cancelled. What cannot be said is left unsaid."""
    async with works.reading() as work:
        places = await _places(work, setting)
    while places:
        place = rng.choice(places)
        try:
            await _play(works, place, rng.choice(place.threads), rng, sleep)
        except Refused as refused:
            log.warning("nothing was said", code=refused.code)
            await sleep(LONGEST)


async def _play(  # noqa: PLR0917 where, what and how
    works: Works, place: Place, thread: Thread, rng: Random, sleep: Sleep
) -> None:
    parts = cast(thread, place.members, rng)
    now = works.now()
    here = now.astimezone(JST)
    is_now = here.month in thread.months and (thread.hours == ALL_DAY or here.hour in thread.hours)
    if parts is None or not is_now:
        await sleep(SHORTEST)
        return
    filling = Filling(rng, Calendar(now - PAST, now), parts)
    for turn in thread.turns:
        if turn.later:  # what comes on another day is not said today
            break
        await sleep(rng.uniform(SHORTEST, LONGEST))
        words = filling.fill(turn.words, works.now().astimezone(JST).date())
        player = parts[turn.speaker]
        async with works.writing(Cause(account_id=player.account_id)) as work:
            room = await work.session.get_one(Room, place.room_id)
            await speak(work, room, player.account_id, words, send_key=SendKey(key_of(work.now)))


async def _places(work: Work, setting: Setting) -> Sequence[Place]:
    """The rooms of those as whom visitors sign in, each as often as there are such people in it."""
    told = story()
    pools = {room.called(work.now): frozenset(room.pools) for room in told.rooms if room.name}
    silent = setting.shown
    places: list[Place] = []
    for (room_id, name, unit), members in (await _rooms(work, setting)).items():
        spoken_of = told.pools_of(unit) if unit else pools.get(name, frozenset[str]())
        others = [player for player in members if player.login_id not in silent]
        fitting = [each for each in threads() if each.pools & spoken_of and cast(each, others, Random(0))]  # noqa: S311 only whether it fits
        if fitting:
            places += [Place(room_id, others, fitting)] * (len(members) - len(others))
    return places


async def _rooms(work: Work, setting: Setting) -> Mapping[tuple[UUID, str, str | None], Sequence[Player]]:
    """Every open room, by its id, its name and its unit, and who is in it."""
    everybody = await cast_of(work, await tenants_of(work, setting))
    seats = await work.session.execute(
        select(Room.id, Room.name, Department.name, Membership.account_id)
        .outerjoin(Department, Department.id == Room.department_id)
        .join(Membership, Membership.room_id == Room.id)
        .where(Membership.is_open.is_(True), Room.archived_at.is_(None))
        .order_by(Room.id, Membership.id)
    )
    rooms: dict[tuple[UUID, str, str | None], list[Player]] = {}
    for room_id, name, unit, account_id in seats:
        if account_id in everybody.players:
            rooms.setdefault((room_id, name, unit), []).append(everybody.players[account_id])
    return rooms
