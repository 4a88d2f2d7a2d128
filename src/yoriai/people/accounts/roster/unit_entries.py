"""From a table to units: every row checked, and every fault collected (ORG-17)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.faults import Fault, Reason, RosterEmpty, RosterHeadings
from yoriai.people.accounts.roster.headings import Heading
from yoriai.people.accounts.roster.mapping import Laid
from yoriai.people.accounts.roster.row import MOST_VALUE, Row, columns_of
from yoriai.people.orgs.models import DepartmentKind

Words = dict[str, str | int | None]

MOST_PLACE, MOST_FLOOR = 60, 20
NEEDED = (Heading.DEPARTMENT, Heading.CODE, Heading.LEVEL_1)
"""One of them says which unit a row is about."""


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """One unit of the file, and what the file says of it: only the columns that it has."""

    row: int
    code: str
    path: str
    words: Words


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All units of a file that can be read, and what cannot be taken."""

    entries: Sequence[UnitEntry]
    names: Mapping[Heading, str]
    faults: Sequence[Fault]
    raw: Mapping[int, str]
    """The unit of a row that was not taken, as it stands."""


def units_in(table: Laid, columns: Sequence[Heading | None]) -> UnitTable:
    """The units of a table whose columns are these."""
    said = [heading for heading in columns if heading is not None]
    twice = [heading.value for heading in dict.fromkeys(said) if said.count(heading) > 1]
    if twice or not set(said) & set(NEEDED):
        raise RosterHeadings(missing=[] if set(said) & set(NEEDED) else [Heading.CODE.value], twice=twice)
    if not table.rows:
        raise RosterEmpty
    read = columns_of(table, columns)
    faults: list[Fault] = []
    entries: list[UnitEntry] = []
    raw: dict[int, str] = {}
    for number, row in table.rows:
        found = read.cells(row)
        before = len(faults)
        entry = _UnitRow(number, found, read.names, faults).entry()
        if len(faults) > before:
            raw[number] = " ".join(found.get(Heading.DEPARTMENT, "").split())[:MOST_VALUE]
        else:
            entries.append(entry)
    return UnitTable(entries, read.names, faults, raw)


class _UnitRow(Row):
    def entry(self) -> UnitEntry:
        code = self.take(Heading.CODE, cells.code) or ""
        words: Words = {}
        if code:
            words["code"] = code
        for name, heading, read in _WORDS:
            value = self.take(heading, read)
            if value is not None:
                words[name] = value
        return UnitEntry(self.number, code, " ".join(self.units()), words)


def _kind(cell: str) -> str | None:
    """部, 課, 係, 班; a unit called otherwise is of no kind. An empty cell says nothing."""
    said = cells.line(cell, most=MOST_FLOOR)
    if not said:
        return None
    return said if said in set(DepartmentKind) else DepartmentKind.OTHER.value


def _short(cell: str) -> str | None:
    return cells.line(cell, most=cells.MOST["short"]) or None


_WORDS: Sequence[tuple[str, Heading, Callable[[str], str | int | None]]] = (
    ("short_name", Heading.SHORT, _short),
    ("kind", Heading.KIND, _kind),
    ("display_order", Heading.ORDER, cells.order),
    ("place", Heading.PLACE, lambda cell: cells.line(cell, most=MOST_PLACE)),
    ("floor", Heading.FLOOR, lambda cell: cells.line(cell, most=MOST_FLOOR)),
    ("extension", Heading.EXTENSION, lambda cell: cells.line(cell, most=cells.MOST["extension"])),
)


def missing_path(entry: UnitEntry, names: Mapping[Heading, str]) -> Fault:
    """A row about a unit that is not there, without the name that it shall have."""
    if entry.code and Heading.DEPARTMENT not in names:
        return Fault(entry.row, names[Heading.CODE], Reason.CODE, entry.code)
    return Fault(entry.row, names.get(Heading.DEPARTMENT, Heading.DEPARTMENT), Reason.MISSING)
