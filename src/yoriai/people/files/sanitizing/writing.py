"""The caged process that reads text and CSV: bytes of any of three encodings in, UTF-8 without controls out."""

import csv
import io
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Final

from yoriai.people.files.sanitizing.codes import Code
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.pixels import PEAK
from yoriai.people.files.sanitizing.plain import KEPT, UNSEEN, runs, separator_of
from yoriai.platform.outside.cage.inside import Peak, lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted

_ENCODINGS: Final = ("utf-8-sig", "cp932")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_MOST_CONTROLS: Final = 0.01
"""Of all characters. What has more of them is no text, whatever encoding it happens to fit."""
_NEW_LINE: Final = re.compile(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")


class _NoText(ValueError):
    pass


def main(kind: str, cage: str, words: str) -> int:
    """Read what comes in, after the cage is shut."""
    for each in (*_ENCODINGS, "utf-16"):
        "".encode(each)  # so that they are here when nothing can be imported any more
    peak = Peak()
    lock(words, without_files=files_wanted(Cage(cage)))
    csv.field_size_limit(2**31 - 1)
    try:
        text = _clean(_read(sys.stdin.buffer.read()))
        made = (_as_csv(text) if kind == Kind.CSV else text).encode()
    except (ValueError, csv.Error):
        return Code.NO_TEXT
    except MemoryError:
        return Code.HEAVY
    sys.stdout.buffer.write(PEAK.pack(peak.bytes()) + made)
    sys.stdout.buffer.flush()
    return 0


def _read(data: bytes) -> str:
    if data.startswith(_WIDE):
        return data.decode("utf-16")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _NoText


def _clean(text: str) -> str:
    lines = _NEW_LINE.sub("\n", text)
    unseen = {
        ord(letter): None
        for letter in set(lines)
        if letter not in KEPT and unicodedata.category(letter) in UNSEEN
    }
    kept = lines.translate(unseen)
    if len(lines) - len(kept) > max(4, len(lines) * _MOST_CONTROLS):
        raise _NoText
    return kept


def _as_csv(text: str) -> str:
    """The same cells, written anew; with the mark at the head without which Excel takes the letters for others."""
    separator = separator_of(text)
    made = io.StringIO()
    writer = csv.writer(made, delimiter=separator, lineterminator="\r\n")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False):
        writer.writerow(_neutral(row))
    return f"\ufeff{made.getvalue()}"


def _neutral(row: list[str]) -> Iterator[str]:
    """A cell that a spreadsheet would reckon begins with an apostrophe, which makes it a text."""
    for cell in row:
        yield f"'{cell}" if runs(cell) else cell


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
