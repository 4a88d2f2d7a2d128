"""あとで見る: a message is kept by one person, with a time or without; done, taken up again, and let go."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound, Refused, Wrong
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.work import Work
from yoriai.talk.later.facts import LaterChanged
from yoriai.talk.later.models import Later
from yoriai.talk.messages import queries
from yoriai.talk.rooms.standing import Standing

RING: Final = "later.ring"
MOST_OPEN: Final = 500  # of one person; whoever keeps everything finds nothing again
FARTHEST: Final = timedelta(days=3_660)  # a later day is a slip of the finger


class TooManyKept(Refused):
    """So much is kept already that it is no list of what to look at any more."""

    code = "later.too_many"


class TooFar(Wrong):
    """Later than anybody means."""

    code = "later.too_far"


async def keep(work: Work, here: Standing, message_id: UUID, remind_at: datetime | None) -> None:
    """Keep a message, or give one that is kept another time. Done before, it is taken up again."""
    if remind_at is not None:
        _judge(remind_at, work.now)
    await queries.find(work, here, message_id)
    row = await _held(work, here, message_id)
    if row is None or row.done_at is not None:
        await _check_room_is_left(work, here)
    if row is None:
        row = Later(
            account_id=here.actor.account_id, message_id=message_id, room_id=here.room_id, kept_at=work.now
        )
        work.session.add(row)
    elif row.done_at is None and row.remind_at == remind_at:
        return
    row.remind_at, row.rung_at, row.done_at = remind_at, None, None
    if remind_at is not None:
        body = {"account": str(row.account_id), "message": str(message_id), "at": remind_at.isoformat()}
        await enqueue(work, RING, body=body, run_at=remind_at)
    _tell(work, row)


async def finish(work: Work, here: Standing, message_id: UUID, *, is_done: bool) -> None:
    """It was looked at, or is to be looked at after all. What is so already changes nothing."""
    row = await _held(work, here, message_id)
    if row is None:
        raise NotFound
    if (row.done_at is not None) is is_done:
        return
    if not is_done:
        await _check_room_is_left(work, here)
    row.done_at = work.now if is_done else None
    _tell(work, row)


async def let_go(work: Work, here: Standing, message_id: UUID) -> None:
    """Keep it no longer. What is not kept is let go already."""
    row = await _held(work, here, message_id)
    if row is not None:
        await work.session.delete(row)
        _tell(work, row)


def _judge(remind_at: datetime, now: datetime) -> None:
    if remind_at <= now:
        raise Wrong(field="remind_at", reason="past")
    if remind_at > now + FARTHEST:
        raise TooFar(field="remind_at", reason="too_far", days=FARTHEST.days)


async def _held(work: Work, here: Standing, message_id: UUID) -> Later | None:
    """What this person keeps of this message. One person's devices pass one by one, also where nothing is kept yet."""
    me = here.actor.account_id
    await take_turn(work, me)
    mine = select(Later).where(
        Later.account_id == me,
        Later.message_id == message_id,
        Later.room_id == here.room_id,
    )
    return await work.session.scalar(mine)


async def _check_room_is_left(work: Work, here: Standing) -> None:
    open_ones = select(Later.message_id).where(
        Later.account_id == here.actor.account_id, Later.done_at.is_(None)
    )
    found = (await work.session.scalars(open_ones.limit(MOST_OPEN))).all()
    if len(found) >= MOST_OPEN:
        raise TooManyKept(most=MOST_OPEN)


def _tell(work: Work, row: Later) -> None:
    work.state(LaterChanged(account_id=row.account_id, message_id=row.message_id), by=row.account_id)
