"""Where in a clean PDF the picture of a page lies, for whoever looks at it without a reader of PDF.

What a page shows was drawn and built in the cage when the PDF was made, and lies in it as one run of bytes: our writer
knows no other way. So nothing is decoded or drawn anew. A photograph is a whole JPEG; what is packed crisp are the rows
of a PNG, which only lack its frame. What is not as our writer writes it has no pages (S4).
"""

import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.papers.sheets import MOST_PAGES
from yoriai.people.files.sanitizing.pixels import MOST_PIXELS, MOST_SIDE

TAIL: Final = 20 * (3 * MOST_PAGES + 10) + 200
"""Bytes at the end of a PDF of ours among which its register stands, however many pages it has."""
HEAD: Final = 300
"""Bytes at the head of a picture among which all stands that is said of it."""
_ROW: Final = 20
_OTHERS: Final = 8
"""Objects that belong to no page: two before them, six behind."""
_END: Final = re.compile(rb"startxref\n(\d{1,10})\n%%EOF\n\Z")
_REGISTER: Final = re.compile(rb"xref\n0 (\d{1,5})\n0000000000 65535 f \n((?:\d{10} 00000 n \n)+)trailer\n")
_PICTURE: Final = re.compile(
    rb"(\d{1,5}) 0 obj\n<</Type/XObject/Subtype/Image/Width (\d{1,5})/Height (\d{1,5})"
    rb"/ColorSpace/Device(Gray|RGB)/BitsPerComponent 8/Filter/(?:DCTDecode|"
    rb"FlateDecode/DecodeParms<</Predictor 15/Colors ([13])/BitsPerComponent 8/Columns (\d{1,5})>>)"
    rb"/Length (\d{1,9})>>\nstream\n"
)
_PICTURE_END: Final = len(b"\nendstream\nendobj\n")
_PNG_MARK: Final = b"\x89PNG\r\n\x1a\n"
_PNG_COLOURS: Final = {b"Gray": (b"1", 0), b"RGB": (b"3", 2)}
_ROWS: Final = b"IDAT"


class NoSuchPage(ValueError):
    """The paper has no page of this number, or is none of ours."""


@dataclass(frozen=True, slots=True)
class Register:
    """Where the objects of a PDF begin, and where the last one ends."""

    places: Sequence[int]

    @property
    def pages(self) -> int:
        """How many there are."""
        return (len(self.places) - 1 - _OTHERS) // 3

    def span(self, page: int) -> tuple[int, int]:
        """From where to where the picture of a page, from 0, stands with all that is said of it."""
        if not 0 <= page < self.pages:
            raise NoSuchPage
        return self.places[_object(page) - 1], self.places[_object(page)]


def register_in(tail: bytes, size: int) -> Register:
    """By the last bytes of a PDF that has so many."""
    end = _END.search(tail)
    start = int(end[1]) if end else 0
    found = _REGISTER.match(tail, start - (size - len(tail))) if start >= size - len(tail) else None
    if found is None:
        raise NoSuchPage
    rows = found[2]
    register = Register([*(int(rows[at : at + 10]) for at in range(0, len(rows), _ROW)), start])
    counted, places = int(found[1]) - 1, register.places
    is_ours = counted == len(places) - 1 == 3 * register.pages + _OTHERS and 0 < register.pages <= MOST_PAGES
    if not is_ours or any(one >= other for one, other in pairwise(places)):
        raise NoSuchPage
    return register


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page shows: bytes of the PDF, and what a PNG of them lacks."""

    kind: Kind
    start: int
    end: int
    before: bytes = b""

    @property
    def size(self) -> int:
        """Bytes of it as a file of its own."""
        return len(self.before) + self.end - self.start + (_BEHIND if self.before else 0)


def picture_in(head: bytes, span: tuple[int, int], page: int) -> Picture:
    """By the first bytes of what stands there."""
    found = _PICTURE.match(head)
    if found is None:
        raise NoSuchPage
    number, wide, high, size = (int(found[each]) for each in (1, 2, 3, 7))
    start, colours, columns = span[0] + found.end(), found[5], found[6]
    is_ours = number == _object(page) and start + size + _PICTURE_END == span[1]
    if not is_ours or not (0 < wide <= MOST_SIDE and 0 < high <= MOST_SIDE and wide * high <= MOST_PIXELS):
        raise NoSuchPage
    if colours is None:
        return Picture(Kind.JPEG, start, start + size)
    named, how = _PNG_COLOURS[found[4]]
    if colours != named or int(columns) != wide:
        raise NoSuchPage
    shape = _part(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, how, 0, 0, 0))
    return Picture(Kind.PNG, start, start + size, _PNG_MARK + shape + struct.pack(">I", size) + _ROWS)


class Sum:
    """What stands in a PNG behind its rows, once all of them have gone by."""

    def __init__(self) -> None:
        self._sum = zlib.crc32(_ROWS)

    def add(self, piece: bytes) -> None:
        """Some more of the rows."""
        self._sum = zlib.crc32(piece, self._sum)

    def behind(self) -> bytes:
        """After the last of them."""
        return struct.pack(">I", self._sum) + _part(b"IEND", b"")


def _object(page: int) -> int:
    """The number of a page's picture among the objects, from 1: each page has three, and its picture is the last."""
    return 5 + 3 * page


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


_BEHIND: Final = len(Sum().behind())
