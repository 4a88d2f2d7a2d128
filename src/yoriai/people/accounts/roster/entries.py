"""From a table to people: every row checked, and every fault collected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from yoriai.kit.text import private_use
from yoriai.people.accounts.models import EmploymentType
from yoriai.people.accounts.names import folded, kana_order
from yoriai.people.accounts.roster import cells, mapping
from yoriai.people.accounts.roster.faults import Fault, Reason, RosterEmpty
from yoriai.people.accounts.roster.headings import CONCURRENTS, LEVELS, Heading
from yoriai.people.accounts.roster.mapping import Laid
from yoriai.people.accounts.roster.row import MOST_VALUE, Row, columns_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the roster. Columns that the file does not have hold their defaults and are not compared."""

    row: int
    login_id: str
    """Empty where the file gives no number: then the name must fit exactly one who is there."""
    family: str
    given: str
    kana: str
    path: str
    code: str = ""
    short_name: str = ""
    concurrent: Sequence[str] = ()
    job_title: str = ""
    email: str | None = None
    employment_type: str = EmploymentType.REGULAR
    has_seat: bool = True
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
class Shown:
    """The cells of a row as they stand, for a row that was not taken."""

    login_id: str = ""
    name: str = ""
    kana: str = ""
    department: str = ""
    job_title: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody in a file who can be read, and what cannot be taken."""

    entries: Sequence[Entry]
    headings: frozenset[Heading]
    names: Mapping[Heading, str]
    """How the file itself heads each column."""
    unknown: Sequence[str]
    private_use: Sequence[Remark]
    unparted: Sequence[Remark]
    faults: Sequence[Fault]
    raw: Mapping[int, Shown]
    """Rows with a fault as they stand in the file, by row."""


def roster_of(table: Laid, columns: Sequence[Heading | None]) -> Roster:
    """The people of a table whose columns are these."""
    mapping.check(columns)
    if not table.rows:
        raise RosterEmpty
    there = columns_of(table, columns)
    names = there.names
    read = _Reading(names)
    width = len(columns)
    for number, row in table.rows:
        surplus = [cell for cell in row[width:] if cell.strip()]
        read.take(number, there.cells(row), surplus[0] if surplus else None)
    entries = read.entries
    in_one = Heading.NAME in names
    return Roster(
        entries=entries,
        headings=frozenset(there.places),
        names=names,
        unknown=[
            each for each, heading in zip(table.headings, columns, strict=False) if each and not heading
        ],
        private_use=read.marked,
        unparted=[
            Remark(each.row, names[Heading.NAME], each.family)
            for each in entries
            if in_one and not each.given
        ],
        faults=read.faults,
        raw=read.raw,
    )


@dataclass(slots=True)
class _Reading:
    names: Mapping[Heading, str]
    entries: list[Entry] = field(default_factory=list[Entry])
    faults: list[Fault] = field(default_factory=list[Fault])
    marked: list[Remark] = field(default_factory=list[Remark])
    raw: dict[int, Shown] = field(default_factory=dict[int, Shown])

    def take(self, number: int, found: Mapping[Heading, str], surplus: str | None) -> None:
        self.marked.extend(self._private_use(number, found))
        before = len(self.faults)
        if surplus is not None:
            self.faults.append(Fault(number, "", Reason.CELLS, surplus.strip()[:MOST_VALUE]))
        entry = _Row(number, found, self.names, self.faults).entry()
        if len(self.faults) > before:
            if not entry.login_id and not found[Heading.NUMBER].strip():
                self.faults.append(Fault(number, self.names[Heading.NUMBER], Reason.MISSING))
            self.raw[number] = shown(found)
        else:
            self.entries.append(entry)

    def _private_use(self, number: int, found: Mapping[Heading, str]) -> list[Remark]:
        marked = ((heading, private_use(cell)) for heading, cell in found.items())
        return [
            Remark(number, self.names[heading], "、".join(f"U+{ord(letter):04X}" for letter in letters))
            for heading, letters in marked
            if letters
        ]


class _Row(Row):
    def entry(self) -> Entry:
        login_id = self.take(Heading.NUMBER, _number) or ""
        family, given = self._name()
        kana = self._kana()
        return Entry(
            row=self.number,
            login_id=login_id,
            family=family,
            given=given,
            kana=kana,
            path=" ".join(self.units()),
            code=self.take(Heading.CODE, cells.code) or "",
            short_name=self._line(Heading.SHORT, "short"),
            concurrent=[each for at in CONCURRENTS for each in self.take(at, cells.concurrent) or ()],
            job_title=self._line(Heading.TITLE, "title"),
            email=self.take(Heading.EMAIL, cells.email),
            employment_type=self.take(Heading.EMPLOYMENT, cells.employment) or EmploymentType.REGULAR,
            has_seat=self.take(Heading.SEAT, cells.seat) is not False,
            extension=self._line(Heading.EXTENSION, "extension"),
            display_order=self.take(Heading.ORDER, cells.order),
            kana_order=kana_order(kana),
            folded=folded(family, given, kana, login_id),
        )

    def _name(self) -> tuple[str, str]:
        if Heading.NAME in self.cells:
            return self.take(Heading.NAME, cells.name) or ("", "")
        family = self.take(Heading.FAMILY, cells.needed_name) or ""
        return family, self._line(Heading.GIVEN, "name")

    def _kana(self) -> str:
        if Heading.KANA in self.cells:
            return self.take(Heading.KANA, cells.kana) or ""
        family = self.take(Heading.KANA_FAMILY, cells.kana) or ""
        given = self.cells.get(Heading.KANA_GIVEN, "").strip()
        return f"{family} {self.take(Heading.KANA_GIVEN, cells.kana) or ''}".strip() if given else family

    def _line(self, heading: Heading, kind: str) -> str:
        return self.take(heading, lambda cell: cells.line(cell, most=cells.MOST[kind])) or ""


def _number(cell: str) -> str:
    return cells.number(cell) if cell.strip() else ""


def shown(found: Mapping[Heading, str]) -> Shown:
    """A row as it stands, whatever is wrong with it."""

    def words(*headings: Heading) -> str:
        said = (" ".join(found.get(heading, "").split()) for heading in headings)
        return " ".join(part for part in said if part)[:MOST_VALUE]

    code = words(Heading.CODE)
    return Shown(
        login_id=words(Heading.NUMBER),
        name=words(Heading.NAME) or words(Heading.FAMILY, Heading.GIVEN),
        kana=words(Heading.KANA) or words(Heading.KANA_FAMILY, Heading.KANA_GIVEN),
        department=words(Heading.DEPARTMENT) or words(*LEVELS) or (f"（{code}）" if code else ""),
        job_title=words(Heading.TITLE),
    )
