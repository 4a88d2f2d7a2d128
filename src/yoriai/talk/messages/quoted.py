"""Answering a message of the same room: which one may be answered, and what is shown of it in one line."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Self, cast
from uuid import UUID

from yoriai.platform.db.statement import Rows, as_id, as_id_or_none, as_json, statement
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.messages.parts import Part, first_words

MOST_OF_QUOTE: Final = 60  # characters

Place = tuple[UUID, UUID]
"""A room and a message."""

NAMED_QUOTED: Final = "COALESCE(q.on_behalf_of, q.author_id)"
"""Whose name stands at a message `q` that another one answers: where a unit speaks, it is the unit's for everybody."""
FOUND: Final = statement(
    "SELECT m.room_id, m.id, m.ordinal, m.withdrawal, m.thread_id FROM {asked}"
    " JOIN messages m ON m.id = asked.id AND m.room_id = asked.room",
    asked={"room": "uuid", "id": "uuid"},
)


@dataclass(frozen=True, slots=True)
class QuoteOut:
    """The message that another one answers, in one line."""

    message_id: UUID
    author_id: UUID | None
    """Who said it, or the unit in whose name. None, and nothing else said of it, where not everybody who is told may read so far back (D17)."""
    text: str | None
    """None of one that was taken back, too."""
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class Quotable:
    """A message that may be answered by whoever reads so far back."""

    ordinal: int
    was_never_there: bool
    """Taken back at once: whoever answers it answers nothing that members know of."""
    thread_id: UUID | None
    """The message under which it stands itself."""


def quotable(rows: Rows, asked: Collection[Place]) -> dict[Place, Quotable]:
    """Those of these messages that are in their rooms; one statement, and none where nobody answers anything."""
    if not asked:
        return {}
    return {
        (as_id(room_id), as_id(message_id)): Quotable(
            cast("int", ordinal), gone == Withdrawal.TRACELESS, as_id_or_none(thread_id)
        )
        for room_id, message_id, ordinal, gone, thread_id in rows.all(FOUND, asked=list(set(asked)))
    }


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that another one answers, as it lies there."""

    message_id: UUID
    author_id: UUID
    """Whose name stands at it."""
    parts: list[Part]
    is_withdrawn: bool

    @classmethod
    def of(cls, row: Sequence[object]) -> Self | None:
        """From its id, its author, its parts and how it went. One that was taken back at once was never there (MSG-6)."""
        message_id, author_id, parts, withdrawal = row
        if message_id is None or withdrawal == Withdrawal.TRACELESS:
            return None
        words = cast("list[Part]", as_json(parts))
        return cls(as_id(message_id), as_id(author_id), words, is_withdrawn=withdrawal is not None)

    def shown(self, *, is_hidden: bool) -> QuoteOut:
        """What may be shown of it."""
        if is_hidden:
            return QuoteOut(self.message_id, None, None, is_withdrawn=False)
        words = None if self.is_withdrawn else first_words(self.parts, MOST_OF_QUOTE)
        return QuoteOut(self.message_id, self.author_id, words, self.is_withdrawn)
