"""From a table to units: every row checked, and every fault collected (ORG-17)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.cells import NotTaken
from yoriai.people.accounts.roster.entries import MOST_VALUE
from yoriai.people.accounts.roster.faults import Fault, Reason, RosterEmpty, RosterHeadings
from yoriai.people.accounts.roster.headings import LEVELS, Heading
from yoriai.people.accounts.roster.mapping import Laid
from yoriai.people.orgs.models import DepartmentKind

T = TypeVar("T")
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
    places = {heading: at for at, heading in enumerate(columns) if heading is not None}
    names = {heading: table.headings[at].strip() for heading, at in places.items()}
    faults: list[Fault] = []
    entries: list[UnitEntry] = []
    raw: dict[int, str] = {}
    for number, row in table.rows:
        found = {heading: row[at] if at < len(row) else "" for heading, at in places.items()}
        before = len(faults)
        entry = _UnitRow(number, found, names, faults).entry()
        if len(faults) > before:
            raw[number] = " ".join(found.get(Heading.DEPARTMENT, "").split())[:MOST_VALUE]
        else:
            entries.append(entry)
    return UnitTable(entries, names, faults, raw)


@dataclass(slots=True)
class _UnitRow:
    number: int
    cells: Mapping[Heading, str]
    names: Mapping[Heading, str]
    faults: list[Fault] = field(default_factory=list[Fault])

    def entry(self) -> UnitEntry:
        code = self._take(Heading.CODE, cells.code) or ""
        words: Words = {}
        if code:
            words["code"] = code
        for name, heading, read in _WORDS:
            value = self._take(heading, read)
            if value is not None:
                words[name] = value
        return UnitEntry(self.number, code, " ".join(self._names()), words)

    def _names(self) -> Sequence[str]:
        if Heading.DEPARTMENT in self.cells:
            return self._take(Heading.DEPARTMENT, cells.units) or ()
        return [name for level in LEVELS if (name := self._take(level, cells.level))]

    def _take(self, heading: Heading, read: Callable[[str], T]) -> T | None:
        cell = self.cells.get(heading)
        if cell is None:
            return None
        try:
            return read(cell)
        except NotTaken as why:
            value = cell.strip()[:MOST_VALUE]
            self.faults.append(Fault(self.number, self.names[heading], why.reason, value, most=why.most))
            return None


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
