"""Reading: a page of what was said in the room on the days that were asked for, as its members see it, and nothing else.

The reader has no standing in the room: nothing is said, marked or heard by them, and nobody sees that they are here
until it is over. Each page is a row of the log before it leaves.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ScalarSelect, func, literal, select

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import people_of
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries
from yoriai.talk.messages.former_units import with_units
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.queries import Place
from yoriai.talk.messages.wire import people_in
from yoriai.talk.rooms.models import Room
from yoriai.talk.timeline.paper import Period
from yoriai.watch.audit.inspections import door
from yoriai.watch.audit.inspections.facts import InspectionRead
from yoriai.watch.audit.inspections.models import Inspection, State
from yoriai.watch.audit.inspections.policy import may_read
from yoriai.watch.audit.inspections.wire import InspectedPageOut

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Inspector:
    """One of the two, in a room into which they look: between two ordinals, and only there. It is no Standing."""

    actor: Actor
    room_id: UUID
    sees_from: int
    newest: int


async def read(work: Work, actor: Actor, inspection_id: UUID, after: int | None) -> InspectedPageOut:
    """One page, from the first of the days on or from after an ordinal. To everybody but the two, and to them as soon
    as it is over, there is nothing."""
    door.check_is_a_person(actor)
    asked = await door.hold(work, actor, inspection_id)
    if not may_read(door.said_of(asked), actor.account_id) or not door.is_running(
        asked, State.APPROVED, work
    ):
        raise NotFound
    here = await _look_in(work, actor, asked)
    beside = max(here.sees_from - 1, after or 0)
    found = await queries.page(work, here, Place(after=beside), PAGE)
    messages = [message for message in found.messages if message.ordinal <= here.newest]
    _note(work, asked, here, [message.ordinal for message in messages])
    people = await people_of(work.session, people_in(messages), actor.redaction_class)
    goes_on = len(messages) == PAGE and messages[-1].ordinal < here.newest
    return InspectedPageOut(
        messages=await with_units(work.session, messages, people),
        people=people,
        ends_at=asked.due_at,
        next=messages[-1].ordinal if goes_on else None,
    )


async def _look_in(work: Work, actor: Actor, asked: Inspection) -> Inspector:
    """Between which ordinals everything lies that was said on these days, and before it was asked for."""
    days = Period(asked.first, asked.last)
    begins, ends = days.begins(), days.ends()
    until = asked.asked_at if ends is None else min(ends, asked.asked_at)
    before = literal(0) if begins is None else func.coalesce(_newest_before(asked.room_id, begins), 0)
    last = func.coalesce(_newest_before(asked.room_id, until), 0)
    between = await work.session.execute(select(before, last).where(Room.id == asked.room_id))
    beyond, newest = between.one()
    return Inspector(actor, asked.room_id, beyond + 1, newest)


def _newest_before(room_id: UUID, moment: datetime) -> ScalarSelect[int]:
    before = select(Message.ordinal).where(Message.room_id == room_id, Message.posted_at < moment)
    return before.order_by(Message.ordinal.desc()).limit(1).scalar_subquery()


def _note(work: Work, asked: Inspection, here: Inspector, ordinals: list[int]) -> None:
    me = here.actor.account_id
    if me == asked.asker_id:
        asked.asker_read_at = asked.asker_read_at or work.now
    else:
        asked.answerer_read_at = asked.answerer_read_at or work.now
    fact = InspectionRead(
        tenant_id=asked.tenant_id,
        inspection_id=asked.id,
        room_id=asked.room_id,
        first=ordinals[0] if ordinals else 0,
        last=ordinals[-1] if ordinals else 0,
        messages=len(ordinals),
    )
    work.state(fact, by=me)
