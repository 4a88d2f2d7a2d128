"""The text of a CSV or TSV file as rows of cells. Nothing is guessed: what cannot be read is refused with its row."""

import csv
import io
import re
from collections.abc import Iterator

from yoriai.people.accounts.roster.faults import RosterNotCsv, RosterNotText

BOM = b"\xef\xbb\xbf"
UTF_8, CP932 = "UTF-8", "Shift_JIS(CP932)"
# Single bytes that CP932 gives no letter to come out as these: the file is something else.
_NO_CP932 = re.compile("[\x80\xa0\uf8f1\uf8f2\uf8f3]")
_QUOTED = re.compile('"[^"]*"')


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and the encoding in which it was written."""
    if b"\0" in data:
        raise RosterNotText(row=_row_of(data, data.index(b"\0")))
    try:
        return data.decode("utf-8-sig"), UTF_8
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
    return text, CP932


def records(text: str) -> Iterator[list[str]]:
    """Row by row; tabs part the cells where the first line has more of them than commas."""
    first = _QUOTED.sub("", text[: text.find("\n") if "\n" in text else len(text)])
    delimiter = "\t" if first.count("\t") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise RosterNotCsv(row=number) from None


def _row_of(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1
