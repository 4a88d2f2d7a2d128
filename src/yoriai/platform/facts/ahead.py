"""What lies ahead in the journal, looked at once for all readers that stand at one place.

There are many of them, and most of what a town says is for few: each look of its own would cost every line once more.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Final, cast

from yoriai.platform.db.statement import Row, Rows, Statement, statement
from yoriai.platform.facts.order import Place

MOST_AT_ONCE = 500
BEYOND: Final = "FROM journal WHERE {beyond} AND {settled} ORDER BY xid, position LIMIT :most"
AHEAD: Final = statement(f"SELECT xid, position, name, stream {BEYOND}")


@dataclass(frozen=True, slots=True)
class Ahead:
    """The settled lines after a place, as many as one transaction takes."""

    began: float
    """When it was looked, on the monotonic clock."""
    after: Place
    up_to: Place
    lines: int
    streams: Mapping[str, set[str]]
    """On which streams the lines of each name were told."""

    @property
    def is_more(self) -> bool:
        """Whether there may be lines beyond these."""
        return may_be_more(self.lines)


@dataclass(slots=True)
class Lookout:
    """The newest look of one process."""

    newest: Ahead | None = None

    def look(self, rows: Rows, place: Place, since: float) -> Ahead:
        """What lies beyond this place. What another saw from there, who began to look no earlier, is as good."""
        newest = self.newest
        if newest is None or newest.after != place or newest.began < since:
            newest = self.newest = _looked(rows, place)
        return newest


def may_be_more(lines: int) -> bool:
    """Whether there may be more beyond so many lines that were read at once."""
    return lines == MOST_AT_ONCE


def lines_after(rows: Rows, asked: Statement, place: Place) -> list[Row]:
    """The settled lines after a place, in their order, as many as one transaction takes."""
    xid, position = place
    return rows.all(asked, xid=xid, position=position, most=MOST_AT_ONCE)


def place_of(row: Row) -> Place:
    """Where a line stands; it begins with that."""
    return cast("int", row[0]), cast("int", row[1])


def _looked(rows: Rows, place: Place) -> Ahead:
    began = monotonic()
    found = lines_after(rows, AHEAD, place)
    streams: defaultdict[str, set[str]] = defaultdict(set)
    for _, _, name, stream in found:
        streams[str(name)].add(str(stream))
    return Ahead(began, place, place_of(found[-1]) if found else place, len(found), streams)
