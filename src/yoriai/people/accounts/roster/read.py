"""From the bytes of a file to a table of cells. Nothing is guessed: what cannot be read is refused with its row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yoriai.people.accounts.roster.faults import (
    RosterEmpty,
    RosterHeadings,
    RosterNotCsv,
    RosterNotText,
    RosterTooLarge,
    RosterTooLong,
    RosterTooWide,
)
from yoriai.people.accounts.roster.headings import Heading

MOST_MEGABYTES = 20
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
BOM = b"\xef\xbb\xbf"
# Single bytes that CP932 gives no letter to come out as these: the file is something else.
_NO_CP932 = re.compile("[\x80\xa0\uf8f1\uf8f2\uf8f3]")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a roster by known heading, and the headings that mean nothing to us."""

    headings: Sequence[Heading]
    unknown: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]
    """Row number and the cells under `headings`, in their order; short rows are filled up with empty cells."""
    ragged: Sequence[tuple[int, str]]
    """Rows with more cells than headings: number and the first cell too many."""


def read(data: bytes) -> Table:
    """The table in a file, or the one reason why it is none."""
    if len(data) > MOST_BYTES:
        raise RosterTooLarge(most=MOST_MEGABYTES)
    records = _records(_decoded(data))
    first = next(records, None)
    if first is None:
        raise RosterEmpty
    places, unknown = _headings(first)
    rows: list[tuple[int, Sequence[str]]] = []
    ragged: list[tuple[int, str]] = []
    # Blank lines count: a spreadsheet shows them under their numbers.
    for number, cells in enumerate(records, start=2):
        surplus = [cell for cell in cells[len(first) :] if cell.strip()]
        if surplus:
            ragged.append((number, surplus[0]))
        elif any(cell.strip() for cell in cells):
            rows.append((number, [cells[at] if at < len(cells) else "" for at in places.values()]))
        if number > MOST_ROWS:
            raise RosterTooLong(most=MOST_ROWS)
    if not rows and not ragged:
        raise RosterEmpty
    return Table(headings=tuple(places), unknown=unknown, rows=rows, ragged=ragged)


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise RosterNotText(row=_row_of(data, data.index(b"\0")))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        as_utf8 = _row_of(data.removeprefix(BOM), error.start)
    if data.startswith(BOM):
        raise RosterNotText(row=as_utf8)
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError as error:
        # Whichever encoding reads further is the one that was meant.
        raise RosterNotText(row=max(as_utf8, _row_of(data, error.start))) from None
    stray = _NO_CP932.search(text)
    if stray:
        raise RosterNotText(row=text.count("\n", 0, stray.start()) + 1)
    return text


def _row_of(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1


def _records(text: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise RosterNotCsv(row=number) from None


def _headings(cells: Sequence[str]) -> tuple[dict[Heading, int], Sequence[str]]:
    """Where each known heading stands. The order is free."""
    if len(cells) > MOST_COLUMNS:
        raise RosterTooWide(most=MOST_COLUMNS, got=len(cells))
    names = [Heading.plain(cell) for cell in cells]
    known = {heading: names.index(heading) for heading in Heading if heading in names}
    twice = [heading.value for heading in known if names.count(heading) > 1]
    missing = [heading.value for heading in Heading.needed() if heading not in known]
    if missing or twice:
        raise RosterHeadings(missing=missing, twice=twice)
    places = dict(sorted(known.items(), key=lambda each: each[1]))
    return places, [cell for cell, name in zip(cells, names, strict=True) if name and name not in known]
