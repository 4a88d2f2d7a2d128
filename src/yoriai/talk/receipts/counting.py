"""How many have read how far: a histogram of a room's marks, from which 既読 of every message follows."""

from collections import Counter
from typing import Final, cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import statement
from yoriai.talk.receipts.policy import shows_count
from yoriai.talk.rooms.policy import ReadersPolicy

MOST_STEPS: Final = 200

Marks = list[tuple[int, int]]
"""Pairs of an ordinal and how many stand exactly there, ascending. 既読 of a message is the sum from its ordinal on."""


# The first interval decides since when somebody is there: whoever was there before a break has read what was said
# before it. The rule of `policy.shows_count` is asked where the marks are: no query of its own for every page.
_TOLD: Final = ", ".join(f"'{policy}'" for policy in ReadersPolicy if shows_count(policy))
MARKS: Final = statement(
    "SELECT k.ordinal, l.since, count(*) FROM read_marks k LEFT JOIN"  # noqa: S608 words of our own
    " (SELECT m.account_id, min(m.since_ordinal) AS since FROM memberships m WHERE m.room_id = :room"
    " GROUP BY m.account_id HAVING min(m.since_ordinal) > 1) AS l ON l.account_id = k.account_id"
    # Whoever sits there for a unit is counted as the unit, whose own mark moves with theirs.
    " WHERE k.room_id = :room AND k.ordinal > 0 AND k.account_id NOT IN (SELECT h.account_id FROM memberships h"
    " WHERE h.room_id = :room AND h.held_for IS NOT NULL AND NOT EXISTS (SELECT 1 FROM memberships o"
    " WHERE o.room_id = h.room_id AND o.account_id = h.account_id AND o.held_for IS NULL)) AND EXISTS (SELECT 1 FROM rooms r WHERE r.id = :room"
    f" AND (r.policies->>'readers' IS NULL OR r.policies->>'readers' IN ({_TOLD})))"
    " GROUP BY k.ordinal, l.since"
)


async def marks_of(session: AsyncSession, room_id: UUID) -> Marks:
    """The marks of everybody who has read in this room, also of those who have left: 既読 never shrinks (MSG-9).

    Where newcomers are not shown the past, a pair may be negative: it takes those who came later out of the
    messages before their time, which they cannot have read. In a room that says of nobody whether they have read
    there are none.
    """
    counts = Counter[int]()
    found = await plainly(session, lambda rows: rows.all(MARKS, room=room_id))
    for ordinal, since, readers in cast("list[tuple[int, int | None, int]]", found):
        counts[ordinal] += readers
        if since is not None:
            counts[since - 1] -= readers
    return shortened(sorted((ordinal, readers) for ordinal, readers in counts.items() if readers and ordinal))


def shortened(marks: Marks) -> Marks:
    """At most 200 steps. Who is further back is counted with the last of all: of nobody is more said than is true."""
    if len(marks) <= MOST_STEPS:
        return marks
    behind, kept = marks[: -MOST_STEPS + 1], marks[-MOST_STEPS + 1 :]
    return [(behind[0][0], sum(readers for _, readers in behind)), *kept]
