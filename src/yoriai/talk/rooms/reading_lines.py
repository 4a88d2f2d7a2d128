"""Reading the quiet lines of a room: those that stand among some messages, or those that a fact tells of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, Self, cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.access.actor import is_of_staff
from yoriai.people.accounts.cards import Person, people_of
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Row, as_id, as_id_or_none, as_json, as_moment, statement
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.standing import Standing

MOST: Final = 200  # between two messages a room may have been arranged for days; the newest are shown

_COLUMNS: Final = (
    "SELECT l.id, l.after_ordinal, l.at, l.kind, l.by, l.who, l.count, l.words, l.on_behalf_of,"
    " (SELECT a.tenant_id FROM accounts a WHERE a.id = l.on_behalf_of) FROM room_lines l"
)
AMONG: Final = statement(
    f"{_COLUMNS} WHERE l.room_id = :room AND l.after_ordinal >= :first AND l.after_ordinal <= :last"  # noqa: S608 words of our own
    " AND (l.after_ordinal >= :sees_from OR l.at >= (SELECT s.joined_at FROM memberships s"
    " WHERE s.room_id = :room AND s.account_id = :reader AND s.is_open))"
    " ORDER BY l.after_ordinal DESC, l.id DESC LIMIT :most"
)
THESE: Final = statement(
    f"{_COLUMNS} WHERE l.id IN (SELECT asked.id FROM {{asked}})",  # noqa: S608 words of our own
    asked={"id": "uuid"},
)
BEYOND: Final = 1 << 62
"""After every message."""


@dataclass(frozen=True, slots=True)
class LineOut:
    """A quiet line with everybody whom it names."""

    line_id: UUID
    after_ordinal: int
    """It stands below this message, and above the next."""
    at: datetime
    kind: Literal[
        "joined", "added", "left", "removed", "appointed", "relieved", "name", "purpose", "past", "readers",
        "reactions", "lines", "printing", "label", "outside", "ends", "ended", "archived", "taken_out",
        "body_invited", "body_joined", "body_left", "body_removed", "askings", "inspected", "delegate_ended",
    ]  # fmt: skip
    by: Person | None
    on_behalf_of: Person | None
    """In whose name; shown to their own colleagues."""
    who: list[Person]
    """The first few of those whom it is about."""
    count: int
    """How many they are in all."""
    words: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A quiet line as it lies there: whom it names by their ids alone."""

    line_id: UUID
    after_ordinal: int
    at: datetime
    kind: str
    by: UUID | None
    who: list[UUID]
    count: int
    words: str
    on_behalf_of: UUID | None = None
    of_body: UUID | None = None
    """The body of the one in whose name it was done."""

    @classmethod
    def of(cls, row: Row) -> Self:
        line_id, after, at, kind, by, who, count, words, for_whom, of_body = row
        named = [UUID(each) for each in cast("list[str]", as_json(who))]
        return cls(
            as_id(line_id),
            cast("int", after),
            as_moment(at),
            str(kind),
            as_id_or_none(by),
            named,
            cast("int", count),
            str(words),
            as_id_or_none(for_whom),
            as_id_or_none(of_body),
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a room, from the one ordinal to the other; None: as far as there is anything."""

    first: int | None
    last: int | None


async def among_messages(work: Work, here: Standing, stretch: Stretch) -> Sequence[LineRow]:
    """The lines that stand below the messages of this stretch, in their order. Whoever reads a room only from when
    they came sees no line from before."""
    found = await plainly(
        work.session,
        lambda rows: rows.all(
            AMONG,
            room=here.room_id,
            reader=here.actor.account_id,
            # Whoever reads from the beginning sees also what stands before the first message.
            sees_from=here.sees_from if here.sees_from > 1 else 0,
            first=stretch.first or 0,
            last=BEYOND if stretch.last is None else stretch.last,
            most=MOST,
        ),
    )
    return [LineRow.of(row) for row in reversed(found)]


def named_in(lines: Collection[LineRow]) -> set[UUID]:
    """Everybody whose name stands in these lines."""
    named = {who for line in lines for who in (*line.who, line.by, line.on_behalf_of)}
    return {who for who in named if who is not None}


def shown(line: LineRow, people: Mapping[UUID, Person], klass: str) -> LineOut:
    """A line with the people it names, for readers of this class."""
    is_ours = line.of_body is not None and is_of_staff(klass, line.of_body)
    for_whom = people.get(line.on_behalf_of) if is_ours and line.on_behalf_of else None
    by, named = people.get(line.by) if line.by else None, [people[who] for who in line.who if who in people]
    of = (line.line_id, line.after_ordinal, line.at, line.kind)
    return LineOut(*of, by, for_whom, named, line.count, line.words)  # pyright: ignore[reportArgumentType] a `LineKind`


async def told_by(session: AsyncSession, line_ids: Sequence[UUID], klass: str) -> dict[UUID, LineOut]:
    """These lines, where facts tell of any; two queries."""
    if not line_ids:
        return {}
    asked = [(line_id,) for line_id in line_ids]
    found = await plainly(session, lambda rows: [LineRow.of(row) for row in rows.all(THESE, asked=asked)])
    people = await people_of(session, named_in(found), klass)
    return {line.line_id: shown(line, people, klass) for line in found}
