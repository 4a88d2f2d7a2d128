"""Asking for an inspection: which room, why, which days, for how long; and wanting it no longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from yoriai.kit import paging
from yoriai.kit.days import day_in_japan, days_with_both_ends
from yoriai.kit.errors import NotFound, Refused, Wrong
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Room
from yoriai.watch.audit.inspections import door
from yoriai.watch.audit.inspections.facts import InspectionAsked, InspectionWithdrawn
from yoriai.watch.audit.inspections.models import Inspection, State
from yoriai.watch.audit.inspections.policy import ANSWER_DAYS, MOST_REASON, may_withdraw
from yoriai.watch.audit.policy import without_my_number

PAGE: Final = 20
MOST_QUERY: Final = 100
MOST_WAITING: Final = 50


class TooManyAsked(Refused):
    """So many askings of one body wait for an answer that nobody would look at one more."""

    code = "inspections.too_many"


class NotYet(Wrong):
    """The days end after today: what was said is looked into, nobody is listened to."""

    code = "inspections.not_yet"


class AnsweredAlready(Refused):
    """Somebody has answered or withdrawn it, or its time is over."""

    code = "inspections.over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for."""

    room_id: UUID
    reason: str
    first: date
    last: date
    hours: int


@dataclass(frozen=True, slots=True)
class FoundRooms:
    """Some rooms, and where the list goes on."""

    rooms: Sequence[Room]
    next: str | None


async def find_rooms(work: Work, actor: Actor, query: str, cursor: str | None) -> FoundRooms:
    """Rooms of the actor's body by part of their name, or one by its id; nothing of what is in them. A talk between
    two has no name and is found by its id alone: who talks with whom is nobody's to look through."""
    words = clean_line(query, field="q", most=MOST_QUERY)
    found = select(Room).where(*door.inspectable(actor), _called(words)).order_by(Room.name, Room.id)
    if cursor is not None:
        name, room_id = paging.decode(cursor, str, UUID)
        found = found.where(or_(Room.name > name, (Room.name == name) & (Room.id > room_id)))
    rooms = (await work.session.scalars(found.limit(PAGE + 1))).all()
    more = paging.encode(rooms[PAGE - 1].name, rooms[PAGE - 1].id) if len(rooms) > PAGE else None
    return FoundRooms(rooms[:PAGE], more)


def _called(words: str) -> ColumnElement[bool]:
    named = Room.name.contains(words, autoescape=True)
    try:
        return or_(named, Room.id == UUID(words))
    except ValueError:
        return named


async def ask(work: Work, actor: Actor, wish: Wish) -> Inspection:
    """Ask. The same again, while it waits, is the same asking (BASE-4)."""
    door.check_is_a_person(actor)
    reason = without_my_number(clean_line(wish.reason, field="reason", most=MOST_REASON))
    days_with_both_ends(wish.first, wish.last)
    if wish.last > day_in_japan(work.now):
        raise NotYet(field="last", reason="past")
    await held_tenant(work, actor.tenant_id)
    work.read_clock()
    rooms = select(Room.id).where(Room.id == wish.room_id, *door.inspectable(actor))
    if await work.session.scalar(rooms) is None:
        raise NotFound
    waiting = await _waiting(work, actor)
    for each in waiting:
        if _says(each) == (actor.account_id, wish.room_id, reason, wish.first, wish.last, wish.hours):
            return each
    if len(waiting) >= MOST_WAITING:
        raise TooManyAsked(most=MOST_WAITING)
    return _put(work, actor, wish, reason)


async def _waiting(work: Work, actor: Actor) -> Sequence[Inspection]:
    asked = select(Inspection).where(
        Inspection.tenant_id == actor.tenant_id, Inspection.state == State.ASKED, Inspection.due_at > work.now
    )
    return (await work.session.scalars(asked)).all()


def _says(each: Inspection) -> tuple[UUID, UUID, str, date, date, int]:
    return each.asker_id, each.room_id, each.reason, each.first, each.last, each.hours


def _put(work: Work, actor: Actor, wish: Wish, reason: str) -> Inspection:
    asked = Inspection(
        id=uuid7(work.now),
        tenant_id=actor.tenant_id,
        room_id=wish.room_id,
        asker_id=actor.account_id,
        asked_at=work.now,
        reason=reason,
        first=wish.first,
        last=wish.last,
        hours=wish.hours,
        state=State.ASKED,
        due_at=work.now + timedelta(days=ANSWER_DAYS),
    )
    work.session.add(asked)
    fact = InspectionAsked(tenant_id=actor.tenant_id, inspection_id=asked.id, room_id=asked.room_id)
    work.state(fact, by=actor.account_id)
    return asked


async def withdraw(work: Work, actor: Actor, inspection_id: UUID) -> None:
    """Want it no longer. Twice is the same as once."""
    asked = await door.hold(work, actor, inspection_id)
    if asked.asker_id != actor.account_id:
        raise NotFound
    if asked.state == State.WITHDRAWN:
        return
    if not may_withdraw(door.said_of(asked), actor.account_id) or asked.due_at <= work.now:
        raise AnsweredAlready
    asked.state, asked.ended_at, asked.ended_by = State.WITHDRAWN, work.now, actor.account_id
    fact = InspectionWithdrawn(tenant_id=asked.tenant_id, inspection_id=asked.id, room_id=asked.room_id)
    work.state(fact, by=actor.account_id)
