"""The words of posted messages, loaded when they are delivered: two statements for many facts, whoever listens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast
from uuid import UUID

from yoriai.people.accounts.cards import Person, people_at_once
from yoriai.people.accounts.former_units import Spells, spells_at_once, unit_then
from yoriai.platform.db.statement import (
    Row,
    Rows,
    as_id,
    as_id_or_none,
    as_json,
    as_moment,
    as_moment_or_none,
    statement,
)
from yoriai.platform.facts.fact import Fact
from yoriai.talk.messages.facts import MessageEdited, MessageFact, MessagePosted
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.messages.quoted import NAMED_QUOTED, Quoted, QuoteOut
from yoriai.talk.messages.said_by import NAMED, SaidBy
from yoriai.talk.messages.threads import threads_at_once

# `as_today`: nothing has become of the author's unit since. So it is with everything that was posted just now, and
# only what is told late needs a third statement.
WORDS: Final = statement(
    f"SELECT m.id, m.ordinal, m.send_key, {NAMED}, m.parts, m.posted_at, m.withdrawn_at,"  # noqa: S608 words of our own
    " m.withdrawal, m.edited_at, m.thread_id, m.in_room,"
    f" q.id, {NAMED_QUOTED}, q.parts, q.withdrawal,"
    # The words of an older message are not for whoever came after it; and all are told the same (D17).
    " CASE WHEN q.id IS NOT NULL AND EXISTS (SELECT 1 FROM memberships s WHERE s.room_id = m.room_id AND s.is_open"
    " AND s.since_ordinal > q.ordinal) THEN 1 ELSE 0 END AS is_hidden,"
    " CASE WHEN EXISTS (SELECT 1 FROM postings p WHERE p.account_id = m.author_id AND p.main"
    " AND p.since <= m.posted_at AND NOT EXISTS (SELECT 1 FROM department_names n"
    " WHERE n.department_id = p.department_id AND n.until > m.posted_at))"
    " OR NOT EXISTS (SELECT 1 FROM postings p WHERE p.account_id = m.author_id AND p.was_main)"
    " THEN 1 ELSE 0 END AS as_today"
    " FROM {asked} JOIN messages m ON m.id = asked.id"
    " LEFT JOIN messages q ON q.id = m.quote_id",
    asked={"id": "uuid"},
)


def render_posted(rows: Rows, facts: Sequence[Fact], klass: str) -> list[dict[str, object] | None]:
    """Each message with its author's card, in the form of `PostedFactOut`."""
    posted = [fact for fact in facts if isinstance(fact, MessagePosted)]
    bodies = _render(rows, posted, klass)
    roots = [_root_of(body) for body in bodies]
    threads = threads_at_once(rows, {root for root in roots if root})
    return [
        body and {**body, "is_read": fact.is_read, "thread": threads.get(root) if root else None}
        for fact, body, root in zip(posted, bodies, roots, strict=True)
    ]


def _root_of(body: Mapping[str, object] | None) -> UUID | None:
    """The message under which it stands."""
    if body is None:
        return None
    message = cast("Mapping[str, object]", body["message"])
    return cast("UUID | None", message["thread_id"])


def render_edited(rows: Rows, facts: Sequence[Fact], klass: str) -> list[dict[str, object] | None]:
    """Each message as it reads now, in the form of `EditedFactOut`; told late, it may say something still newer."""
    bodies = _render(rows, [fact for fact in facts if isinstance(fact, MessageEdited)], klass)
    return [body and {"room_id": body["room_id"], "message": body["message"]} for body in bodies]


def _render(rows: Rows, posted: Sequence[MessageFact], klass: str) -> list[dict[str, object] | None]:
    found = {as_id(row[0]): row for row in rows.all(WORDS, asked=[(fact.message_id,) for fact in posted])}
    said = {each: SaidBy.of(*row[3:7]).to(klass) for each, row in found.items()}
    named = {who for each in said.values() for who in (each.author_id, each.on_behalf_of) if who}
    people = people_at_once(rows, named | {as_id(row[15]) for row in found.values() if row[15]}, klass)
    spells = spells_at_once(rows, {said[each].author_id for each, row in found.items() if not row[-1]})
    told = _Told(found, said, people, spells)
    return [told.body(fact) for fact in posted]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of messages to one class of readers."""

    found: Mapping[UUID, Row]
    said: Mapping[UUID, SaidBy]
    people: Mapping[UUID, Person]
    spells: Spells

    def body(self, fact: MessageFact) -> dict[str, object] | None:
        """One of them with whoever is named at it."""
        row, said = self.found.get(fact.message_id), self.said.get(fact.message_id)
        person = self.people.get(said.author_id) if said else None
        # One that was taken back at once was never there, also for whoever hears of it only now.
        if row is None or said is None or person is None or row[10] == Withdrawal.TRACELESS:
            return None
        quote = _quote(row[14:19]) if row[9] is None else None
        return {
            "room_id": fact.room_id,
            "message": {**self._message(row, said, person), "quote": quote},
            "person": person,
            "for_whom": self.people.get(said.on_behalf_of) if said.on_behalf_of else None,
            "answered": self.people.get(quote.author_id) if quote and quote.author_id else None,
        }

    def _message(self, row: Row, said: SaidBy, person: Person) -> dict[str, object]:
        """What may be shown of a row: a message taken back keeps its place and loses its words."""
        message_id, ordinal, send_key, _, _, _, _, parts, posted_at, *fate = row
        withdrawn_at, _, edited_at, thread_id, in_room, *_, as_today = fate
        at, held = as_moment(posted_at), self.spells.get(said.author_id, ())
        return {
            "message_id": as_id(message_id),
            "ordinal": ordinal,
            "send_key": send_key,
            "author_id": said.author_id,
            "on_behalf_of": said.on_behalf_of,
            "parts": [] if withdrawn_at else as_json(parts),
            "posted_at": at,
            "unit": person.department if as_today else unit_then(held, at, person),
            "edited_at": as_moment_or_none(edited_at),
            "thread_id": as_id_or_none(thread_id),
            "in_room": bool(in_room),
            "is_withdrawn": withdrawn_at is not None,
            "withdrawn_by": said.withdrawn_by,
        }


def _quote(answered: Row) -> QuoteOut | None:
    *lying, is_hidden = answered
    quoted = Quoted.of(lying)
    return quoted and quoted.shown(is_hidden=bool(is_hidden))
