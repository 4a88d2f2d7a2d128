"""The caged process that reads text and CSV: bytes of any encoding of a Japanese office in, UTF-8 without controls out."""

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

_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF_8, _CP932, _UTF_16, _EUC, _JIS = "utf-8-sig", "cp932", "utf-16", "euc_jis_2004", "iso2022_jp_ext"
_SWITCHES: Final = b"\x1b$"
"""By which mail of old says in seven bits that letters of Japanese follow."""
_SAMPLE: Final = 256 * 1024
_NO_PAIR: Final = re.compile(rb"[\x00-\x7f]+|\x8e.?|\x8f.?.?", re.DOTALL)
_KANA: Final = (0xA4, 0xA5)
_NO_KANA_AT_ALL: Final = 0xE0
"""From here on no byte is a letter of half width, as Windows reads it."""
_MOST_CONTROLS: Final = 0.01
"""Of all characters. What has more of them is no text, whatever encoding it happens to fit."""
_NEW_LINE: Final = re.compile(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")


class _NoText(ValueError):
    pass


def main(kind: str, cage: str, words: str) -> int:
    """Read what comes in, after the cage is shut."""
    for each in (_UTF_8, _CP932, _UTF_16, _EUC, _JIS):
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
        return data.decode(_UTF_16)
    if data.isascii() and _SWITCHES in data:
        return data.decode(_JIS)
    for encoding in (_UTF_8, *((_EUC,) if _may_be_euc(data) else ()), _CP932):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _NoText


def _may_be_euc(data: bytes) -> bool:
    """Much that is written in EUC-JP could be letters of half width as Windows has them, with a rare ideograph between.
    Words have kana, and many pairs of bytes that are kana or hold what is no such letter; names spelt in those hardly
    any. Where it cannot be told, it is what Windows has."""
    found = re.search(rb"[\x80-\xff]", data)
    start = found.start() if found else len(data)
    wide = _NO_PAIR.sub(b"", data[start : start + _SAMPLE])
    pairs = list(zip(wide[::2], wide[1::2], strict=False))
    words = sum(one in _KANA or max(one, other) >= _NO_KANA_AT_ALL for one, other in pairs)
    return any(one in _KANA for one, _ in pairs) and words * 4 > len(pairs)


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
