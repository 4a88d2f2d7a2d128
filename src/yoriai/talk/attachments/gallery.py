"""The gallery of a room: all pictures in it, or all other files, from the newest back, as far as whoever looks may read.

Only what was made safe and hangs at a message that is there still: what waits to be judged, was held or was taken back
has no place here (FILE-13).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select

from yoriai.kit import paging
from yoriai.people.accounts.cards import people_of
from yoriai.people.files.models import File, State
from yoriai.people.files.sanitizing.kinds import PICTURES
from yoriai.platform.work.work import Work
from yoriai.talk.attachments.attach import MOST
from yoriai.talk.attachments.models import Attachment
from yoriai.talk.attachments.wire import GalleryFileOut, GalleryOut
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.said_by import IN_ONE_LINE
from yoriai.talk.rooms.standing import Reads


class Hung(StrEnum):
    """What one looks for."""

    PICTURES = "pictures"
    FILES = "files"
    """Everything that is no picture."""


class _Row(NamedTuple):
    """One file, in the order of the columns below."""

    ordinal: int
    file_id: UUID
    message_id: UUID
    parts: list[Part]
    thread_id: UUID | None
    author_id: UUID
    posted_at: datetime


async def gallery(work: Work, here: Reads, hung: Hung, *, cursor: str | None, limit: int) -> GalleryOut:
    """A part of it, about `limit` long: what one message brought is never torn apart. Two queries, however long."""
    asked = _hanging(here, hung)
    if cursor is not None:
        (before,) = paging.decode(cursor, int)
        asked = asked.where(Attachment.ordinal < before)
    # A message brings so many at most: what is read holds all of the one with which this part ends.
    found = [_Row(*row) for row in await work.session.execute(asked.limit(limit + MOST))]
    part = list(_whole_messages(found, limit))
    people = await people_of(work.session, {row.author_id for row in part}, here.actor.redaction_class)
    older = paging.encode(part[-1].ordinal) if len(found) > len(part) else None
    return GalleryOut(files=[_shown(row) for row in _in_order(part)], people=people, older=older)


def _hanging(here: Reads, hung: Hung) -> Select[*tuple[Any, ...]]:
    is_picture = File.kind.in_(sorted(PICTURES))
    return (
        select(
            Attachment.ordinal,
            Attachment.file_id,
            Message.id,
            Message.parts,
            Message.thread_id,
            IN_ONE_LINE,
            Message.posted_at,
        )
        .join(Message, Message.id == Attachment.message_id)
        .join(File, File.id == Attachment.file_id)
        .where(
            Attachment.room_id == here.room_id,
            Attachment.ordinal >= here.sees_from,
            Message.withdrawn_at.is_(None),
            File.state == State.DISARMED,
            is_picture if hung is Hung.PICTURES else ~is_picture,
        )
        .order_by(Attachment.ordinal.desc())
    )


def _whole_messages(found: Sequence[_Row], limit: int) -> Iterator[_Row]:
    for at, row in enumerate(found):
        if at >= limit and row.ordinal != found[at - 1].ordinal:
            return
        yield row


def _in_order(part: Sequence[_Row]) -> list[_Row]:
    """The newest message first, and of each what it brought as it was sent."""
    return sorted(part, key=lambda row: (-row.ordinal, _place(row)))


def _place(row: _Row) -> int:
    return [part.get("file_id") for part in row.parts].index(str(row.file_id))


def _shown(row: _Row) -> GalleryFileOut:
    part: Mapping[str, object] = row.parts[_place(row)]
    return GalleryFileOut(
        file_id=row.file_id,
        words=str(part.get("words", "")),
        about=str(part.get("about", "")),
        message_id=row.message_id,
        thread_id=row.thread_id,
        author_id=row.author_id,
        posted_at=row.posted_at,
    )
