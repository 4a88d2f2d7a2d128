"""Moving read marks: only forward, whoever asks and however late.

A mark that its holder has put back by hand has two places: where it stands for them (`put_back_to`), and how far they
have come, from which 既読 of everybody's messages follows and which never shrinks. So has that of a newcomer to whom
the past is shown: none of it waits for them, and none of it have they read. And so has that of whoever sits there for a
unit: what they read is read by the unit, and nobody is told by which of them (ORG-6).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from yoriai.platform.db.statement import Rows, as_id, statement
from yoriai.platform.work.work import Telling
from yoriai.talk.rooms.facts import stream_of

COUNTED: Final = "receipts.counted"
"""The signal to those who look at a room that its marks have moved."""

# Forward only, also when two devices of one person or a late retry meet here (MSG-9).
MOVE: Final = statement(
    "INSERT INTO read_marks (room_id, account_id, ordinal, put_back_to, marked_at)"
    " VALUES (:room_id, :account_id, :ordinal, :put_back_to, :marked_at)"
    " ON CONFLICT (room_id, account_id) DO UPDATE SET marked_at = excluded.marked_at,"
    " ordinal = CASE WHEN excluded.ordinal > read_marks.ordinal THEN excluded.ordinal ELSE read_marks.ordinal END,"
    " put_back_to = CASE WHEN excluded.put_back_to IS NOT NULL THEN excluded.put_back_to"
    " WHEN excluded.ordinal < read_marks.ordinal THEN excluded.ordinal END"
    " WHERE COALESCE(excluded.put_back_to, excluded.ordinal) > COALESCE(read_marks.put_back_to, read_marks.ordinal)"
)
STOOD: Final = statement(
    "SELECT k.room_id, k.account_id, COALESCE(k.put_back_to, k.ordinal) FROM {asked} JOIN read_marks k"
    " ON k.room_id = asked.room AND k.account_id = asked.account",
    asked={"room": "uuid", "account": "uuid"},
)

BEGIN: Final = statement(
    "INSERT INTO read_marks (room_id, account_id, ordinal, put_back_to, marked_at)"
    " SELECT asked.room, asked.account, 0, r.last_ordinal, :marked_at FROM {asked} JOIN rooms r ON r.id = asked.room"
    " WHERE r.last_ordinal > 0 ORDER BY asked.room, asked.account"
    " ON CONFLICT (room_id, account_id) DO UPDATE SET put_back_to = excluded.put_back_to"
    " WHERE excluded.put_back_to > COALESCE(read_marks.put_back_to, read_marks.ordinal)",
    asked={"room": "uuid", "account": "uuid"},
)

Place = tuple[UUID, UUID]
"""A room and a person in it."""


@dataclass(frozen=True, slots=True, order=True)
class Moved:
    """Somebody's new position in a room."""

    room_id: UUID
    account_id: UUID
    ordinal: int
    is_held: bool = False
    """They sit there for a unit: it moves for them alone, and they read nothing by themselves."""


def stood(rows: Rows, places: Collection[Place]) -> dict[Place, int]:
    """Where these marks stand: one statement, and none for nobody. Who has read nothing has none."""
    if not places:
        return {}
    found = rows.all(STOOD, asked=list(set(places)))
    return {
        (as_id(room_id), as_id(account_id)): cast("int", ordinal) for room_id, account_id, ordinal in found
    }


def begin(rows: Rows, now: datetime, newcomers: Collection[Place]) -> None:
    """Let these newcomers begin at the newest message of their rooms: one statement, in the same order of locks.

    The rooms are held, so that nothing is said meanwhile that would not wait for them."""
    if newcomers:
        rows.all(BEGIN, asked=sorted(newcomers), marked_at=now)


def move(rows: Rows, telling: Telling, moves: Collection[Moved]) -> None:
    """Move these marks, in one statement and in the order in which such rows are always locked."""
    rows.each(
        MOVE,
        [
            {
                "room_id": each.room_id,
                "account_id": each.account_id,
                "ordinal": 0 if each.is_held else each.ordinal,
                "put_back_to": each.ordinal if each.is_held else None,
                "marked_at": telling.now,
            }
            for each in sorted(moves)
        ],
    )
    for room_id in {each.room_id for each in moves}:
        telling.signal(stream_of(room_id), COUNTED)
