"""Reading messages: a page of them in either direction, around one of them, or a single one by its permalink.

Ordinals have no gaps, so the place of a page in its room follows from the ordinals on it: no counting, no second query.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from yoriai.kit import paging
from yoriai.kit.errors import NotFound, Unparseable
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Row, Rows, Value, statement
from yoriai.platform.work.work import Work
from yoriai.talk.messages.models import Message, Withdrawal
from yoriai.talk.messages.wire import COLUMNS, MessageOut
from yoriai.talk.rooms.standing import Reads

BEFORE: Final = "before"
AFTER: Final = "after"
NO_END: Final = 1 << 62
"""Beyond every ordinal."""

# Members are shown something of it: one that was taken back at once was never there (MSG-6).
_SHOWN = f"({{0}}.withdrawal IS NULL OR {{0}}.withdrawal <> '{Withdrawal.TRACELESS}')"
_READABLE = f"{COLUMNS} WHERE m.room_id = :room AND m.ordinal >= :sees_from AND {_SHOWN.format('m')}"
# `+ 0`: a room may have a hundred thousand messages between two of a thread, so that it is not walked by its ordinals.
_UNDER = (
    f"{COLUMNS} WHERE m.thread_id = :under AND m.room_id = :room AND m.ordinal + 0 >= :sees_from"
    f" AND {_SHOWN.format('m')}"
)
_MIDDLE = (
    "(SELECT a.ordinal FROM messages a WHERE a.id = :message AND a.room_id = :room AND a.ordinal >= :sees_from"  # noqa: S608 words of our own
    f" AND {_SHOWN.format('a')})"
)
THESE: Final = statement(
    f"{COLUMNS} WHERE m.id IN (SELECT asked.id FROM {{asked}}) AND {_SHOWN.format('m')}",  # noqa: S608 words of our own
    asked={"id": "uuid"},
)
ONE: Final = statement(f"{_READABLE} AND m.id = :message")
AFTER_IT: Final = statement(f"{_READABLE} AND m.ordinal > :beside ORDER BY m.ordinal LIMIT :most")
BEFORE_IT: Final = statement(f"{_READABLE} AND m.ordinal < :beside ORDER BY m.ordinal DESC LIMIT :most")
AFTER_IT_UNDER: Final = statement(f"{_UNDER} AND m.ordinal + 0 > :beside ORDER BY m.ordinal + 0 LIMIT :most")
BEFORE_IT_UNDER: Final = statement(
    f"{_UNDER} AND m.ordinal + 0 < :beside ORDER BY m.ordinal + 0 DESC LIMIT :most"
)
AROUND_IT: Final = statement(
    f"{_READABLE} AND m.ordinal >= {_MIDDLE} - :reach AND m.ordinal < {_MIDDLE} - :reach + :most LIMIT :most"
)


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


async def page(work: Work, here: Reads, place: Place, limit: int) -> Page:
    """One page of what may be read here. Around a message that may not be read there is nothing: `NotFound`."""
    found = await plainly(work.session, lambda rows: _rows(rows, here, place, limit))
    if place.around is not None and not found:
        raise NotFound
    read = sorted((_shown(row, here) for row in found), key=lambda message: message.ordinal)
    if place.under is not None:
        return _thread_page(read, place, limit)
    return Page(read, _older(here, read), None if place.is_the_end else _newer(here, read))


async def root_of(work: Work, here: Reads, place: Place, read: Page) -> list[MessageOut]:
    """In a thread: the message under which all of these stand. It is left out for whoever came later, as long as they
    may read something of the thread; else there is no such thread. Under an answer stands nothing: one level."""
    if place.under is None:
        return []
    root = await _one(work, here, place.under)
    if root is None and read.messages:
        return []
    if root is None or root.thread_id is not None:
        raise NotFound
    return [root]


async def find(work: Work, here: Reads, message_id: UUID) -> MessageOut:
    """The message behind a permalink. One of another room, or from before one's time, is not there (N14, D17)."""
    found = await _one(work, here, message_id)
    if found is None:
        raise NotFound
    return found


async def shown_of(session: AsyncSession, message_ids: Collection[UUID], klass: str) -> list[MessageOut]:
    """Those of these messages of which anything is shown, to readers of this class who read their rooms from the beginning."""
    asked = [(message_id,) for message_id in set(message_ids)]
    found = await plainly(session, lambda rows: rows.all(THESE, asked=asked))
    return [MessageOut.of(row, 1, klass) for row in found]


async def _one(work: Work, here: Reads, message_id: UUID) -> MessageOut | None:
    found = await plainly(
        work.session,
        lambda rows: rows.all(ONE, room=here.room_id, sees_from=here.sees_from, message=message_id),
    )
    return _shown(found[0], here) if found else None


def _shown(row: Row, here: Reads) -> MessageOut:
    return MessageOut.of(row, here.sees_from, here.actor.redaction_class)


def is_shown(message: type[Message] = Message) -> ColumnElement[bool]:
    """Whether members are shown anything of a message. One that was taken back at once was never there (MSG-6)."""
    return or_(message.withdrawal.is_(None), message.withdrawal != Withdrawal.TRACELESS)


def newest_shown(room_id: InstrumentedAttribute[UUID]) -> ScalarSelect[int]:
    """The ordinal of the newest message of which members are shown anything: one step back in the index, and
    another only for each one there that was taken back at once."""
    said = aliased(Message)
    newest = select(said.ordinal).where(said.room_id == room_id, is_shown(said))
    return newest.order_by(said.ordinal.desc()).limit(1).correlate(room_id.class_).scalar_subquery()


def _rows(rows: Rows, here: Reads, place: Place, limit: int) -> list[Row]:
    asked: dict[str, Value] = {"room": here.room_id, "sees_from": here.sees_from, "most": limit}
    if place.around is not None:
        return rows.all(AROUND_IT, **asked, message=place.around, reach=limit // 2)
    if place.under is not None:
        asked["under"] = place.under
    if place.after is not None:
        return rows.all(AFTER_IT_UNDER if place.under else AFTER_IT, **asked, beside=place.after)
    before = NO_END if place.before is None else place.before
    return rows.all(BEFORE_IT_UNDER if place.under else BEFORE_IT, **asked, beside=before)


def _thread_page(read: list[MessageOut], place: Place, limit: int) -> Page:
    """In a thread ordinals have holes: only a full page says that it may go on."""
    is_full = len(read) == limit
    older = paging.encode(BEFORE, read[0].ordinal) if is_full and place.after is None else None
    newer = paging.encode(AFTER, read[-1].ordinal) if is_full and place.after is not None else None
    return Page(read, older, newer)


def _older(here: Reads, read: Sequence[MessageOut]) -> str | None:
    return paging.encode(BEFORE, read[0].ordinal) if read and read[0].ordinal > here.sees_from else None


def _newer(here: Reads, read: Sequence[MessageOut]) -> str | None:
    return paging.encode(AFTER, read[-1].ordinal) if read and read[-1].ordinal < here.newest else None
