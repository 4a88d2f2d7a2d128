"""Posting: messages that wait together are judged one by one and written by a fixed number of statements.

Core SQL only: this is the path on which the whole product stands or falls in speed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, insert

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.posted import Key, Posted, sent_before
from yoriai.talk.rooms import marks, ordinals
from yoriai.talk.rooms.marks import Moved
from yoriai.talk.rooms.policy import RoomArchived, may_post
from yoriai.talk.rooms.standing import Standing, enter_many

_INSERT: Final = insert(cast("Table", Message.__table__))


@dataclass(frozen=True, slots=True)
class Posting:
    """A message on its way, its parts already accepted."""

    actor: Actor
    room_id: UUID
    send_key: SendKey
    parts: list[Part]
    cause: Cause

    @property
    def key(self) -> Key:
        return self.room_id, self.actor.account_id, self.send_key


async def post_all(work: Work, postings: Sequence[Posting]) -> Sequence[Posted | Refused]:
    """Write these messages, in their order. A key that was sent before answers with the first message (D3).

    The rooms are held first, so that rights are read as they are while the messages are written:
    whoever has left, has left, and an ordinal is taken by nobody else.
    """
    await ordinals.hold(work, {posting.room_id for posting in postings})
    standings = await enter_many(work, [(posting.actor, posting.room_id) for posting in postings])
    batch = _Batch(work, await sent_before(work, [posting.key for posting in postings]))
    outcomes = [batch.take(posting, here) for posting, here in zip(postings, standings, strict=True)]
    await batch.write()
    return outcomes


@dataclass(slots=True)
class _Batch:
    """Messages judged so far, and the rows that the good ones will be."""

    work: Work
    known: dict[Key, Posted]
    newest: dict[UUID, int] = field(default_factory=dict[UUID, int])
    rows: list[dict[str, object]] = field(default_factory=list[dict[str, object]])
    moves: dict[tuple[UUID, UUID], Moved] = field(default_factory=dict[tuple[UUID, UUID], Moved])

    def take(self, posting: Posting, here: Standing | None) -> Posted | Refused:
        """Say what comes of this one. A refused one takes no ordinal and touches nobody else."""
        if here is None:
            return NotFound()
        known = self.known.get(posting.key)
        if known is not None:
            return known
        if not may_post(here):
            return RoomArchived()
        posted = self.known[posting.key] = self._accept(posting, here)
        return posted

    async def write(self) -> None:
        """Everything taken, at once."""
        if not self.rows:
            return
        await ordinals.advance(self.work, self.newest)
        await self.work.session.execute(_INSERT, self.rows)
        await marks.move(self.work, self.moves.values())

    def _accept(self, posting: Posting, here: Standing) -> Posted:
        room_id, me = posting.room_id, posting.actor.account_id
        ordinal = self.newest[room_id] = self.newest.get(room_id, here.newest) + 1
        message_id = uuid7(self.work.now)
        self.rows.append(_row(posting, message_id, ordinal, self.work.now))
        self.moves[room_id, me] = Moved(room_id, me, ordinal)
        fact = MessagePosted(room_id=room_id, message_id=message_id, ordinal=ordinal)
        told = self.work.state(fact, by=me, cause=posting.cause)
        return Posted(message_id, posting.send_key, ordinal, self.work.now, told)


def _row(posting: Posting, message_id: UUID, ordinal: int, now: datetime) -> dict[str, object]:
    return {
        "id": message_id,
        "room_id": posting.room_id,
        "ordinal": ordinal,
        "author_id": posting.actor.account_id,
        "on_behalf_of": posting.cause.on_behalf_of,
        "send_key": posting.send_key,
        "parts": posting.parts,
        "zone": posting.actor.zone,
        "posted_at": now,
    }
