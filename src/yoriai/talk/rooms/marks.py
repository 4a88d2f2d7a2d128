"""Moving read marks: only forward, whoever asks and however late."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, text

from yoriai.platform.work.work import Work
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.models import ReadMark

COUNTED: Final = "receipts.counted"
"""The signal to those who look at a room that its marks have moved."""

# Forward only, also when two devices of one person or a late retry meet here (MSG-9).
MOVE: Final = text(
    "INSERT INTO read_marks (room_id, account_id, ordinal, marked_at)"
    " VALUES (:room_id, :account_id, :ordinal, :marked_at)"
    " ON CONFLICT (room_id, account_id) DO UPDATE SET ordinal = excluded.ordinal, marked_at = excluded.marked_at"
    " WHERE excluded.ordinal > read_marks.ordinal"
).bindparams(
    bindparam("room_id", type_=ReadMark.room_id.type),
    bindparam("account_id", type_=ReadMark.account_id.type),
    bindparam("marked_at", type_=ReadMark.marked_at.type),
)


@dataclass(frozen=True, slots=True, order=True)
class Moved:
    """Somebody's new position in a room."""

    room_id: UUID
    account_id: UUID
    ordinal: int


async def move(work: Work, moves: Collection[Moved]) -> None:
    """Move these marks, in one statement and in the order in which such rows are always locked."""
    if not moves:
        return
    rows = [
        {
            "room_id": each.room_id,
            "account_id": each.account_id,
            "ordinal": each.ordinal,
            "marked_at": work.now,
        }
        for each in sorted(moves)
    ]
    await work.session.execute(MOVE, rows)
    for room_id in {each.room_id for each in moves}:
        work.signal(stream_of(room_id), COUNTED)
