"""The end: an inspection is over when its time has run out or one of the two closes it, and then the room is told.

All of it is one transaction behind the row's lock: whoever comes second finds it over, so that it is told once.
"""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.orgs import settings
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import lines, ordinals
from yoriai.talk.rooms.facts import RoomChanged
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Room
from yoriai.watch.audit.inspections import door
from yoriai.watch.audit.inspections.asking import AnsweredAlready
from yoriai.watch.audit.inspections.facts import InspectionEnded, InspectionLapsed
from yoriai.watch.audit.inspections.models import Inspection, State
from yoriai.watch.audit.inspections.policy import may_read
from yoriai.watch.audit.inspections.settings import InspectionRules

SWEEP: Final = "inspections.sweep"
MOST_AT_ONCE: Final = 100


async def close(work: Work, actor: Actor, inspection_id: UUID) -> None:
    """Either of the two ends it before its time. Twice is the same as once."""
    asked = await door.hold(work, actor, inspection_id)
    if actor.account_id not in (asked.asker_id, asked.answerer_id):
        raise NotFound
    if asked.state == State.ENDED:
        return
    if not may_read(door.said_of(asked), actor.account_id):
        raise AnsweredAlready
    await _end(work, asked, work.cause, by=actor.account_id)


async def sweep(works: Works, _: Mapping[str, object]) -> None:
    """End whatever has run out of time, one after the other: whoever asked or agreed may be gone by now."""
    more = True
    while more:
        async with works.reading() as work:
            due = select(Inspection.id).where(_is_due(work)).order_by(Inspection.due_at, Inspection.id)
            found = (await work.session.scalars(due.limit(MOST_AT_ONCE))).all()
        for inspection_id in found:
            async with works.writing() as work:
                await _settle(work, inspection_id)
        more = len(found) == MOST_AT_ONCE


def _is_due(work: Work) -> ColumnElement[bool]:
    return and_(
        or_(Inspection.state == State.ASKED, Inspection.state == State.APPROVED),
        Inspection.due_at <= work.now,
    )


async def _settle(work: Work, inspection_id: UUID) -> None:
    held = select(Inspection).where(Inspection.id == inspection_id, _is_due(work)).with_for_update()
    asked = await work.session.scalar(held)
    if asked is None:  # somebody closed it a moment ago
        return
    # One cause for all of it, so that it is one row of the log.
    cause = Cause(tenant_id=asked.tenant_id, request_id=str(asked.id))
    if asked.state == State.APPROVED:
        await _end(work, asked, cause, by=None)
        return
    asked.state, asked.ended_at = State.LAPSED, work.now
    fact = InspectionLapsed(tenant_id=asked.tenant_id, inspection_id=asked.id, room_id=asked.room_id)
    work.state(fact, by=None, cause=cause)


async def _end(work: Work, asked: Inspection, cause: Cause, *, by: UUID | None) -> None:
    asked.state, asked.ended_at, asked.ended_by = State.ENDED, work.now, by
    readers = _who_read(asked)
    if readers:
        await _tell_the_room(work, asked, readers, cause, by=by)
    fact = InspectionEnded(
        tenant_id=asked.tenant_id,
        inspection_id=asked.id,
        room_id=asked.room_id,
        is_closed=by is not None,
        is_told=bool(readers),
    )
    work.state(fact, by=by, cause=cause)


def _who_read(asked: Inspection) -> list[UUID]:
    """Those of the two who have read anything."""
    read = ((asked.asker_id, asked.asker_read_at), (asked.answerer_id, asked.answerer_read_at))
    return [who for who, at in read if who is not None and at is not None]


async def _tell_the_room(
    work: Work, asked: Inspection, readers: list[UUID], cause: Cause, *, by: UUID | None
) -> None:
    """A line for everybody who is in it: who has read, which days, and why, if the body says so."""
    rules = await settings.of(work, asked.tenant_id, InspectionRules)
    await ordinals.hold(work, [asked.room_id])
    newest = await work.session.scalar(select(Room.last_ordinal).where(Room.id == asked.room_id))
    reason = asked.reason if rules.tells_reason else ""
    line = Line(
        room_id=asked.room_id,
        after_ordinal=newest or 0,
        kind=LineKind.INSPECTED,
        by=None,
        who=readers,
        words=f"{asked.first.isoformat()} {asked.last.isoformat()} {reason}".rstrip(),
    )
    line_ids = await lines.write(work, [line])
    work.state(RoomChanged(room_id=asked.room_id, line_ids=tuple(line_ids)), by=by, cause=cause)
