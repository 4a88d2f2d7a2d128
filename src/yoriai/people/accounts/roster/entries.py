"""From a table to people: every row checked, every fault collected, every collision within the file found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from yoriai.kit.text import private_use
from yoriai.people.accounts.models import EmploymentType
from yoriai.people.accounts.names import folded, kana_order
from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.cells import NotTaken
from yoriai.people.accounts.roster.faults import Fault, Reason, RosterWrong
from yoriai.people.accounts.roster.headings import Heading
from yoriai.people.accounts.roster.read import Table

T = TypeVar("T")
MOST_VALUE = 60  # characters of a wrong cell that are shown again


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the roster. Columns that the file does not have hold their defaults and are not compared."""

    row: int
    login_id: str
    family: str
    given: str
    kana: str
    path: str
    job_title: str = ""
    email: str | None = None
    employment_type: str = EmploymentType.REGULAR
    extension: str = ""
    display_order: int | None = None
    kana_order: bytes = b""
    folded: str = ""
    """Name, reading and number as search compares them: worked out here, so that no lock waits for it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at that is no fault: 外字 in a cell, or a name without a blank."""

    row: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole file that can be taken as it stands."""

    entries: Sequence[Entry]
    headings: frozenset[Heading]
    unknown: Sequence[str]
    private_use: Sequence[Remark]
    unparted: Sequence[Remark]


def roster_of(table: Table) -> Roster:
    """Everybody in the table; if any row is wrong, all that is wrong at once."""
    faults = [Fault(row, "", Reason.CELLS, value[:MOST_VALUE]) for row, value in table.ragged]
    entries: list[Entry] = []
    marked: list[Remark] = []
    for number, row in table.rows:
        checked = _Row(number, dict(zip(table.headings, row, strict=True)), faults)
        entry = checked.entry()
        if entry is not None:
            entries.append(entry)
        marked.extend(checked.private_use())
    faults.extend(_twice(entries, Heading.NUMBER, lambda entry: entry.login_id))
    faults.extend(_twice(entries, Heading.EMAIL, lambda entry: entry.email))
    if faults:
        raise RosterWrong(faults)
    return Roster(
        entries=entries,
        headings=frozenset(table.headings),
        unknown=table.unknown,
        private_use=marked,
        unparted=[Remark(each.row, Heading.NAME, each.family) for each in entries if not each.given],
    )


@dataclass(slots=True)
class _Row:
    number: int
    cells: dict[Heading, str]
    faults: list[Fault]
    missed: bool = field(default=False)

    def entry(self) -> Entry | None:
        login_id = self._take(Heading.NUMBER, cells.number)
        names = self._take(Heading.NAME, cells.name)
        kana = self._take(Heading.KANA, cells.kana)
        units = self._take(Heading.DEPARTMENT, cells.units)
        title = self._take(Heading.TITLE, lambda cell: cells.line(cell, most=cells.MOST["title"]))
        email = self._take(Heading.EMAIL, cells.email)
        employment = self._take(Heading.EMPLOYMENT, cells.employment)
        extension = self._take(Heading.EXTENSION, lambda cell: cells.line(cell, most=cells.MOST["extension"]))
        order = self._take(Heading.ORDER, cells.order)
        if login_id is None or names is None or kana is None or units is None or self.missed:
            return None
        return Entry(
            row=self.number,
            login_id=login_id,
            family=names[0],
            given=names[1],
            kana=kana,
            path=" ".join(units),
            job_title=title or "",
            email=email,
            employment_type=employment or EmploymentType.REGULAR,
            extension=extension or "",
            display_order=order,
            kana_order=kana_order(kana),
            folded=folded(*names, kana, login_id),
        )

    def private_use(self) -> list[Remark]:
        found = ((heading, private_use(cell)) for heading, cell in self.cells.items())
        return [
            Remark(self.number, heading, "、".join(f"U+{ord(letter):04X}" for letter in letters))
            for heading, letters in found
            if letters
        ]

    def _take(self, heading: Heading, read: Callable[[str], T]) -> T | None:
        cell = self.cells.get(heading)
        if cell is None:
            return None
        try:
            return read(cell)
        except NotTaken as why:
            self.missed = True
            value = cell.strip()[:MOST_VALUE]
            self.faults.append(Fault(self.number, heading, why.reason, value, most=why.most))
            return None


def _twice(entries: Sequence[Entry], heading: Heading, key: Callable[[Entry], str | None]) -> list[Fault]:
    """Rows that say the same where each must be the only one; both are named."""
    first: dict[str, int] = {}
    faults: list[Fault] = []
    for entry in entries:
        value = key(entry)
        if value is None:
            continue
        if value in first:
            faults.append(Fault(entry.row, heading, Reason.TWICE, value, other=str(first[value])))
        else:
            first[value] = entry.row
    return faults
