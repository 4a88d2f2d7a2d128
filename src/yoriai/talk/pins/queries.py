"""Reading pins: a room's board, or some of them by their messages."""

from collections.abc import Collection, Iterable
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import first_words
from yoriai.talk.messages.said_by import IN_ONE_LINE
from yoriai.talk.pins.models import Pin
from yoriai.talk.pins.wire import PinOut
from yoriai.talk.rooms.standing import Standing

MOST_OF_TEXT: Final = 100  # characters of a message in its line on the board


async def board(session: AsyncSession, here: Standing) -> list[PinOut]:
    """The pins of a room that may be read here, the newest first; one query."""
    return await _pins(session, Pin.room_id == here.room_id, Message.ordinal >= here.sees_from)


async def pins_of(session: AsyncSession, message_ids: Collection[UUID]) -> dict[UUID, PinOut]:
    """Those of these messages that are pinned."""
    found = await _pins(session, Pin.message_id.in_(set(message_ids)))
    return {pin.message_id: pin for pin in found}


def people_in(pins: Iterable[PinOut]) -> set[UUID]:
    """Everybody whose name stands at these pins."""
    return {who for pin in pins for who in (pin.author_id, pin.pinned_by)}


async def _pins(session: AsyncSession, *conditions: ColumnElement[bool]) -> list[PinOut]:
    statement = (
        select(
            Message.id,
            Message.ordinal,
            IN_ONE_LINE,
            Message.parts,
            Message.posted_at,
            Pin.pinned_by,
            Pin.pinned_at,
        )
        .join(Pin, Pin.message_id == Message.id)
        # A message that was taken back drops from the board (ROOM-18).
        .where(Message.withdrawn_at.is_(None), *conditions)
        .order_by(Pin.pinned_at.desc(), Message.ordinal.desc())
    )
    return [
        PinOut(
            message_id=message_id,
            ordinal=ordinal,
            author_id=author_id,
            text=first_words(parts, MOST_OF_TEXT),
            posted_at=posted_at,
            pinned_by=pinned_by,
            pinned_at=pinned_at,
        )
        for message_id, ordinal, author_id, parts, posted_at, pinned_by, pinned_at in (
            await session.execute(statement)
        )
    ]
