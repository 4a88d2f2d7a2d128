"""One row of a file while it is read: each cell by its rule; one that cannot be taken becomes a fault."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.cells import NotTaken
from yoriai.people.accounts.roster.faults import Fault
from yoriai.people.accounts.roster.headings import LEVELS, Heading
from yoriai.people.accounts.roster.mapping import Laid

T = TypeVar("T")
MOST_VALUE = 60  # characters of a wrong cell that are shown again


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each heading stands, and how the file itself heads it."""

    places: Mapping[Heading, int]
    names: Mapping[Heading, str]

    def cells(self, row: Sequence[str]) -> dict[Heading, str]:
        """The cells of a row by their headings; one that the row is too short for is empty."""
        return {heading: row[at] if at < len(row) else "" for heading, at in self.places.items()}


def columns_of(table: Laid, columns: Sequence[Heading | None]) -> Columns:
    """The columns of a table that are read."""
    places = {heading: at for at, heading in enumerate(columns) if heading is not None}
    return Columns(places, {heading: table.headings[at].strip() for heading, at in places.items()})


@dataclass(slots=True)
class Row:
    """A row of the file, and where its faults go."""

    number: int
    cells: Mapping[Heading, str]
    names: Mapping[Heading, str]
    faults: list[Fault]

    def take(self, heading: Heading, read: Callable[[str], T]) -> T | None:
        """What a cell holds; nothing where the file has no such column or the cell cannot be taken."""
        cell = self.cells.get(heading)
        if cell is None:
            return None
        try:
            return read(cell)
        except NotTaken as why:
            value = cell.strip()[:MOST_VALUE]
            self.faults.append(Fault(self.number, self.names[heading], why.reason, value, most=why.most))
            return None

    def units(self) -> Sequence[str]:
        """The names of a unit from the top down, from one column or from one for each level."""
        if Heading.DEPARTMENT in self.cells:
            return self.take(Heading.DEPARTMENT, cells.units) or ()
        return [name for level in LEVELS if (name := self.take(level, cells.level))]
