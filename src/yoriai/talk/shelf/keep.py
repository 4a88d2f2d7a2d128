"""Keeping messages to find them again, and letting them go."""

from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.standing import Standing
from yoriai.talk.shelf.facts import MessageAt, ShelfChanged
from yoriai.talk.shelf.models import ShelvedMessage

MOST_MESSAGES: Final = 1_000


class ShelfFull(Refused):
    """More would no longer be found again."""

    code = "shelf.full"


class Withdrawn(Refused):
    """The message was taken back. There is nothing left to keep."""

    code = "shelf.withdrawn"


async def keep(work: Work, here: Standing, message_id: UUID) -> None:
    """Keep a message that may be read here. Keeping it again changes nothing and tells nobody."""
    await take_turn(work, here.actor.account_id)
    message = await queries.find(work, here, message_id)
    me = here.actor.account_id
    if await work.session.get(ShelvedMessage, (me, message_id)) is not None:
        return
    if message.is_withdrawn:
        raise Withdrawn
    mine = select(func.count()).select_from(ShelvedMessage).where(ShelvedMessage.account_id == me)
    if (await work.session.scalar(mine) or 0) >= MOST_MESSAGES:
        raise ShelfFull(most=MOST_MESSAGES)
    work.session.add(ShelvedMessage(account_id=me, message_id=message_id, kept_at=work.now))
    _tell(work, me, MessageAt(room_id=here.room_id, message_id=message_id))


async def let_go(work: Work, actor: Actor, message_id: UUID) -> None:
    """Keep a message no longer, also one of a room that one has left. What is not kept is not there."""
    await take_turn(work, actor.account_id)
    me = actor.account_id
    kept = await work.session.get(ShelvedMessage, (me, message_id))
    if kept is None:
        raise NotFound
    room_id = await work.session.scalar(select(Message.room_id).where(Message.id == message_id))
    await work.session.delete(kept)
    if room_id is not None:
        _tell(work, me, MessageAt(room_id=room_id, message_id=message_id))


def _tell(work: Work, me: UUID, at: MessageAt) -> None:
    work.state(ShelfChanged(account_id=me, message=at), by=me)
