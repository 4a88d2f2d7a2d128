"""Which column of a file is what: where the headings stand, what they are likely to mean, and what was decided."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from yoriai.people.accounts.roster.faults import RosterEmpty, RosterHeadings
from yoriai.people.accounts.roster.headings import OF_PEOPLE, Heading, known_as, plain
from yoriai.people.accounts.roster.sheet import Sheet

MOST_BEFORE = 20  # rows of titles and notes above the headings
ENOUGH = 3  # known headings make a row of headings
SAMPLES = 3
LOOKED_AT = 200  # rows, when a column is known by what is in it


_NEEDED: Sequence[tuple[str, Sequence[frozenset[Heading]]]] = (
    (Heading.NUMBER, (frozenset({Heading.NUMBER}),)),
    (Heading.NAME, (frozenset({Heading.NAME}), frozenset({Heading.FAMILY}))),
    (Heading.KANA, (frozenset({Heading.KANA}), frozenset({Heading.KANA_FAMILY}))),
    (
        Heading.DEPARTMENT,
        (frozenset({Heading.DEPARTMENT}), frozenset({Heading.CODE}), frozenset({Heading.LEVEL_1})),
    ),
)
_KANA = re.compile("[ぁ-ゖァ-ヺーｦ-ﾟ・\\s]+")
_EMAIL = re.compile(r"[^@＠\s]+[@＠][^@＠\s]+\.[^@＠\s]+")
_NUMBER = re.compile(r"[A-Z]{0,2}[0-9]{4,10}")
_EMPLOYMENT = re.compile("(正規|再任用|会計年度|特別職|その他)(任用)?(職員)?")
_BY_CELLS: Mapping[Heading, re.Pattern[str]] = {
    Heading.KANA: _KANA,
    Heading.EMAIL: _EMAIL,
    Heading.EMPLOYMENT: _EMPLOYMENT,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is shown when columns are matched."""

    heading: str
    samples: Sequence[str]


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet with its headings found."""

    sheet: Sheet
    at: int
    """Where the headings stand, counted from 0."""

    @property
    def headings(self) -> Sequence[str]:
        return self.sheet.rows[self.at]

    @property
    def rows(self) -> Sequence[tuple[int, Sequence[str]]]:
        """The rows below the headings that say anything, under their numbers in the file."""
        below = enumerate(self.sheet.rows[self.at + 1 :], start=self.at + 2)
        return [(number, row) for number, row in below if row]

    @property
    def key(self) -> str:
        """The same for files with the same headings, whatever their order of rows."""
        words = "\n".join(plain(heading) for heading in self.headings)
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def laid(sheet: Sheet, knows: Callable[[str], object] = known_as) -> Laid:
    """The row of headings is the first that has several known ones; else the first row that says anything."""
    first = next((at for at, row in enumerate(sheet.rows) if row), None)
    if first is None:
        raise RosterEmpty
    for at, row in enumerate(sheet.rows[: first + MOST_BEFORE]):
        if sum(knows(cell) is not None for cell in row) >= ENOUGH:
            return Laid(sheet, at)
    return Laid(sheet, first)


def columns(table: Laid) -> Sequence[Column]:
    """Every column with a few of its cells."""
    rows = [row for _, row in table.rows[:LOOKED_AT]]
    return [
        Column(heading, [row[at] for row in rows if at < len(row) and row[at].strip()][:SAMPLES])
        for at, heading in enumerate(table.headings)
    ]


def guessed(table: Laid, fields: Sequence[Heading] = OF_PEOPLE) -> list[Heading | None]:
    """What each column is likely to be, by its heading, else by what is in it."""
    by_heading = [known_as(heading) for heading in table.headings]
    found = [heading if heading in fields else None for heading in by_heading]
    return found if Heading.NUMBER not in fields else _by_cells(table, found)


def _by_cells(table: Laid, found: list[Heading | None]) -> list[Heading | None]:
    rows = [row for _, row in table.rows[:LOOKED_AT]]
    for heading, pattern in _BY_CELLS.items():
        if _is_there(heading, found):
            continue
        likely = (at for at, known in enumerate(found) if known is None and _all_fit(rows, at, pattern))
        place = next(likely, None)
        if place is not None:
            found[place] = heading
    if Heading.NUMBER not in found:
        number = next((at for at, known in enumerate(found) if known is None and _is_number(rows, at)), None)
        if number is not None:
            found[number] = Heading.NUMBER
    return found


def check(mapping: Sequence[Heading | None]) -> None:
    """Every needed column is there, and none is said twice."""
    said = [heading for heading in mapping if heading is not None]
    twice = [heading.value for heading in dict.fromkeys(said) if said.count(heading) > 1]
    missing = [name for name, ways in _NEEDED if not any(way <= set(said) for way in ways)]
    if missing or twice:
        raise RosterHeadings(missing=missing, twice=twice)


def _is_there(heading: Heading, found: Sequence[Heading | None]) -> bool:
    return heading in found or (heading is Heading.KANA and Heading.KANA_FAMILY in found)


def _cells(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [
        unicodedata.normalize("NFKC", row[at]).strip() for row in rows if at < len(row) and row[at].strip()
    ]


def _all_fit(rows: Sequence[Sequence[str]], at: int, pattern: re.Pattern[str]) -> bool:
    cells = _cells(rows, at)
    return bool(cells) and sum(bool(pattern.fullmatch(cell)) for cell in cells) >= len(cells) * 0.9


def _is_number(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Employee numbers are there in every row and each is another."""
    cells = _cells(rows, at)
    return (
        bool(cells)
        and len(cells) == len(rows) == len(set(cells))
        and all(_NUMBER.fullmatch(cell) for cell in cells)
    )
