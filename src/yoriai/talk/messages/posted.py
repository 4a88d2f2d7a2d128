"""Messages that are in their room, as their sender is answered; and finding what was sent before under the same key."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from yoriai.kit.ids import SendKey
from yoriai.platform.db.statement import Rows, as_id, as_json, as_moment, statement
from yoriai.platform.facts.numbering import Cause, Told
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.rooms.facts import stream_of

Key = tuple[UUID, UUID, SendKey]
"""Room, author and the client's own key: what makes a message the same message (D2)."""


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


SENT: Final = statement(
    "SELECT m.id, m.room_id, m.author_id, m.send_key, m.ordinal, m.posted_at FROM {asked} JOIN messages m"
    " ON m.room_id = asked.room AND m.author_id = asked.author AND m.send_key = asked.send_key",
    asked={"room": "uuid", "author": "uuid", "send_key": "text"},
)
# A message and its line in the journal carry one moment, and the journal can be asked by moments.
NUMBERS: Final = statement(
    "SELECT j.number, j.body FROM {asked} JOIN messages m ON m.id = asked.id"
    " JOIN journal j ON j.at = m.posted_at AND j.stream = asked.stream AND j.name = 'messages.posted'",
    asked={"id": "uuid", "stream": "text"},
)


def sent_before(rows: Rows, keys: Collection[Key]) -> dict[Key, Posted]:
    """Those of these messages that are already there: one statement, and a second one when there are any."""
    sent = rows.all(SENT, asked=list(set(keys)))
    if not sent:
        return {}
    told = rows.all(NUMBERS, asked=[(as_id(row[0]), stream_of(as_id(row[1]))) for row in sent])
    numbers = {UUID(cast("dict[str, str]", as_json(body))["message_id"]): number for number, body in told}
    found: dict[Key, Posted] = {}
    for row in sent:
        message_id, room_id, author_id = as_id(row[0]), as_id(row[1]), as_id(row[2])
        send_key, ordinal = SendKey(str(row[3])), cast("int", row[4])
        fact = MessagePosted(room_id=room_id, message_id=message_id, ordinal=ordinal)
        number = cast("int", numbers.get(message_id, 0))
        told_then = Told(fact, fact.stream(), Cause(account_id=author_id), number=number)
        found[room_id, author_id, send_key] = Posted(
            message_id, send_key, ordinal, as_moment(row[5]), told_then
        )
    return found
