"""Quiet lines of the house in a room: written with the change that they tell of, by nobody's hand (ROOM-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, insert

from yoriai.kit.ids import uuid7
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import RoomLine
from yoriai.talk.rooms.standing import Standing

MOST_NAMED: Final = 5
"""Of many at once a line names so many and counts the rest."""

_INSERT: Final = insert(cast("Table", RoomLine.__table__))


class LineKind(StrEnum):
    """What a line tells."""

    JOINED = "joined"
    """Somebody came by themselves, or by where they serve."""
    ADDED = "added"
    LEFT = "left"
    REMOVED = "removed"
    APPOINTED = "appointed"
    RELIEVED = "relieved"
    """Somebody manages the room no longer."""
    NAME = "name"
    PURPOSE = "purpose"
    PAST = "past"
    READERS = "readers"
    REACTIONS = "reactions"
    LINES = "lines"
    PRINTING = "printing"
    LABEL = "label"
    OUTSIDE = "outside"
    """Somebody reads it from an Internet device, which nobody did before (ZONE-4)."""
    BODY_INVITED = "body_invited"
    BODY_JOINED = "body_joined"
    BODY_LEFT = "body_left"
    BODY_REMOVED = "body_removed"
    ASKINGS = "askings"
    """Other bodies find the room and may ask to come in, or no longer."""
    ENDS = "ends"
    """Its last day is another one, or none."""
    ENDED = "ended"
    """Its last day has passed: whoever manages it is asked to put it away or to let it go on."""
    ARCHIVED = "archived"
    TAKEN_OUT = "taken_out"
    DELEGATE_ENDED = "delegate_ended"
    """Somebody sits here on behalf of another one no longer."""
    INSPECTED = "inspected"
    """Administrators who are not in it have read some days of it, and that is over (AUDIT-2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it is to be written."""

    room_id: UUID
    after_ordinal: int
    kind: LineKind
    by: UUID | None
    on_behalf_of: UUID | None = None
    who: Sequence[UUID] = ()
    words: str = ""


async def write(work: Work, lines: Sequence[Line]) -> list[UUID]:
    """Put these lines where their rooms are now, in one statement; whoever states what they tell of names their ids.

    The rooms are held, so that no message comes between."""
    rows = [
        {
            "id": uuid7(work.now),
            "room_id": line.room_id,
            "after_ordinal": line.after_ordinal,
            "at": work.now,
            "kind": line.kind,
            "by": line.by,
            "on_behalf_of": line.on_behalf_of,
            "who": [str(each) for each in line.who[:MOST_NAMED]],
            "count": len(line.who),
            "words": line.words,
        }
        for line in lines
    ]
    if rows:
        await work.session.execute(_INSERT, rows)
    return [cast("UUID", row["id"]) for row in rows]


def line_of(here: Standing, kind: LineKind, *, who: Sequence[UUID] = (), words: str = "") -> Line:
    """A line of what the actor does in a room that is held."""
    """Of what is done for somebody else, both names stand in it; leaving is everybody's own."""
    me, for_whom = here.actor.account_id, None if kind is LineKind.LEFT else here.on_behalf_of
    return Line(
        room_id=here.room_id,
        after_ordinal=here.newest,
        kind=kind,
        by=me,
        on_behalf_of=for_whom,
        who=who,
        words=words,
    )
