"""Messages with a time: written, listed, changed and given up. Sending them is in `jobs`."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session as Orm

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import as_send_key, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.zones.policy import is_outside
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.messages import brought, parts, queries
from yoriai.talk.messages.naming import Calling, naming_in
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.policy import RoomArchived, may_post
from yoriai.talk.rooms.standing import Standing, enter
from yoriai.talk.scheduled.facts import ScheduledChanged
from yoriai.talk.scheduled.models import Scheduled
from yoriai.talk.scheduled.policy import Left, OnlyAsSeated, OnlyWords, judge
from yoriai.talk.scheduled.wire import RescheduleIn, ScheduledList, ScheduledOut, ScheduleIn

SEND: Final = "scheduled.send"
MOST_WAITING: Final = 100


class TooMany(Refused):
    """No screen lists more."""

    code = "scheduled.too_many"


async def waiting(work: Work, actor: Actor) -> ScheduledList:
    """Everything of the actor's that waits, the next one first; with what could not be sent."""
    stream = select(StreamHead.head).where(StreamHead.stream == actor.own_stream)
    found = (
        select(Scheduled)
        .where(Scheduled.account_id == actor.account_id, *_on_this_side(is_outside(actor.zone)))
        .order_by(Scheduled.due_at, Scheduled.id)
        .limit(MOST_WAITING)
    )
    scheduled = [ScheduledOut.of(each) for each in await work.session.scalars(found)]
    return ScheduledList(scheduled=scheduled, number=await work.session.scalar(stream) or 0)


async def schedule(works: Works, work: Work, here: Standing, asked: ScheduleIn) -> ScheduledOut:
    """Keep this message until its time. The same key again is the same message, whatever it says now (BASE-4)."""
    key, me = as_send_key(asked.send_key), here.actor.account_id
    # One person's devices pass one by one, so that a doubled press makes one.
    await take_turn(work, me)
    mine = select(Scheduled).where(Scheduled.account_id == me)
    same = await work.session.scalar(mine.where(Scheduled.room_id == here.room_id, Scheduled.send_key == key))
    if same is not None:
        return ScheduledOut.of(same)
    judge(asked.due_at, work.now)
    if asked.on_behalf_of not in {None, here.held_for}:
        raise OnlyAsSeated
    if not may_post(here):
        raise RoomArchived
    for message_id in (asked.quote, asked.thread):
        if message_id is not None:
            await queries.find(work, here, message_id)
    if (await work.session.scalar(select(func.count()).select_from(mine.subquery())) or 0) >= MOST_WAITING:
        raise TooMany(most=MOST_WAITING)
    made = Scheduled(
        id=uuid7(work.now),
        account_id=me,
        room_id=here.room_id,
        send_key=key,
        parts=await _accepted(works, work, here, asked.parts),
        quote_id=asked.quote,
        thread_id=asked.thread,
        in_room=asked.in_room,
        zone=here.actor.zone,
        due_at=asked.due_at,
        written_at=work.now,
        refused=None,
        details={},
    )
    work.session.add(made)
    return await _waits(work, made)


async def reschedule(
    works: Works, work: Work, actor: Actor, scheduled_id: UUID, *, asked: RescheduleIn
) -> ScheduledOut:
    """Say it otherwise, or at another time. One that could not be sent is tried again then. The same again changes
    nothing and tells nobody."""
    found = await held(work, actor, scheduled_id)
    before = found.parts, found.due_at, found.refused
    if asked.parts is not None:
        found.parts = await _accepted(works, work, await _standing(work, actor, found), asked.parts)
        found.zone, found.written_at = actor.zone, work.now
    found.due_at = asked.due_at or found.due_at
    judge(found.due_at, work.now)
    found.refused, found.details = None, {}
    if (found.parts, found.due_at, None) == before:
        return ScheduledOut.of(found)
    return await _waits(work, found)


async def give_up(work: Work, actor: Actor, scheduled_id: UUID) -> None:
    """It is not sent. What is not there is given up already."""
    found = await work.session.scalar(_of(actor, scheduled_id))
    if found is not None:
        await work.session.delete(found)
        tell(work, found)


async def held(work: Work, actor: Actor, scheduled_id: UUID) -> Scheduled:
    """One of the actor's own, kept to this work; anybody else's is not there."""
    found = await work.session.scalar(_of(actor, scheduled_id))
    if found is None:
        raise NotFound
    return found


def tell(work: Work, found: Scheduled) -> None:
    """Its author's devices look again."""
    work.state(ScheduledChanged(account_id=found.account_id, scheduled_id=found.id), by=found.account_id)


async def waiting_by_id(
    session: AsyncSession, ids: Sequence[UUID], *, outside: bool
) -> dict[UUID, ScheduledOut]:
    """Those of these that still wait, on the side on which they are asked for."""
    mine = select(Scheduled).where(Scheduled.id.in_(set(ids)), *_on_this_side(outside))
    found = await session.scalars(mine)
    return {each.id: ScheduledOut.of(each) for each in found}


def _of(actor: Actor, scheduled_id: UUID) -> Select[Scheduled]:
    mine = Scheduled.id == scheduled_id, Scheduled.account_id == actor.account_id
    return select(Scheduled).where(*mine, *_on_this_side(is_outside(actor.zone))).with_for_update()


def _on_this_side(outside: bool) -> Sequence[ColumnElement[bool]]:
    """On the Internet side nothing waits for a room that is not there."""
    there = select(Room.id).where(Room.lgwan_only.is_(False))
    return (Scheduled.room_id.in_(there),) if outside else ()


async def _standing(work: Work, actor: Actor, found: Scheduled) -> Standing:
    """Where its author stands in its room now."""
    try:
        return await enter(work, actor, found.room_id)
    except NotFound:
        raise Left from None


async def _accepted(
    works: Works, work: Work, here: Standing, said: Sequence[Mapping[str, object]]
) -> list[parts.Part]:
    """The words as they wait. Whom they name is judged now, while somebody is there to be asked, and again at their
    time, by who is in the room then."""
    accepted = parts.accept(said)
    if brought.bring(accepted):
        raise OnlyWords

    def judged(orm: Orm) -> Calling | Refused:
        naming = naming_in(works.store.rows_of(orm), [(here.room_id, accepted)])
        return naming.judge(here.room_id, here.actor.account_id, accepted)

    calling = await work.session.run_sync(judged)
    if isinstance(calling, Refused):
        raise calling
    return accepted


async def _waits(work: Work, found: Scheduled) -> ScheduledOut:
    """A job of its own for each time that it was given: one that comes too early finds that it is."""
    await enqueue(work, SEND, body={"scheduled": str(found.id)}, run_at=found.due_at)
    tell(work, found)
    return ScheduledOut.of(found)
