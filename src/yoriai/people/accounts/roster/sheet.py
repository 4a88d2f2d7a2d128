"""From the bytes of a file to rows of cells, whatever program wrote it; and the one reason why it is no table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yoriai.kit.text import is_heaped
from yoriai.people.accounts.roster import csv_text
from yoriai.people.accounts.roster.faults import (
    RosterEmpty,
    RosterNotTable,
    RosterNotText,
    RosterTooLarge,
    RosterTooLong,
    RosterTooWide,
)
from yoriai.people.accounts.roster.workbook import is_workbook, workbook

MOST_MEGABYTES = 20
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
EXCEL = "Excel"

_PAGE = re.compile(rb"\s*(<!doctype|<html|<table|<\?xml|%PDF|\{\\rtf)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file as they stand, the headings among them. Row 1 is the first of the file."""

    encoding: str
    """UTF-8, Shift_JIS(CP932) or Excel."""
    sheets: Sequence[str]
    """The names of the sheets, of which there is none in a CSV."""
    sheet: str
    rows: Sequence[Sequence[str]]


def sheet_of(data: bytes, name: str = "") -> Sheet:
    """The table in a file; of a workbook the sheet of this name, or the first."""
    if len(data) > MOST_BYTES:
        raise RosterTooLarge(most=MOST_MEGABYTES)
    if is_workbook(data):
        book = workbook(data, name)
        return Sheet(EXCEL, book.sheets, book.sheet, _kept(book.rows))
    if _PAGE.match(data.removeprefix(csv_text.BOM)[:512]):
        raise RosterNotTable
    text, encoding = csv_text.decoded(data)
    return Sheet(encoding, (), "", _kept(csv_text.records(text)))


def _kept(rows: Iterable[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Cells up to the last that says something. Blank rows count: a spreadsheet shows them under their numbers."""
    kept: list[Sequence[str]] = []
    for row in rows:
        if len(kept) > MOST_ROWS:
            raise RosterTooLong(most=MOST_ROWS)
        if any(is_heaped(cell) for cell in row):  # refused here, where reading it costs the server nothing
            raise RosterNotText(row=len(kept) + 1)
        width = len(row)
        while width and not row[width - 1].strip():
            width -= 1
        if width > MOST_COLUMNS:
            raise RosterTooWide(most=MOST_COLUMNS, got=width)
        kept.append(row[:width])
    while kept and not kept[-1]:
        kept.pop()
    if not kept:
        raise RosterEmpty
    return kept
