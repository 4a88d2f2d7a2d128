"""Excel workbooks on their way out: one sheet, a head that stays, and text that remains text."""

import asyncio
import io
import unicodedata
from collections.abc import Iterable, Sequence

from starlette.responses import Response
from xlsxwriter import Workbook

from yoriai.kit.csv_out import Value, calculates
from yoriai.platform.http.files import XLSX, attachment, csv_file

NARROWEST, WIDEST = 6, 60  # columns, in widths of a digit
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def sheet_file(
    name: str, headings: Sequence[str], rows: Iterable[Sequence[Value]], *, title: str = "Sheet1"
) -> Response:
    """A table as an Excel workbook."""
    return attachment(sheet_bytes(headings, rows, title=title), name=name, kind=XLSX)


async def written(name: str, headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> Response:
    """A table as the kind of file that its name says, made beside the event loop: a city takes a second."""
    make = sheet_file if name.endswith(".xlsx") else csv_file
    return await asyncio.to_thread(make, name, headings, rows)


def sheet_bytes(headings: Sequence[str], rows: Iterable[Sequence[Value]], *, title: str) -> bytes:
    """The workbook. No cell is a formula, whatever it begins with (N64); numbers given as numbers are numbers."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True, **AS_TEXT}) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"num_format": "@"})
        quoted = book.add_format({"num_format": "@", "quote_prefix": True})
        widths = [_width(heading) for heading in headings]
        sheet.write_row(0, 0, headings, bold)
        for at, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(at, column, value)
                elif value:
                    sheet.write_string(at, column, value, quoted if calculates(value) else plain)
                    widths[column] = max(widths[column], _width(value))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(max(width + 2, NARROWEST), WIDEST))
        sheet.freeze_panes(1, 1)
    return made.getvalue()


def _width(text: str) -> int:
    """Japanese letters take the room of two digits."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)
