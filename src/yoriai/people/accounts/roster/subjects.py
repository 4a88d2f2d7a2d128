"""What a file can be a table of. Each subject knows its columns, what would change, and how it is taken over."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from yoriai.kit.errors import Wrong
from yoriai.people.accounts.roster.difference import Difference
from yoriai.people.accounts.roster.headings import OF_PEOPLE, Heading
from yoriai.people.accounts.roster.import_roster import Wish, import_roster, people_in, try_roster
from yoriai.people.accounts.roster.import_units import Units
from yoriai.people.accounts.roster.imports import PEOPLE, UNITS
from yoriai.people.accounts.roster.mapping import Laid
from yoriai.people.accounts.roster.ready import Target
from yoriai.platform.work.edge import Works

__all__ = ["Subject", "Wish", "subject_of"]

Columns = Sequence[Heading | None]


class Subject(Protocol):
    """People, or units."""

    @property
    def fields(self) -> Sequence[Heading]: ...
    @property
    def needed(self) -> Sequence[Heading]:
        """Those without which nothing can be taken over; of some, another way of saying it will do."""
        ...

    async def look(self, works: Works, target: Target, table: Laid, columns: Columns) -> Difference:
        """What would change. Nothing is written."""
        ...

    async def take(  # noqa: PLR0917
        self, works: Works, target: Target, table: Laid, columns: Columns, wish: Wish
    ) -> UUID | None:
        """Take it over; None when there was nothing to change."""
        ...


class People:
    """職員名簿: one row for each person."""

    fields = OF_PEOPLE
    needed = (Heading.NUMBER, Heading.NAME, Heading.KANA, Heading.DEPARTMENT)

    async def look(self, works: Works, target: Target, table: Laid, columns: Columns) -> Difference:
        return (await try_roster(works, target, await people_in(table, columns))).difference

    async def take(  # noqa: PLR0917
        self, works: Works, target: Target, table: Laid, columns: Columns, wish: Wish
    ) -> UUID | None:
        return (await import_roster(works, target, await people_in(table, columns), wish)).import_id


SUBJECTS: dict[str, Subject] = {PEOPLE: People(), UNITS: Units()}


def subject_of(name: str) -> Subject:
    """The subject of this name."""
    found = SUBJECTS.get(name)
    if found is None:
        raise Wrong(field="subject", reason="unknown")
    return found
