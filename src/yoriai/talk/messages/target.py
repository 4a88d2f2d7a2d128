"""Messages that somebody wants to change, found together, with the rules of the body whose room it is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol, cast
from uuid import UUID

from yoriai.kit.errors import NotFound, Refused, SignedOut
from yoriai.people.access.actor import Actor
from yoriai.people.orgs import settings
from yoriai.people.sessions.authenticate import still_signed_in
from yoriai.platform.db.statement import (
    Rows,
    as_id,
    as_id_or_none,
    as_json,
    as_moment,
    as_moment_or_none,
    statement,
)
from yoriai.platform.work.work import Batch
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.settings import MessageRules
from yoriai.talk.rooms.standing import Standing, enter_at_once

# 既読 as anybody counts it: marks of others that have come to it. Posting counts as reading.
FOUND: Final = statement(
    "SELECT m.id, m.room_id, m.ordinal, m.author_id, m.parts, m.posted_at, m.edited_at, m.withdrawal, m.on_behalf_of, t.policies,"
    " (SELECT count(*) FROM read_marks k WHERE k.room_id = m.room_id AND k.ordinal >= m.ordinal"
    " AND k.account_id <> m.author_id AND k.account_id <> COALESCE(m.on_behalf_of, m.author_id))"
    # Whoever answers in its thread has read it, wherever their mark stands.
    " + (SELECT count(*) FROM messages a WHERE a.thread_id = m.id)"
    " FROM {asked} JOIN messages m ON m.id = asked.id AND m.room_id = asked.room"
    " JOIN rooms r ON r.id = m.room_id JOIN tenants t ON t.id = r.owner_tenant",
    asked={"id": "uuid", "room": "uuid"},
)


@dataclass(slots=True)
class Target:
    """A message as it stands while its room is held."""

    message_id: UUID
    room_id: UUID
    ordinal: int
    author_id: UUID
    parts: list[Part]
    posted_at: datetime
    edited_at: datetime | None
    withdrawal: Withdrawal | None
    on_behalf_of: UUID | None
    """The account of a unit in whose name it was said."""
    readers: int
    rules: MessageRules


class Wish(Protocol):
    """That a message be otherwise, and whose wish it is."""

    @property
    def actor(self) -> Actor: ...
    @property
    def room_id(self) -> UUID: ...
    @property
    def message_id(self) -> UUID: ...


def reached_by(batch: Batch, wishes: Sequence[Wish]) -> list[tuple[Standing, Target] | Refused]:
    """For each wish where its actor stands and the message as it is, or why they do not come to it; a fixed number of
    statements. Wishes for one message share its `Target`: what becomes of it by one is seen by the next.
    """
    places = [(wish.actor, wish.room_id) for wish in wishes]
    standings = enter_at_once(batch.rows, places, batch.now, counts=True)
    live = still_signed_in(batch.rows, [wish.actor for wish in wishes], batch.now)
    found = _targets_of(batch.rows, [(wish.message_id, wish.room_id) for wish in wishes])

    def reach(wish: Wish, here: Standing | Refused) -> tuple[Standing, Target] | Refused:
        if wish.actor.session_id not in live:
            return SignedOut()
        if isinstance(here, Refused):
            return here
        target = found.get(wish.message_id)
        if target is None or target.ordinal < here.sees_from:
            return NotFound()
        return here, target

    return [reach(wish, here) for wish, here in zip(wishes, standings, strict=True)]


def _targets_of(rows: Rows, asked: Collection[tuple[UUID, UUID]]) -> dict[UUID, Target]:
    """Those of these messages that are in the rooms named beside them, by their ids; one statement."""
    found: dict[UUID, Target] = {}
    for row in rows.all(FOUND, asked=list(set(asked))):
        message_id, room_id, ordinal, author_id, parts, posted_at, edited_at, *rest = row
        withdrawal, on_behalf_of, policies, readers = rest
        found[as_id(message_id)] = Target(
            as_id(message_id),
            as_id(room_id),
            cast("int", ordinal),
            as_id(author_id),
            cast("list[Part]", as_json(parts)),
            as_moment(posted_at),
            as_moment_or_none(edited_at),
            Withdrawal(str(withdrawal)) if withdrawal else None,
            as_id_or_none(on_behalf_of),
            cast("int", readers),
            settings.read(cast("Mapping[str, object]", as_json(policies)), MessageRules),
        )
    return found
