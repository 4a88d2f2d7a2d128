"""Posting: messages that wait together are judged one by one and written by a fixed number of statements.

Plain rows only: this is the path on which the whole product stands or falls in speed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from yoriai.kit.errors import NotFound, Refused, SignedOut
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.authenticate import still_signed_in
from yoriai.platform.db.statement import Value, statement
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Batch
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.naming import CALL, Calling, Naming, naming_in
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.posted import Key, Posted, sent_before
from yoriai.talk.messages.quoted import Place, Quotable, quotable
from yoriai.talk.rooms import marks, ordinals
from yoriai.talk.rooms.marks import Moved
from yoriai.talk.rooms.policy import RoomArchived, may_post
from yoriai.talk.rooms.standing import Standing, enter_at_once

INSERT: Final = statement(
    "INSERT INTO messages (id, room_id, ordinal, author_id, on_behalf_of, send_key, parts, zone, quote_id,"
    " posted_at)"
    " VALUES (:id, :room_id, :ordinal, :author_id, :on_behalf_of, :send_key, CAST(:parts AS {json}), :zone,"
    " :quote_id, :posted_at)"
)


@dataclass(frozen=True, slots=True)
class Posting:
    """A message on its way, its parts already accepted."""

    actor: Actor
    room_id: UUID
    send_key: SendKey
    parts: list[Part]
    cause: Cause
    quote_id: UUID | None = None

    @property
    def key(self) -> Key:
        return self.room_id, self.actor.account_id, self.send_key

    @property
    def quote(self) -> Place | None:
        """Where the message is that this one answers."""
        return (self.room_id, self.quote_id) if self.quote_id else None


def post_all(batch: Batch, postings: Sequence[Posting]) -> Sequence[Posted | Refused]:
    """Write these messages, in their order. A key that was sent before answers with the first message (D3)."""
    standings = enter_at_once(
        batch.rows, [(posting.actor, posting.room_id) for posting in postings], counts=True
    )
    live = still_signed_in(batch.rows, [posting.actor for posting in postings], batch.now)
    known = sent_before(batch.rows, [posting.key for posting in postings])
    answered = quotable(batch.rows, [each.quote for each in postings if each.quote])
    naming = naming_in(batch.rows, [(each.room_id, each.parts) for each in postings])
    gathered = _Gathered(batch, live, known, answered, naming)
    outcomes = [gathered.take(posting, here) for posting, here in zip(postings, standings, strict=True)]
    gathered.write()
    return outcomes


@dataclass(slots=True)
class _Gathered:
    """Messages judged so far, and the rows that the good ones will be."""

    batch: Batch
    live: set[UUID]
    known: dict[Key, Posted]
    answered: dict[Place, Quotable]
    naming: Naming
    newest: dict[UUID, int] = field(default_factory=dict[UUID, int])
    messages: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    calls: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    moves: dict[tuple[UUID, UUID], Moved] = field(default_factory=dict[tuple[UUID, UUID], Moved])

    def take(self, posting: Posting, here: Standing | None) -> Posted | Refused:
        """Say what comes of this one. A refused one takes no ordinal and touches nobody else."""
        if posting.actor.session_id not in self.live:
            return SignedOut()
        if here is None:
            return NotFound()
        known = self.known.get(posting.key)
        if known is not None:
            return known
        calling = self._refusal(posting, here) or self._calling(posting)
        if isinstance(calling, Refused):
            return calling
        posted = self.known[posting.key] = self._accept(posting, here, calling)
        return posted

    def write(self) -> None:
        """Everything taken, at once."""
        if not self.messages:
            return
        rows = self.batch.rows
        ordinals.advance(rows, self.newest)
        rows.each(INSERT, self.messages)
        if self.calls:
            rows.each(CALL, self.calls)
        marks.move(rows, self.batch, self.moves.values())

    def _refusal(self, posting: Posting, here: Standing) -> Refused | None:
        if not may_post(here):
            return RoomArchived()
        return NotFound() if posting.quote and not self._may_answer(posting.quote, here) else None

    def _calling(self, posting: Posting) -> Calling | Refused:
        return self.naming.judge(posting.room_id, posting.actor.account_id, posting.parts)

    def _may_answer(self, quote: Place, here: Standing) -> bool:
        answered = self.answered.get(quote)
        return answered is not None and answered.ordinal >= here.sees_from

    def _accept(self, posting: Posting, here: Standing, calling: Calling) -> Posted:
        room_id, me = posting.room_id, posting.actor.account_id
        ordinal = self.newest[room_id] = self.newest.get(room_id, here.newest) + 1
        message_id = uuid7(self.batch.now)
        answered = self.answered.get(posting.quote) if posting.quote else None
        quote_id = posting.quote_id if answered and not answered.was_never_there else None
        row = _row(posting, message_id, ordinal, self.batch.now)
        self.messages.append({**row, "parts": calling.parts, "quote_id": quote_id})
        self.calls += calling.rows(message_id, room_id, ordinal)
        self.moves[room_id, me] = Moved(room_id, me, ordinal)
        fact = MessagePosted(room_id=room_id, message_id=message_id, ordinal=ordinal)
        told = self.batch.state(fact, by=me, cause=posting.cause)
        return Posted(message_id, posting.send_key, ordinal, self.batch.now, told)


def _row(posting: Posting, message_id: UUID, ordinal: int, now: datetime) -> dict[str, Value]:
    return {
        "id": message_id,
        "room_id": posting.room_id,
        "ordinal": ordinal,
        "author_id": posting.actor.account_id,
        "on_behalf_of": posting.cause.on_behalf_of,
        "send_key": posting.send_key,
        "zone": posting.actor.zone,
        "posted_at": now,
    }
