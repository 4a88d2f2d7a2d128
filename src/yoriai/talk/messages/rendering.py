"""The words of posted messages, loaded when they are delivered: two statements for many facts, whoever listens."""

from collections.abc import Sequence
from typing import Final

from yoriai.people.accounts.cards import people_at_once
from yoriai.platform.db.statement import Row, Rows, as_id, as_id_or_none, as_json, as_moment, statement
from yoriai.platform.facts.fact import Fact
from yoriai.talk.messages.facts import MessagePosted

WORDS: Final = statement(
    "SELECT m.id, m.ordinal, m.send_key, m.author_id, m.on_behalf_of, m.parts, m.posted_at, m.withdrawn_at"
    " FROM {asked} JOIN messages m ON m.id = asked.id",
    asked={"id": "uuid"},
)


def render_posted(rows: Rows, facts: Sequence[Fact], klass: str) -> list[dict[str, object] | None]:
    """Each message with its author's card, in the form of `PostedFactOut`. Every class reads the same words so far."""
    posted = [fact for fact in facts if isinstance(fact, MessagePosted)]
    found = {as_id(row[0]): row for row in rows.all(WORDS, asked=[(fact.message_id,) for fact in posted])}
    people = people_at_once(rows, {as_id(row[3]) for row in found.values()})
    bodies: list[dict[str, object] | None] = []
    for fact in posted:
        row = found.get(fact.message_id)
        person = people.get(as_id(row[3])) if row else None
        if row is None or person is None:
            bodies.append(None)
        else:
            bodies.append({"room_id": fact.room_id, "message": _message(row), "person": person})
    return bodies


def _message(row: Row) -> dict[str, object]:
    """What may be shown of a row: a message taken back keeps its place and loses its words."""
    message_id, ordinal, send_key, author_id, on_behalf_of, parts, posted_at, withdrawn_at = row
    return {
        "message_id": as_id(message_id),
        "ordinal": ordinal,
        "send_key": send_key,
        "author_id": as_id(author_id),
        "on_behalf_of": as_id_or_none(on_behalf_of),
        "parts": [] if withdrawn_at else as_json(parts),
        "posted_at": as_moment(posted_at),
        "former_unit": None,  # told when it is posted: the unit of now is the unit of then
    }
