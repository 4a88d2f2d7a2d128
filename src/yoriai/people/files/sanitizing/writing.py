"""The caged process that reads text and CSV: bytes of any of three encodings in, UTF-8 without controls out."""

import csv
import io
import re
import sys
from typing import Final

from yoriai.people.files.sanitizing.codes import Code
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.pixels import PEAK
from yoriai.people.files.sanitizing.plain import is_seen, neutral, rows_of
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
    kept = lines.translate({ord(letter): None for letter in set(lines) if not is_seen(letter)})
    if len(lines) - len(kept) > max(4, len(lines) * _MOST_CONTROLS):
        raise _NoText
    return kept


def _as_csv(text: str) -> str:
    """The same cells, written anew with commas, whatever stood between them: what Excel splits a file of this name by.
    With the mark at the head without which it takes the letters for others."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerows(map(neutral, row) for row in rows_of(text))
    return f"\ufeff{made.getvalue()}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
