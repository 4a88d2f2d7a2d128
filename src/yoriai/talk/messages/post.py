"""Posting: messages that wait together are judged one by one and written by a fixed number of statements.

Plain rows only: this is the path on which the whole product stands or falls in speed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from yoriai.kit.errors import Refused, SignedOut
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.department_accounts.authorized import NotAuthorized, Pair, authorized_at_once
from yoriai.people.sessions.authenticate import still_signed_in
from yoriai.platform.db.statement import Value, statement
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Batch
from yoriai.talk.messages.brought import All, brought_by
from yoriai.talk.messages.brought import Place as Stands
from yoriai.talk.messages.closed import closed_in
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.naming import CALL, Calling, Naming, naming_in
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.policy import NothingToAnswer, SeatOtherwise, why_not_for
from yoriai.talk.messages.posted import Key, Posted, sent_before
from yoriai.talk.messages.quoted import Place, Quotable, quotable
from yoriai.talk.rooms import marks, ordinals
from yoriai.talk.rooms.marks import Moved
from yoriai.talk.rooms.policy import RoomArchived, may_post
from yoriai.talk.rooms.standing import Standing, enter_at_once

INSERT: Final = statement(
    "INSERT INTO messages (id, room_id, ordinal, author_id, on_behalf_of, send_key, parts, zone, quote_id,"
    " thread_id, in_room, posted_at)"
    " VALUES (:id, :room_id, :ordinal, :author_id, :on_behalf_of, :send_key, CAST(:parts AS {json}), :zone,"
    " :quote_id, :thread_id, :in_room, :posted_at)"
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
    thread_id: UUID | None = None
    """The message under which it shall stand."""
    in_room: bool = True
    """Whether an answer in a thread is shown in the room's own log too."""
    is_due: bool = False
    """It was written before, to be sent now: it asks what its author may do, and for no session."""
    is_as_written: bool = False
    """It may have waited: it is said in the name in which it was written, or not at all."""
    written_for: UUID | None = None
    """Then, the account of the unit for which its author sat in the room; None where they were there by themselves."""

    @property
    def key(self) -> Key:
        return self.room_id, self.actor.account_id, self.send_key

    def speaks_for(self, here: Standing) -> Pair | None:
        """Its author and the account in whose name they speak, where it is not their own: the one that they name, or the
        one for which they sit in the room."""
        account_id = self.cause.on_behalf_of or here.held_for
        return (self.actor.account_id, account_id) if account_id else None

    @property
    def quote(self) -> Place | None:
        """Where the message is that this one answers."""
        return (self.room_id, self.quote_id) if self.quote_id else None

    @property
    def thread(self) -> Place | None:
        """Where the message is under which this one shall stand."""
        return (self.room_id, self.thread_id) if self.thread_id else None

    @property
    def leans_on(self) -> list[Place]:
        """The messages that must be there."""
        return [place for place in (self.quote, self.thread) if place]

    @property
    def is_apart(self) -> bool:
        """Its author answers in a thread, and need not have seen the end of the room."""
        return self.thread_id is not None and not self.in_room


def post_all(batch: Batch, postings: Sequence[Posting]) -> Sequence[Posted | Refused]:
    """Write these messages, in their order. A key that was sent before answers with the first message (D3)."""
    standings = enter_at_once(
        batch.rows, [(posting.actor, posting.room_id) for posting in postings], batch.now, counts=True
    )
    live = still_signed_in(batch.rows, [each.actor for each in postings if not each.is_due], batch.now)
    known = sent_before(batch.rows, [posting.key for posting in postings])
    answered = quotable(batch.rows, [place for each in postings for place in each.leans_on])
    stood = marks.stood(
        batch.rows, [(each.room_id, each.actor.account_id) for each in postings if each.is_apart]
    )
    naming = naming_in(batch.rows, [(each.room_id, each.parts) for each in postings])
    pairs = [
        pair
        for each, here in zip(postings, standings, strict=True)
        if isinstance(here, Standing) and (pair := each.speaks_for(here))
    ]
    speaking = authorized_at_once(batch.rows, pairs, batch.now)
    closed = closed_in(batch.rows, standings, batch.now)
    brought = brought_by(batch, [(each.actor, each.room_id, each.parts) for each in postings])
    gathered = _Gathered(batch, live, known, answered, naming, stood, speaking, closed, brought)
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
    stood: dict[Place, int]
    """How far those have read who answer in a thread."""
    speaking: set[Pair]
    """Those who may speak in the name of a unit, of all who want to."""
    closed: Mapping[Place, Refused]
    """Those who may not write to the other one in a talk of two."""
    brought: All
    """What comes with them beside words."""
    newest: dict[UUID, int] = field(default_factory=dict[UUID, int])
    messages: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    calls: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    moves: dict[tuple[UUID, UUID], Moved] = field(default_factory=dict[tuple[UUID, UUID], Moved])

    def take(self, posting: Posting, here: Standing | Refused) -> Posted | Refused:
        """Say what comes of this one. A refused one takes no ordinal and touches nobody else."""
        if not posting.is_due and posting.actor.session_id not in self.live:
            return SignedOut()
        if isinstance(here, Refused):
            return here
        known = self.known.get(posting.key)
        if known is not None:
            return known
        calling = self._refusal(posting, here) or self._calling(posting, here)
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
        self.brought.write()
        marks.move(rows, self.batch, self.moves.values())

    def _refusal(self, posting: Posting, here: Standing) -> Refused | None:
        if not may_post(here):
            return RoomArchived()
        if posting.is_as_written and posting.written_for != here.held_for:
            return SeatOtherwise()
        pair = posting.speaks_for(here)
        if pair and pair not in self.speaking:
            return NotAuthorized()
        shut = (pair and why_not_for(here, pair[1])) or self.closed.get(
            (posting.room_id, posting.actor.account_id)
        )
        return shut or self._unanswerable(posting, here)

    def _unanswerable(self, posting: Posting, here: Standing) -> Refused | None:
        is_there = all(self._may_answer(place, here) for place in posting.leans_on)
        root = self.answered.get(posting.thread) if posting.thread else None
        # Under what was never there nothing stands that anybody could find.
        return NothingToAnswer() if not is_there or (root and root.was_never_there) else None

    def _calling(self, posting: Posting, here: Standing) -> Calling | Refused:
        calling = self.naming.judge(posting.room_id, posting.actor.account_id, posting.parts)
        if isinstance(calling, Refused):
            return calling
        parts = self.brought.judge(posting.actor, here, calling.parts)
        return parts if isinstance(parts, Refused) else replace(calling, parts=parts)

    def _may_answer(self, place: Place, here: Standing) -> bool:
        answered = self.answered.get(place)
        return answered is not None and answered.ordinal >= here.sees_from

    def _accept(self, posting: Posting, here: Standing, calling: Calling) -> Posted:
        room_id, me = posting.room_id, posting.actor.account_id
        ordinal = self.newest[room_id] = self.newest.get(room_id, here.newest) + 1
        message_id = uuid7(self.batch.now)
        pair = posting.speaks_for(here)
        cause = replace(posting.cause, on_behalf_of=pair[1] if pair else None)
        row = _row(posting, message_id, ordinal, self.batch.now) | {"on_behalf_of": cause.on_behalf_of}
        self.messages.append({**row, "parts": calling.parts, **self._places(posting)})
        self.calls += calling.rows(message_id, room_id, ordinal)
        self.brought.take(calling.parts, Stands(message_id, room_id, ordinal))
        is_read = self._reads(posting, here, ordinal)
        fact = MessagePosted(room_id=room_id, message_id=message_id, ordinal=ordinal, is_read=is_read)
        told = self.batch.state(fact, by=me, cause=cause)
        return Posted(message_id, posting.send_key, ordinal, self.batch.now, told)

    def _places(self, posting: Posting) -> dict[str, Value]:
        """What it leans on. Under an answer stands what stands beside it: threads have one level."""
        quoted = self.answered.get(posting.quote) if posting.quote else None
        root = self.answered.get(posting.thread) if posting.thread else None
        quote_id = posting.quote_id if quoted and not quoted.was_never_there else None
        thread_id = root and (root.thread_id or posting.thread_id)
        return {"quote_id": quote_id, "thread_id": thread_id, "in_room": posting.in_room or thread_id is None}

    def _reads(self, posting: Posting, here: Standing, ordinal: int) -> bool:
        """Posting counts as reading; in a thread only where nothing unread stands before it (MSG-9)."""
        place = posting.room_id, posting.actor.account_id
        stood = max(self.stood.get(place, 0), here.sees_from - 1)
        if posting.is_apart and stood < ordinal - 1:
            return False
        self.stood[place] = ordinal
        self.moves[place] = Moved(*place, ordinal, is_held=here.held_for is not None)
        if here.held_for:
            # Whoever sits there for a unit reads for it: as one reader, however many they are.
            self.moves[posting.room_id, here.held_for] = Moved(posting.room_id, here.held_for, ordinal)
        return True


def _row(posting: Posting, message_id: UUID, ordinal: int, now: datetime) -> dict[str, Value]:
    return {
        "id": message_id,
        "room_id": posting.room_id,
        "ordinal": ordinal,
        "author_id": posting.actor.account_id,
        "send_key": posting.send_key,
        "zone": posting.actor.zone,
        "posted_at": now,
    }
