"""What is pure text: what every editor shows, and nothing that steers one; and what a spreadsheet would reckon."""

import csv
import io
import re
import unicodedata
from typing import Final

KEPT: Final = frozenset("\t\n\r\u200d")
"""Tab, new lines, and what joins the parts of one sign."""
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
"""Controls, marks of direction, halves, what is no character. 外字 (Co) and the marks of variants (Mn) are letters."""
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?", re.ASCII)
_REACHES_FOR: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def is_pure(text: str) -> bool:
    """Whether nothing in it is anything but text."""
    return all(letter in KEPT or unicodedata.category(letter) not in UNSEEN for letter in set(text))


def runs(cell: str) -> bool:
    """Whether a spreadsheet may take this cell for a formula. A plain number with a sign is a number."""
    # With a space before it some programs take it for one as well.
    start = cell.lstrip(" \u3000")
    return start.startswith(_REACHES_FOR) and _NUMBER.fullmatch(start.strip()) is None


def is_harmless(table: str) -> bool:
    """Whether no cell of a table runs. Of one with a cell that is longer than any reader takes, nobody can say so."""
    rows = csv.reader(io.StringIO(table, newline=""), delimiter=separator_of(table))
    try:
        return not any(runs(cell) for row in rows for cell in row)
    except csv.Error:
        return False


def separator_of(table: str) -> str:
    """What stands between the cells: a tab if there is one in the first line."""
    return "\t" if "\t" in table.partition("\n")[0] else ","
