"""A message as clients are given it: by a page, by its permalink and by the fact that tells of it, in one form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self, TypeVar, cast
from uuid import UUID

from pydantic import BaseModel

from yoriai.people.accounts.cards import Person
from yoriai.platform.db.statement import (
    Row,
    as_id,
    as_id_or_none,
    as_json,
    as_moment,
    as_moment_or_none,
)
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.quoted import NAMED_QUOTED, Quoted, QuoteOut
from yoriai.talk.messages.said_by import NAMED, SaidBy

Shape = TypeVar("Shape", bound=BaseModel)

COLUMNS: Final = (
    f"SELECT m.id, m.ordinal, m.send_key, {NAMED}, m.parts, m.posted_at, m.withdrawn_at,"  # noqa: S608 words of our own
    f" m.edited_at, m.thread_id, m.in_room, q.id, {NAMED_QUOTED}, q.parts, q.withdrawal, q.ordinal"
    " FROM messages m LEFT JOIN messages q ON q.id = m.quote_id"
)
"""What a `MessageOut` is made of; add the condition, over `m`."""


class MessageOut(BaseModel):
    """One message."""

    message_id: UUID
    ordinal: int
    send_key: str
    author_id: UUID
    on_behalf_of: UUID | None
    """The account of a unit in whose name it is said. To guests and other bodies the unit itself is the author."""
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
    def of(cls, row: Row, sees_from: int, klass: str) -> Self:
        """What may be shown of a row to readers of this class: a message taken back keeps its place and loses its words.

        The unit is not in the row: `former_units` adds it.
        """
        (
            message_id,
            ordinal,
            send_key,
            author_id,
            for_whom,
            of_body,
            gone_by,
            parts,
            posted_at,
            withdrawn_at,
            edited_at,
            thread_id,
            in_room,
            *answered,
        ) = row
        said_by = SaidBy.of(author_id, for_whom, of_body, gone_by).to(klass)
        return _made(
            cls,
            message_id=as_id(message_id),
            ordinal=cast("int", ordinal),
            send_key=str(send_key),
            author_id=said_by.author_id,
            on_behalf_of=said_by.on_behalf_of,
            parts=[] if withdrawn_at else cast("list[Part]", as_json(parts)),
            posted_at=as_moment(posted_at),
            unit="",
            edited_at=as_moment_or_none(edited_at),
            thread_id=as_id_or_none(thread_id),
            in_room=bool(in_room),
            quote=None if withdrawn_at else _quote(answered, sees_from),
            is_withdrawn=withdrawn_at is not None,
            withdrawn_by=said_by.withdrawn_by,
        )


def _made(kind: type[Shape], **fields: object) -> Shape:
    """As `model_construct`, of a model that has all its fields here, without aliases: a page is fifty messages, and going
    through what each field is took half of what making them did."""
    made = kind.__new__(kind)
    object.__setattr__(made, "__dict__", fields)
    object.__setattr__(made, "__pydantic_fields_set__", set(fields))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


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
    for_whom: Person | None
    """The account of a unit in whose name it is said."""
    answered: Person | None
    """Whoever wrote the message that it answers, where that is shown."""


def _quote(answered: Sequence[object], sees_from: int) -> QuoteOut | None:
    *lying, ordinal = answered
    quoted = Quoted.of(lying)
    return quoted and quoted.shown(is_hidden=cast("int", ordinal) < sees_from)


def quote_of(message: MessageOut, *, is_hidden: bool) -> QuoteOut:
    """A message in one line, as an answer shows what it answers."""
    named = message.on_behalf_of or message.author_id
    quoted = Quoted(message.message_id, named, message.parts, message.is_withdrawn)
    return quoted.shown(is_hidden=is_hidden)


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
