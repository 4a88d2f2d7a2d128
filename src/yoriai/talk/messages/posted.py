"""Messages that are in their room, as their sender is answered; and finding what was sent before under the same key."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, select, tuple_

from yoriai.kit.ids import SendKey
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.facts.numbering import Cause, Told
from yoriai.platform.work.work import Work
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.padding import padded

Key = tuple[UUID, UUID, SendKey]
"""Room, author and the client's own key: what makes a message the same message (D2)."""

_messages: Final = cast("Table", Message.__table__).c
_journal: Final = cast("Table", JournalRow.__table__).c


@dataclass(frozen=True, slots=True)
class Posted:
    """A message in its room. `number` is known as soon as it is durable."""

    message_id: UUID
    send_key: SendKey
    ordinal: int
    posted_at: datetime
    told: Told

    @property
    def number(self) -> int:
        """Under which number its room was told; 0 when that is so long ago that the journal has been pruned."""
        return self.told.number


async def sent_before(work: Work, keys: Collection[Key]) -> dict[Key, Posted]:
    """Those of these messages that are already there: one statement, and a second one when there are any."""
    statement = select(
        _messages.id,
        _messages.room_id,
        _messages.author_id,
        _messages.send_key,
        _messages.ordinal,
        _messages.posted_at,
    ).where(tuple_(_messages.room_id, _messages.author_id, _messages.send_key).in_(padded(list(keys))))
    rows = (await work.session.execute(statement)).all()
    if not rows:
        return {}
    numbers = await _numbers(work, {(stream_of(room_id), posted_at) for _, room_id, *_, posted_at in rows})
    found: dict[Key, Posted] = {}
    for message_id, room_id, author_id, send_key, ordinal, posted_at in rows:
        fact = MessagePosted(room_id=room_id, message_id=message_id, ordinal=ordinal)
        told = Told(fact, fact.stream(), Cause(account_id=author_id), number=numbers.get(message_id, 0))
        found[room_id, author_id, send_key] = Posted(message_id, send_key, ordinal, posted_at, told)
    return found


async def _numbers(work: Work, told: Collection[tuple[str, datetime]]) -> dict[UUID, int]:
    # A message and its line in the journal carry one moment, and the journal can be asked by moments.
    statement = select(_journal.number, _journal.body).where(
        _journal.name == MessagePosted.name, tuple_(_journal.stream, _journal.at).in_(padded(list(told)))
    )
    rows = await work.session.execute(statement)
    return {UUID(body["message_id"]): number for number, body in rows}
