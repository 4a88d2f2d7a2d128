"""How pages go from the process that sees them to the one that builds: numbers of a fixed width, letters, pixels (S7).

Whoever stands between them takes nothing that is not within bounds, and no letter that is not pure text.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from yoriai.people.files.sanitizing.pixels import MOST_PIXELS, MOST_SIDE
from yoriai.people.files.sanitizing.plain import KEPT, is_seen

MOST_PAGES: Final = 500
"""What fits into two minutes where each page takes a fifth of a second."""
MOST_PIXELS_TOGETHER: Final = 4_000_000_000
MOST_LETTERS: Final = 50_000
"""Of one page. A page of small print has five thousand."""
LARGEST: Final = 14_400 * 100
"""Of a side, in hundredths of a point: two hundred inches, as PDF itself has it."""
FINE: Final = 10
"""Places of letters are said in tenths of a pixel."""
ALL: Final = "all"
"""Pages; else one is named by its number."""
DOTS: Final = 150
"""Pixels of an inch."""

_HEAD: Final = struct.Struct(">4sI")
_MARK: Final = b"YPG1"
HEAD_BYTES: Final = _HEAD.size
_SHEET: Final = struct.Struct(">IIBIII")
SHEET_BYTES: Final = _SHEET.size
_LETTER: Final = struct.Struct(">IIIIIB")
LETTER_BYTES: Final = _LETTER.size
COLOURS: Final = {1: "L", 3: "RGB"}
RIGHT, DOWN, LEFT, UP, JOINED = range(5)
"""Where a letter's line goes on, as one sees the page; `JOINED` belongs to the sign before it, and has no place."""
_JOINS: Final = "\u200d"


class NoSheets(ValueError):
    """What was said is no page, or more than any may have."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One code point, and the box in which it is seen, in tenths of pixels from the upper left corner."""

    code: int
    left: int
    top: int
    width: int
    height: int
    turn: int

    def said(self) -> bytes:
        """As it is said."""
        return _LETTER.pack(self.code, self.left, self.top, self.width, self.height, self.turn)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How large a page is, in pixels and in hundredths of a point, and how many letters are on it."""

    width: int
    height: int
    channels: int
    across: int
    down: int
    letters: int

    @property
    def pixel_bytes(self) -> int:
        """That come after the letters."""
        return self.width * self.height * self.channels

    def said(self) -> bytes:
        """As it is said."""
        return _SHEET.pack(self.width, self.height, self.channels, self.across, self.down, self.letters)

    @classmethod
    def read(cls, said: bytes) -> Self:
        """What was said, if it is a page and small enough. `NoSheets` otherwise."""
        found = cls(*_SHEET.unpack(said))
        if not (
            0 < found.width <= MOST_SIDE
            and 0 < found.height <= MOST_SIDE
            and found.width * found.height <= MOST_PIXELS
            and found.channels in COLOURS
            and 0 < found.across <= LARGEST
            and 0 < found.down <= LARGEST
            and found.letters <= MOST_LETTERS
        ):
            raise NoSheets
        return found


def head(pages: int) -> bytes:
    """So many pages follow."""
    return _HEAD.pack(_MARK, pages)


def pages_in(said: bytes) -> int:
    """How many pages follow. `NoSheets` for none or too many."""
    mark, pages = _HEAD.unpack(said)
    if mark != _MARK or not 0 < pages <= MOST_PAGES:
        raise NoSheets
    return pages


def letters_in(said: bytes, sheet: Sheet) -> Iterator[Letter]:
    """The letters of a page. `NoSheets` at the first that is no letter, or is not on the page."""
    across, down, follows = sheet.width * FINE, sheet.height * FINE, False
    for fields in _LETTER.iter_unpack(said):
        letter = Letter(*fields)
        if not is_letter(letter.code) or not (
            follows
            if letter.turn == JOINED
            else letter.turn < JOINED
            and letter.left < across
            and letter.top < down
            and 0 < letter.width <= across
            and 0 < letter.height <= down
        ):
            raise NoSheets
        follows = True
        yield letter


def is_letter(code: int) -> bool:
    """Whether this is a letter, a sign or a space: nothing that steers, halves, or stands for nothing."""
    if code > 0x10FFFF:
        return False
    letter = chr(code)
    return letter == _JOINS or (letter not in KEPT and is_seen(letter))
