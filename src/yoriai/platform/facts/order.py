"""The one order over all lines of the journal, which keeps that of each stream."""

from typing import Final

from sqlalchemy import ColumnElement, and_, tuple_

from yoriai.platform.db.store import Store
from yoriai.platform.facts.models import JournalRow

Place = tuple[int, int]
"""A transaction and a position in it: where a line stands in this order."""

BEGINNING: Final[Place] = (-1, 0)
"""Before the very first line."""


def after(place: Place, store: Store) -> ColumnElement[bool]:
    """True of the lines after this place."""
    # One of them seeks by the first column of a row of values alone, and every line has the same there.
    if store.is_single_writer:
        return and_(JournalRow.xid == 0, JournalRow.position > place[1])
    return tuple_(JournalRow.xid, JournalRow.position) > tuple_(*place)


def up_to(place: Place, store: Store) -> ColumnElement[bool]:
    """True of the lines before this place and of the one at it."""
    if store.is_single_writer:
        return and_(JournalRow.xid == 0, JournalRow.position <= place[1])
    return tuple_(JournalRow.xid, JournalRow.position) <= tuple_(*place)
