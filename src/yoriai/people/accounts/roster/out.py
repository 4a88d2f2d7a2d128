"""What the screen of an import is told: drafts, differences and imports as they leave the server."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from yoriai.kit import paging
from yoriai.people.accounts.roster.difference import Difference, Notice, RosterCounts, RosterLine
from yoriai.people.accounts.roster.plan import LineKind

PAGE = 100
MOST_NOTICES = 100
ERRORS_FIRST = {LineKind.ERROR: 0}


class ColumnOut(BaseModel):
    """A column of the file, some of its cells, and what it is taken for."""

    heading: str
    samples: list[str]
    field: str | None


class FieldOut(BaseModel):
    """What a column can be."""

    field: str
    is_needed: bool


class DraftOut(BaseModel):
    """A file that was brought, and how far it has come."""

    draft_id: UUID
    subject: str
    file_name: str
    encoding: str
    sheets: list[str]
    sheet: str
    rows: int
    columns: list[ColumnOut]
    fields: list[FieldOut]
    is_remembered: bool
    """Whether the columns are those of the last time."""
    is_decided: bool
    made_at: datetime
    expires_at: datetime
    import_id: UUID | None
    """Set once it was taken over; then there is nothing else to see of it."""


class WaitingOut(BaseModel):
    """A draft in the list of those that wait."""

    draft_id: UUID
    subject: str
    file_name: str
    made_at: datetime
    is_decided: bool


class DraftsOut(BaseModel):
    drafts: list[WaitingOut]


class BroughtOut(BaseModel):
    draft_id: UUID


class DifferenceOut(BaseModel):
    """The figures, what is worth a look, and one page of lines."""

    counts: RosterCounts
    lines: list[RosterLine]
    next: str | None
    private_use: list[Notice]
    unparted: list[Notice]
    unlike: list[Notice]
    noticed: dict[str, int]
    """How many of each there are; the lists hold the first hundred."""
    new_units: list[str]
    first_errors: list[RosterLine]
    """The first rows with an error, whatever page is shown."""


class ProgressOut(BaseModel):
    """How far an import is; `step` is empty when none runs."""

    step: str
    done: int
    of: int


class TakenOut(BaseModel):
    """What came of it; no id where there was nothing to change."""

    import_id: UUID | None


class ImportOut(BaseModel):
    """One import: who, when, which file, and what it changed."""

    import_id: UUID
    subject: str
    at: datetime
    by: UUID | None
    by_name: str
    file_name: str
    counts: dict[str, int]
    undone_at: datetime | None
    may_undo: bool
    undo_until: datetime


class ImportsOut(BaseModel):
    imports: list[ImportOut]
    next: str | None


def difference_out(found: Difference, kind: LineKind | None, cursor: str | None) -> DifferenceOut:
    """One page of lines: all of them with the errors first, or those of one kind."""
    lines = _of(found, kind)
    (start,) = paging.decode(cursor, int) if cursor else (0,)
    shown = lines[start : start + PAGE]
    more = start + PAGE < len(lines)
    return DifferenceOut(
        counts=found.counts,
        lines=list(shown),
        next=paging.encode(start + PAGE) if more else None,
        private_use=found.private_use[:MOST_NOTICES],
        unparted=found.unparted[:MOST_NOTICES],
        unlike=found.unlike[:MOST_NOTICES],
        noticed={
            "private_use": len(found.private_use),
            "unparted": len(found.unparted),
            "unlike": len(found.unlike),
        },
        new_units=found.new_units[:MOST_NOTICES],
        first_errors=[*_of(found, LineKind.ERROR)[:3]],
    )


def _of(found: Difference, kind: LineKind | None) -> Sequence[RosterLine]:
    if kind is not None:
        return [line for line in found.lines if line.kind is kind]
    return sorted(found.lines, key=lambda line: ERRORS_FIRST.get(line.kind, 1))
