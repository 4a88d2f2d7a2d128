"""Moving read marks: only forward, whoever asks and however late.

A mark that its holder has put back by hand has two places: where it stands for them (`put_back_to`), and how far they
have come, from which 既読 of everybody's messages follows and which never shrinks.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from yoriai.platform.db.statement import Rows, statement
from yoriai.platform.work.work import Telling
from yoriai.talk.rooms.facts import stream_of

COUNTED: Final = "receipts.counted"
"""The signal to those who look at a room that its marks have moved."""

# Forward only, also when two devices of one person or a late retry meet here (MSG-9).
MOVE: Final = statement(
    "INSERT INTO read_marks (room_id, account_id, ordinal, marked_at)"
    " VALUES (:room_id, :account_id, :ordinal, :marked_at)"
    " ON CONFLICT (room_id, account_id) DO UPDATE SET marked_at = excluded.marked_at,"
    " ordinal = CASE WHEN excluded.ordinal > read_marks.ordinal THEN excluded.ordinal ELSE read_marks.ordinal END,"
    " put_back_to = CASE WHEN excluded.ordinal < read_marks.ordinal THEN excluded.ordinal END"
    " WHERE excluded.ordinal > COALESCE(read_marks.put_back_to, read_marks.ordinal)"
)


@dataclass(frozen=True, slots=True, order=True)
class Moved:
    """Somebody's new position in a room."""

    room_id: UUID
    account_id: UUID
    ordinal: int


def move(rows: Rows, telling: Telling, moves: Collection[Moved]) -> None:
    """Move these marks, in one statement and in the order in which such rows are always locked."""
    rows.each(
        MOVE,
        [
            {
                "room_id": each.room_id,
                "account_id": each.account_id,
                "ordinal": each.ordinal,
                "marked_at": telling.now,
            }
            for each in sorted(moves)
        ],
    )
    for room_id in {each.room_id for each in moves}:
        telling.signal(stream_of(room_id), COUNTED)
