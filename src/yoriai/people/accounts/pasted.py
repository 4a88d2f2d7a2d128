"""A list of people as somebody pastes it: lines of text, CSV, or cells of a spreadsheet with tabs between them."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yoriai.kit.errors import Refused
from yoriai.kit.folding import fold
from yoriai.kit.text import NotText, as_code, compose, is_heaped

MOST_ROWS = 5_000
MOST_CELL = 200  # characters of a cell; longer ones are no name, number or address
MOST_CELLS = 30
_HEADINGS = frozenset(
    fold(word) for word in ("職員番号", "番号", "氏名", "名前", "姓", "名", "メール", "メールアドレス")
)
_UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_HONORIFICS = re.compile(r"(?:さん|様|殿)$")


class TooManyRows(Refused):
    """More rows than are looked up at once; nobody has been looked up."""

    code = "accounts.too_many_rows"
    status = 422


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One line with something in it, and everything in it that may name a person."""

    row: int
    said: str
    codes: Sequence[str]
    mails: Sequence[str]
    names: Sequence[str]
    """Folded, the space between family and given name left out; two cells beside each other are tried as one name."""


def rows_of(text: str) -> list[PastedRow]:
    """The rows in their order; empty ones and a line of headings are passed over."""
    found = list(_rows(text))
    if len(found) > MOST_ROWS:
        raise TooManyRows(most=MOST_ROWS, got=len(found))
    return found


def name_key(family: str, given: str) -> str:
    """A name as it is compared with what was pasted."""
    return fold(family + given).replace(" ", "")


def _rows(text: str) -> Iterator[PastedRow]:
    seen = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if is_heaped(seen):
        raise NotText(field="text")
    lines = compose(seen).split("\n")
    is_first = True
    for number, line in enumerate(lines, start=1):
        cells = _cells(line)
        if not cells:
            continue
        heads = is_first and all(fold(cell) in _HEADINGS or not _names([cell]) for cell in cells)
        is_first = False
        if not (heads and any(fold(cell) in _HEADINGS for cell in cells)):
            yield _row(number, cells)


def _cells(line: str) -> list[str]:
    parted = line.split("\t") if "\t" in line else _parted_by_commas(line)
    cells = (cell.strip()[:MOST_CELL] for cell in parted[:MOST_CELLS])
    return [cell for cell in cells if cell]


def _parted_by_commas(line: str) -> list[str]:
    if "," in line:
        return next(iter(csv.reader(io.StringIO(line))))
    return re.split("[、;；]", line)


def _row(number: int, cells: Sequence[str]) -> PastedRow:
    codes = [as_code(cell).upper() for cell in cells]
    return PastedRow(
        row=number,
        said="　".join(cells)[:MOST_CELL],
        codes=[code for code in codes if code and "@" not in code],
        mails=[code.lower() for code in codes if "@" in code],
        names=_names(cells),
    )


def _names(cells: Sequence[str]) -> list[str]:
    plain = [fold(_HONORIFICS.sub("", cell)).replace(" ", "") for cell in cells]
    beside = [one + other for one, other in pairwise(plain)]
    return [name for name in (*plain, *beside) if name]
