"""The quiet lines in rooms that follow the tree: who came and went by where they serve, and what became of the unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.departments.policy import Step
from yoriai.talk.rooms import lines
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Room


@dataclass(slots=True)
class Lines:
    """The lines that one room is given, by what they tell of."""

    joining: tuple[UUID, ...] = ()
    leaving: tuple[UUID, ...] = ()
    words: tuple[UUID, ...] = ()


async def lines_of(work: Work, steps: Sequence[Step]) -> dict[UUID, Lines]:
    """Write a line for whatever these steps do to rooms that are there and held: two statements."""
    there = [step.room.room_id for step in steps if step.room]
    newest = await work.session.execute(select(Room.id, Room.last_ordinal).where(among(Room.id, there)))
    ordinals = {room_id: ordinal for room_id, ordinal in newest}  # noqa: C416 rows are no pairs to a type checker
    planned = [line for step in steps for line in _of_step(step, ordinals)]
    told = {room_id: Lines() for room_id in there}
    for line, line_id in zip(planned, await lines.write(work, planned), strict=True):
        room = told[line.room_id]
        if line.kind is LineKind.JOINED:
            room.joining = (line_id,)
        elif line.kind is LineKind.LEFT:
            room.leaving = (line_id,)
        else:
            room.words += (line_id,)
    return told


def _of_step(step: Step, ordinals: dict[UUID, int]) -> Sequence[Line]:
    room = step.room
    if room is None:
        return ()
    happened: list[tuple[LineKind, Sequence[UUID], str]] = []
    if step.name != room.name:
        happened.append((LineKind.NAME, (), step.name))
    if step.is_archived != room.is_archived:
        happened.append((LineKind.ARCHIVED if step.is_archived else LineKind.TAKEN_OUT, (), ""))
    if step.leaving:
        happened.append((LineKind.LEFT, step.leaving, ""))
    if step.joining:
        happened.append((LineKind.JOINED, step.joining, ""))
    after = ordinals[room.room_id]
    return [
        Line(room_id=room.room_id, after_ordinal=after, kind=kind, by=None, who=who, words=words)
        for kind, who, words in happened
    ]
