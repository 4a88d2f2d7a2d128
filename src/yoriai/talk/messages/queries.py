"""Reading messages: a page of them in either direction, around one of them, or a single one by its permalink.

Ordinals have no gaps, so the place of a page in its room follows from the ordinals on it: no counting, no second query.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from yoriai.kit import paging
from yoriai.kit.errors import NotFound, Unparseable
from yoriai.platform.work.work import Work
from yoriai.talk.messages.models import Message, Withdrawal
from yoriai.talk.messages.wire import COLUMNS, MessageOut, MessageRow
from yoriai.talk.rooms.standing import Standing

BEFORE: Final = "before"
AFTER: Final = "after"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a room to read: beside an ordinal, around a message, or, with neither, at its newest end."""

    before: int | None = None
    after: int | None = None
    around: UUID | None = None
    under: UUID | None = None
    """In a thread: only what stands under this message."""

    @property
    def is_the_end(self) -> bool:
        return self.before is None and self.after is None and self.around is None


@dataclass(frozen=True, slots=True)
class Page:
    """Messages in ascending order, and how to go on in either direction."""

    messages: list[MessageOut]
    older: str | None
    newer: str | None


def place_of(cursor: str) -> Place:
    """The place that one of our cursors stands for; anything else is Unparseable."""
    direction, ordinal = paging.decode(cursor, str, int)
    if direction not in (BEFORE, AFTER):
        raise Unparseable(field="cursor")
    return Place(before=ordinal) if direction == BEFORE else Place(after=ordinal)


async def page(work: Work, here: Standing, place: Place, limit: int) -> Page:
    """One page of what may be read here. Around a message that may not be read there is nothing: `NotFound`."""
    found = (await work.session.execute(_rows(here, place, limit))).all()
    if place.around is not None and not found:
        raise NotFound
    read = sorted((MessageOut.of(row, here.sees_from) for row in found), key=lambda message: message.ordinal)
    if place.under is not None:
        return _thread_page(read, place, limit)
    return Page(read, _older(here, read), None if place.is_the_end else _newer(here, read))


async def root_of(work: Work, here: Standing, place: Place, read: Page) -> list[MessageOut]:
    """In a thread: the message under which all of these stand. It is left out for whoever came later, as long as they
    may read something of the thread; else there is no such thread. Under an answer stands nothing: one level."""
    if place.under is None:
        return []
    row = (await work.session.execute(_readable(here).where(Message.id == place.under))).one_or_none()
    root = None if row is None else MessageOut.of(row, here.sees_from)
    if root is None and read.messages:
        return []
    if root is None or root.thread_id is not None:
        raise NotFound
    return [root]


async def find(work: Work, here: Standing, message_id: UUID) -> MessageOut:
    """The message behind a permalink. One of another room, or from before one's time, is not there (N14, D17)."""
    row = (await work.session.execute(_readable(here).where(Message.id == message_id))).one_or_none()
    if row is None:
        raise NotFound
    return MessageOut.of(row, here.sees_from)


def is_shown(message: type[Message] = Message) -> ColumnElement[bool]:
    """Whether members are shown anything of a message. One that was taken back at once was never there (MSG-6)."""
    return or_(message.withdrawal.is_(None), message.withdrawal != Withdrawal.TRACELESS)


def newest_shown(room_id: InstrumentedAttribute[UUID]) -> ScalarSelect[int]:
    """The ordinal of the newest message of which members are shown anything: one step back in the index, and
    another only for each one there that was taken back at once."""
    said = aliased(Message)
    newest = select(said.ordinal).where(said.room_id == room_id, is_shown(said))
    return newest.order_by(said.ordinal.desc()).limit(1).correlate(room_id.class_).scalar_subquery()


def _readable(here: Standing) -> Select[*MessageRow]:
    return COLUMNS.where(Message.room_id == here.room_id, Message.ordinal >= here.sees_from, is_shown())


def _rows(here: Standing, place: Place, limit: int) -> Select[*MessageRow]:
    rows = _readable(here).limit(limit)
    if place.under is not None:
        rows = rows.where(Message.thread_id == place.under)
    if place.around is not None:
        return rows.where(*_around(here, place.around, limit))
    if place.after is not None:
        return rows.where(Message.ordinal > place.after).order_by(Message.ordinal)
    if place.before is not None:
        rows = rows.where(Message.ordinal < place.before)
    return rows.order_by(Message.ordinal.desc())


def _around(here: Standing, message_id: UUID, limit: int) -> tuple[ColumnElement[bool], ...]:
    asked = select(Message.ordinal).where(
        Message.id == message_id,
        Message.room_id == here.room_id,
        Message.ordinal >= here.sees_from,
        is_shown(),
    )
    middle, reach = asked.scalar_subquery(), limit // 2
    return Message.ordinal >= middle - reach, Message.ordinal < middle - reach + limit


def _thread_page(read: list[MessageOut], place: Place, limit: int) -> Page:
    """In a thread ordinals have holes: only a full page says that it may go on."""
    is_full = len(read) == limit
    older = paging.encode(BEFORE, read[0].ordinal) if is_full and place.after is None else None
    newer = paging.encode(AFTER, read[-1].ordinal) if is_full and place.after is not None else None
    return Page(read, older, newer)


def _older(here: Standing, read: Sequence[MessageOut]) -> str | None:
    return paging.encode(BEFORE, read[0].ordinal) if read and read[0].ordinal > here.sees_from else None


def _newer(here: Standing, read: Sequence[MessageOut]) -> str | None:
    return paging.encode(AFTER, read[-1].ordinal) if read and read[-1].ordinal < here.newest else None
