"""Pinning and unpinning. Whoever may pin may unpin: the board belongs to the room."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.rules import require
from yoriai.platform.work.work import Work
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.queries import is_shown
from yoriai.talk.pins.facts import MessagePinned, MessageUnpinned
from yoriai.talk.pins.models import Pin
from yoriai.talk.pins.policy import may_pin
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing, enter

MOST_PINS: Final = 50


class BoardFull(Refused):
    """More would no longer be the few that are kept in sight."""

    code = "pins.board_full"


class Withdrawn(Refused):
    """The message was taken back. There is nothing left to keep in sight."""

    code = "pins.withdrawn"


async def pin(work: Work, here: Standing, message_id: UUID) -> None:
    """Pin a message. Pinning it again changes nothing and tells nobody."""
    here = await _held(work, here)
    message = await _found(work, here, message_id)
    if await work.session.get(Pin, message_id) is not None:
        return
    if message.withdrawn_at is not None:
        raise Withdrawn
    if await _count(work, here) >= MOST_PINS:
        raise BoardFull(most=MOST_PINS)
    me = here.actor.account_id
    whose = here.held_for or me
    work.session.add(Pin(message_id=message_id, room_id=here.room_id, pinned_by=whose, pinned_at=work.now))
    work.state(MessagePinned(room_id=here.room_id, message_id=message_id, ordinal=message.ordinal), by=me)


async def unpin(work: Work, here: Standing, message_id: UUID) -> None:
    """Take a pin down. What is not pinned stays so."""
    here = await _held(work, here)
    message = await _found(work, here, message_id)
    pinned = await work.session.get(Pin, message_id)
    if pinned is None:
        return
    await work.session.delete(pinned)
    fact = MessageUnpinned(room_id=here.room_id, message_id=message_id, ordinal=message.ordinal)
    work.state(fact, by=here.actor.account_id)


async def _held(work: Work, here: Standing) -> Standing:
    """Keep the room to this work, so that two managers do not fill the last place at once, and look again who asks."""
    await ordinals.hold(work, (here.room_id,))
    here = await enter(work, here.actor, here.room_id)
    if here.is_archived:
        raise RoomArchived
    require(may_pin(here))
    # From a seat that is held for a unit the unit does it; who it was is kept.
    work.cause = replace(work.cause, on_behalf_of=here.held_for)
    return here


async def _found(work: Work, here: Standing, message_id: UUID) -> Message:
    """The message, kept to this work too: whoever takes it back waits."""
    found = await work.session.scalar(
        select(Message)
        .where(Message.id == message_id, Message.room_id == here.room_id)
        .where(Message.ordinal >= here.sees_from, is_shown())
        .with_for_update(key_share=True)
    )
    if found is None:
        raise NotFound
    return found


async def _count(work: Work, here: Standing) -> int:
    pins = (
        select(func.count())
        .select_from(Pin)
        .join(Message, Message.id == Pin.message_id)
        .where(Pin.room_id == here.room_id, Message.withdrawn_at.is_(None))
    )
    return await work.session.scalar(pins) or 0
