"""Reading the quiet lines of a room: those that stand among some messages, or those that a fact tells of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import Person, people_of
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership, RoomLine
from yoriai.talk.rooms.standing import Standing

MOST: Final = 200  # between two messages a room may have been arranged for days; the newest are shown

LineRow = tuple[UUID, UUID, int, datetime, str, UUID | None, list[str], int, str]
LINES: Final[Select[*LineRow]] = select(
    RoomLine.id,
    RoomLine.room_id,
    RoomLine.after_ordinal,
    RoomLine.at,
    RoomLine.kind,
    RoomLine.by,
    RoomLine.who,
    RoomLine.count,
    RoomLine.words,
)


@dataclass(frozen=True, slots=True)
class LineOut:
    """A quiet line with everybody whom it names."""

    line_id: UUID
    after_ordinal: int
    """It stands below this message, and above the next."""
    at: datetime
    kind: Literal[
        "joined", "added", "left", "removed", "appointed", "relieved", "name", "purpose", "past", "readers",
        "reactions", "lines", "ends", "ended", "archived", "taken_out",
    ]  # fmt: skip
    by: Person | None
    who: list[Person]
    """The first few of those whom it is about."""
    count: int
    """How many they are in all."""
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a room, from the one ordinal to the other; None: as far as there is anything."""

    first: int | None
    last: int | None


async def among_messages(work: Work, here: Standing, stretch: Stretch) -> Sequence[LineRow]:
    """The lines that stand below the messages of this stretch, in their order. Whoever reads a room only from when
    they came sees no line from before."""
    came = select(Membership.joined_at).where(
        Membership.room_id == here.room_id,
        Membership.account_id == here.actor.account_id,
        Membership.is_open.is_(True),
    )
    lines = (
        LINES.where(RoomLine.room_id == here.room_id)
        .order_by(RoomLine.after_ordinal.desc(), RoomLine.id.desc())
        .limit(MOST)
    )
    if here.sees_from > 1:
        lines = lines.where(
            or_(RoomLine.after_ordinal >= here.sees_from, RoomLine.at >= came.scalar_subquery())
        )
    if stretch.first is not None:
        lines = lines.where(RoomLine.after_ordinal >= stretch.first)
    if stretch.last is not None:
        lines = lines.where(RoomLine.after_ordinal <= stretch.last)
    found = await work.session.execute(lines)
    return [*found][::-1]


def named_in(lines: Collection[LineRow]) -> set[UUID]:
    """Everybody whose name stands in these lines."""
    return {who for *_, by, named, _, _ in lines for who in (*map(UUID, named), *((by,) if by else ()))}


def shown(line: LineRow, people: dict[UUID, Person]) -> LineOut:
    """A line with the people it names."""
    line_id, _, after, at, kind, by, who, count, words = line
    named = [people[each] for each in map(UUID, who) if each in people]
    return LineOut(line_id, after, at, kind, people.get(by) if by else None, named, count, words)  # pyright: ignore[reportArgumentType] a `LineKind`


async def told_by(session: AsyncSession, line_ids: Sequence[UUID]) -> dict[UUID, LineOut]:
    """These lines, where facts tell of any; two queries."""
    if not line_ids:
        return {}
    found = (await session.execute(LINES.where(among(RoomLine.id, line_ids)))).all()
    people = await people_of(session, named_in(found))
    return {row[0]: shown(row, people) for row in found}
