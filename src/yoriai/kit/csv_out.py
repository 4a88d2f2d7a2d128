"""CSV for people and their spreadsheets: UTF-8 with BOM, CRLF, and no cell that a spreadsheet would calculate."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

Value = str | int | None

_CALCULATES = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A whole file. Cells that begin like a formula are marked with an apostrophe, plain numbers are not (BASE-6)."""
    words = io.StringIO(newline="")
    sheet = csv.writer(words, lineterminator="\r\n")
    sheet.writerow([inert(each) for each in headings])
    sheet.writerows([cell(each) for each in row] for row in rows)
    return words.getvalue().encode("utf-8-sig", "replace")


def csv_lines(rows: Iterable[Sequence[Value]]) -> bytes:
    """Some lines of a file that is written bit by bit, in the same form; without the mark of its beginning."""
    words = io.StringIO(newline="")
    csv.writer(words, lineterminator="\r\n").writerows([cell(each) for each in row] for row in rows)
    return words.getvalue().encode("utf-8", "replace")


def cell(value: Value) -> str | int:
    """A value as it stands in a cell."""
    if value is None:
        return ""
    return value if isinstance(value, int) else inert(value)


def inert(text: str) -> str:
    """The text, so that no spreadsheet takes it for a formula (N64)."""
    return f"'{text}" if calculates(text) else text


def calculates(text: str) -> bool:
    """Whether a spreadsheet may take this for a formula."""
    return _CALCULATES.match(text) is not None and not _PLAIN_NUMBER.fullmatch(text)
