"""A message as clients are given it: by a page, by its permalink and by the fact that tells of it, in one form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self, cast
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Row, Select, Table, select
from sqlalchemy.orm import aliased

from yoriai.people.accounts.cards import Person
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.quoted import Quoted, QuoteOut

messages: Final = cast("Table", Message.__table__).c

quoted: Final = aliased(Message)
QuotedRow = tuple[UUID, UUID, list[Part], str | None, int]
MessageRow = tuple[
    UUID, int, str, UUID, UUID | None, list[Part], datetime, datetime | None, UUID | None, datetime | None,
    UUID | None, bool,
    UUID | None, UUID | None, list[Part] | None, str | None, int | None,
]  # fmt: skip
COLUMNS: Final[Select[*MessageRow]] = select(
    Message.id,
    Message.ordinal,
    Message.send_key,
    Message.author_id,
    Message.on_behalf_of,
    Message.parts,
    Message.posted_at,
    Message.withdrawn_at,
    Message.withdrawn_by,
    Message.edited_at,
    Message.thread_id,
    Message.in_room,
    quoted.id,
    quoted.author_id,
    quoted.parts,
    quoted.withdrawal,
    quoted.ordinal,
).outerjoin(quoted, quoted.id == Message.quote_id)


class MessageOut(BaseModel):
    """One message."""

    message_id: UUID
    ordinal: int
    send_key: str
    author_id: UUID
    on_behalf_of: UUID | None
    parts: list[Part]
    posted_at: datetime
    unit: str
    """What its author's main unit was called when it was posted. It stays so, whatever becomes of the unit."""
    edited_at: datetime | None
    """When it was last put right (編集済み)."""
    thread_id: UUID | None
    """The message under which it stands, in a thread."""
    in_room: bool
    """Whether its words stand in the room's own log; those of an answer only where its author has chosen so."""
    quote: QuoteOut | None
    is_withdrawn: bool
    withdrawn_by: UUID | None
    """Whoever took it back: its author, or somebody who manages the room."""

    @classmethod
    def of(cls, row: Row[*MessageRow], sees_from: int) -> Self:
        """What may be shown of a row: a message taken back keeps its place and loses its words.

        The unit is not in the row: `former_units` adds it.
        """
        (
            message_id,
            ordinal,
            send_key,
            author_id,
            on_behalf_of,
            parts,
            posted_at,
            withdrawn_at,
            withdrawn_by,
            edited_at,
            thread_id,
            in_room,
            *answered,
        ) = row
        return cls.model_construct(
            message_id=message_id,
            ordinal=ordinal,
            send_key=send_key,
            author_id=author_id,
            on_behalf_of=on_behalf_of,
            parts=[] if withdrawn_at else parts,
            posted_at=posted_at,
            unit="",
            edited_at=edited_at,
            thread_id=thread_id,
            in_room=in_room,
            quote=None if withdrawn_at else _quote(answered, sees_from),
            is_withdrawn=withdrawn_at is not None,
            withdrawn_by=withdrawn_by,
        )


@dataclass(frozen=True, slots=True)
class ThreadOut:
    """What stands under a message: how many answers, those taken back not among them, and when the last came."""

    count: int
    last_at: datetime


class PostedFactOut(BaseModel):
    """The body of `messages.posted` as a room is told it."""

    room_id: UUID
    message: MessageOut
    is_read: bool
    """Whether its author's own mark has come to it."""
    thread: ThreadOut | None
    """What stands now under the message under which it stands."""
    person: Person
    answered: Person | None
    """Whoever wrote the message that it answers, where that is shown."""


def _quote(answered: Sequence[object], sees_from: int) -> QuoteOut | None:
    if answered[0] is None:
        return None
    message_id, author_id, parts, withdrawal, ordinal = cast("QuotedRow", tuple(answered))
    return Quoted(message_id, author_id, parts, withdrawal).shown(is_hidden=ordinal < sees_from)


class EditedFactOut(BaseModel):
    """The body of `messages.edited`: the message as it reads now."""

    room_id: UUID
    message: MessageOut


class FoundOut(BaseModel):
    """One message, found by its permalink, with the people it names."""

    message: MessageOut
    people: dict[UUID, Person]


def people_in(found: list[MessageOut]) -> set[UUID]:
    """Everybody whose name stands at these messages."""
    return {
        who
        for each in found
        for who in (
            each.author_id,
            each.on_behalf_of,
            each.withdrawn_by,
            each.quote and each.quote.author_id,
        )
        if who is not None
    }
