"""What is pure text: what every editor shows, and nothing that steers one; and what a spreadsheet would reckon."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

KEPT: Final = frozenset("\t\n\r\u200d")
"""Tab, new lines, and what joins the parts of one sign."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
"""Controls, marks of direction, halves, what is no character. 外字 (Co) and the marks of variants (Mn) are letters."""
_IDEOGRAPHS: Final = (range(0x20000, 0x2FFFE), range(0x30000, 0x3FFFE))
"""Two planes are for ideographs alone. Each year some more of them have names, which this Python need not know yet."""
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?", re.ASCII)
_REACHES_FOR: Final = tuple("=+-@＝＋－＠﹦﹢﹣﹫⁼₌⁺₊⁻₋﬩")
"""What formulas begin with, also where it is written wider, smaller or higher."""
_ANY: Final = re.compile(f"[{re.escape(''.join(_REACHES_FOR))}\\t\\r]")
_STARTS: Final = re.compile("([;\t\n])")
"""Where some programs begin another cell, though the commas say that it is one. Whoever does not split by commas does not
see the quotes in the middle of a line either, and there a new line within a cell begins a row."""
_DIRECTIVE: Final = re.compile(r"\s*\"?sep=(.)[^\r\n]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
"""A first line that tells Excel what stands between the cells; it is no row."""
_SEPARATORS: Final = tuple(",;\t|")


def is_pure(text: str) -> bool:
    """Whether nothing in it is anything but text."""
    return all(is_seen(letter) for letter in set(text))


def is_seen(letter: str) -> bool:
    """Whether this is a letter or a blank, and no control."""
    if letter in KEPT or any(ord(letter) in plane for plane in _IDEOGRAPHS):
        return True
    return unicodedata.category(letter) not in _UNSEEN


def runs(cell: str) -> bool:
    """Whether a spreadsheet may take this cell, or a piece of it, for a formula. A plain number with a sign is a number."""
    if not _ANY.search(cell):
        return False
    return cell.lstrip(" \u3000").startswith(("\t", "\r")) or any(map(_is_reckoned, _STARTS.split(cell)))


def neutral(cell: str) -> str:
    """The same cell with an apostrophe before whatever would be reckoned, which makes it a text."""
    if not runs(cell):
        return cell
    made = "".join(f"'{piece}" if _is_reckoned(piece) else piece for piece in _STARTS.split(cell))
    return f"'{made}" if runs(made) else made


def _is_reckoned(piece: str) -> bool:
    # With a space before it some programs take it for one as well.
    start = piece.lstrip(" \u3000")
    return start.startswith(_REACHES_FOR) and _NUMBER.fullmatch(start.strip()) is None


def is_harmless(table: str) -> bool:
    """Whether no cell of a table of ours runs: commas between the cells, and no first line that says otherwise. Of one
    with a cell that is longer than any reader takes, nobody can say so."""
    if _DIRECTIVE.match(table):
        return False
    try:
        return not any(runs(cell) for row in csv.reader(io.StringIO(table, newline="")) for cell in row)
    except csv.Error:
        return False


def rows_of(table: str) -> Iterator[list[str]]:
    """The rows of a foreign table, whatever stands between its cells: what its first line says, or a tab if there is one
    in it, or else commas."""
    separator, at = "", 0
    while found := _DIRECTIVE.match(table, at):
        separator, at = separator or found[1], found.end()
    rest = table[at:]
    if separator not in _SEPARATORS:
        separator = "\t" if "\t" in rest.partition("\n")[0] else ","
    return csv.reader(io.StringIO(rest, newline=""), delimiter=separator, strict=False)
