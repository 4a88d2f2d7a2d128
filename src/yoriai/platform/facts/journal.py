"""Reading the journal: what a stream has told after a number, and how far it has come."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from yoriai.kit.errors import Reread
from yoriai.platform.db.statement import Row, Rows, as_id_or_none, as_json, as_moment, statement
from yoriai.platform.facts.fact import Fact, Unknown
from yoriai.platform.facts.line import Line

MOST_MISSED = 5_000  # facts of one stream; who is further behind rereads the state (D13)
MOST_AT_ONCE = 2_000
PAIRS = {"s": "text", "n": "bigint"}

# Most looks are at one stream: a walk along its index, where a list of streams has to be made a table and sorted.
OF_ONE = statement(
    "SELECT stream, number, name, body, by, at, on_behalf_of FROM journal WHERE stream = :stream AND number > :after"
    " ORDER BY number LIMIT :most"
)
# The pairs come first: the planner must walk them and look each stream up, never scan the journal.
AFTER = statement(
    "SELECT j.stream, j.number, j.name, j.body, j.by, j.at, j.on_behalf_of FROM {asked} CROSS JOIN journal j"
    " WHERE j.stream = asked.s AND j.number > asked.n ORDER BY j.stream, j.number LIMIT :most",
    asked=PAIRS,
)
GROWN = statement(
    "SELECT t.stream, t.head FROM {asked} CROSS JOIN streams t WHERE t.stream = asked.s AND t.head > asked.n",
    asked=PAIRS,
)
ENDS = statement(
    "SELECT t.stream, t.head, t.oldest FROM {asked} CROSS JOIN streams t WHERE t.stream = asked.s",
    asked={"s": "text"},
)
TOLD_SINCE = statement(
    "SELECT stream, number FROM journal WHERE xid >= :horizon ORDER BY xid, position LIMIT :most"
)
NOW = statement("SELECT {horizon}, (SELECT max(xid) FROM journal)")
NEWEST = statement("SELECT position FROM journal ORDER BY position DESC LIMIT 1")


@dataclass(frozen=True)
class Journal:
    """The journal, read with the facts that this server knows."""

    kinds: Mapping[str, type[Fact]]

    def after(self, rows: Rows, numbers: Mapping[str, int], *, most: int = MOST_AT_ONCE) -> list[Line]:
        """The lines of each stream after its number, in order of streams and numbers."""
        if len(numbers) == 1:
            ((stream, after),) = numbers.items()
            found = rows.all(OF_ONE, stream=stream, after=after, most=most)
        else:
            found = rows.all(AFTER, asked=list(numbers.items()), most=most)
        return [self.line(row) for row in found]

    def missed(self, rows: Rows, stream: str, after: int, ends: "Ends") -> list[Line]:
        """Everything a stream told after a number. Too far behind, or pruned: `Reread` (410)."""
        if after >= ends.head:
            return []
        if ends.head - after > MOST_MISSED or after < ends.oldest:
            raise Reread(stream=stream)
        return self.after(rows, {stream: after}, most=MOST_MISSED)

    def line(self, row: Row) -> Line:
        """A row of stream, number, name, body, by, at and on behalf of whom."""
        stream, number, name, body, by, at, for_whom = row
        # A newer server may have said more with it: this one passes on what it knows.
        fact = self.kinds.get(str(name), Unknown).model_validate(as_json(body), extra="ignore")
        return Line(
            str(stream), cast("int", number), fact, as_id_or_none(by), as_moment(at), as_id_or_none(for_whom)
        )


class Ends(NamedTuple):
    """How far a stream has come, and up to which number it has been pruned."""

    head: int = 0
    oldest: int = 0


def ends_of(rows: Rows, streams: Collection[str]) -> dict[str, Ends]:
    """Of those that have told anything yet."""
    found = rows.all(ENDS, asked=[(stream,) for stream in streams])
    return {stream: Ends(head, oldest) for stream, head, oldest in cast("list[tuple[str, int, int]]", found)}


def grown(rows: Rows, numbers: Mapping[str, int]) -> dict[str, int]:
    """The heads of those streams that have gone beyond the given number."""
    found = rows.all(GROWN, asked=list(numbers.items()))
    return dict(cast("list[tuple[str, int]]", found))


def horizon(rows: Rows) -> int:
    """Where many write, the transaction from which on lines may appear that are not seen at this moment.

    All before the oldest that is still open are seen. But a database that crashed gives out numbers again that left
    nothing behind: only those up to the newest line's are certain to be used up.
    """
    ((oldest_open, newest_told),) = cast("list[tuple[int, int | None]]", rows.all(NOW))
    return min(oldest_open, (newest_told or 0) + 1)


def told_since(rows: Rows, horizon: int) -> dict[str, int] | None:
    """What has come to be seen since a moment with this horizon, and perhaps a little from before: the newest number of
    each stream. None when it is too much to be listed.

    A line bears the transaction that wrote it or a later one (`numbering`), and none that was seen then is passed over.
    """
    found = cast("list[tuple[str, int]]", rows.all(TOLD_SINCE, horizon=horizon, most=MOST_AT_ONCE))
    if len(found) == MOST_AT_ONCE:
        return None
    heads: dict[str, int] = {}
    for stream, number in found:
        heads[stream] = max(number, heads.get(stream, 0))
    return heads


def newest_position(rows: Rows) -> int:
    """The last line written; where there is one writer, nothing has changed while this has not."""
    found = rows.all(NEWEST)
    return cast("int", found[0][0]) if found else 0
