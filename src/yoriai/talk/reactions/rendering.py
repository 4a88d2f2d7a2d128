"""How many have set a sign, counted when it is told: one statement for many facts, whoever listens."""

from collections.abc import Sequence
from typing import Final, cast

from yoriai.platform.db.statement import Rows, as_id, statement
from yoriai.platform.facts.fact import Fact
from yoriai.talk.reactions.facts import ReactionChanged

COUNTS: Final = statement(
    "SELECT asked.message, asked.kind, count(r.account_id) FROM {asked}"
    " LEFT JOIN reactions r ON r.message_id = asked.message AND r.kind = asked.kind"
    " GROUP BY asked.message, asked.kind",
    asked={"message": "uuid", "kind": "text"},
)


def render_changed(rows: Rows, facts: Sequence[Fact], klass: str) -> list[dict[str, object] | None]:
    """Each change with the count of its kind, in the form of `ReactionFactOut`."""
    changed = [fact for fact in facts if isinstance(fact, ReactionChanged)]
    asked = list({(fact.message_id, fact.kind.value) for fact in changed})
    counts = {(as_id(row[0]), str(row[1])): cast("int", row[2]) for row in rows.all(COUNTS, asked=asked)}
    return [
        {
            "room_id": fact.room_id,
            "message_id": fact.message_id,
            "kind": fact.kind.value,
            "account_id": fact.account_id,
            "is_on": fact.is_on,
            "count": counts[fact.message_id, fact.kind.value],
        }
        for fact in changed
    ]
