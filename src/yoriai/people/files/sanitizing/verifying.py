"""Whether what was built is what it should be: the parts of an image by their names and lengths, and nothing decoded.

It is another piece of code than the one that built (S9), so that a mistake there is seen here. Of every kind it knows
only the parts that our own builder writes: no words, no place, no profile, nothing behind the end.
"""

from collections.abc import Iterator
from typing import Final

from yoriai.people.files.sanitizing.kinds import Kind

_PNG_MARK: Final = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS: Final = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
_WEBP_PARTS: Final = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"))
_JPEG_PARTS: Final = frozenset((0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0))
_GIF_NOTES: Final = frozenset((0xF9, 0xFF))
_FOR_EVER: Final = b"NETSCAPE2.0"


class NotPure(ValueError):
    """There is something in it that does not belong there."""


def is_proven(kind: Kind, data: bytes) -> bool:
    """Whether this is an image of that kind, to its last byte made of parts that carry pixels."""
    try:
        found = _PARTS[kind](data)
        return sum(1 for _ in found) > 0
    except (NotPure, IndexError, KeyError):
        return False


def _png(data: bytes) -> Iterator[None]:
    if not data.startswith(_PNG_MARK):
        raise NotPure
    at, name = len(_PNG_MARK), b""
    while at < len(data):
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if name not in _PNG_PARTS:
            raise NotPure
        at += size + 12
        yield
    if at != len(data) or name != b"IEND":
        raise NotPure


def _webp(data: bytes) -> Iterator[None]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or int.from_bytes(data[4:8], "little") + 8 != len(data):
        raise NotPure
    at = 12
    while at < len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name not in _WEBP_PARTS:
            raise NotPure
        at += 8 + size + size % 2
        yield
    if at != len(data):
        raise NotPure


def _jpeg(data: bytes) -> Iterator[None]:
    if data[:2] != b"\xff\xd8":
        raise NotPure
    at = 2
    while data[at : at + 2] != b"\xff\xd9":
        if data[at] != 0xFF or data[at + 1] not in _JPEG_PARTS:
            raise NotPure
        is_scan = data[at + 1] == 0xDA
        if data[at + 1] == 0xE0 and data[at + 4 : at + 9] != b"JFIF\0":
            raise NotPure
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
        if is_scan:
            at = _after_scan(data, at)
        yield
    if at + 2 != len(data):
        raise NotPure


def _after_scan(data: bytes, at: int) -> int:
    """Where the pixels end: at the first mark that is neither a stuffed byte nor one that only counts on."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise NotPure
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2


def _gif(data: bytes) -> Iterator[None]:
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise NotPure
    at = 13 + _colours(data[10])
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            at += 10 + _colours(data[at + 9]) + 1
            yield
        elif data[at] == 0x21 and data[at + 1] in _GIF_NOTES:
            if data[at + 1] == 0xFF and data[at + 3 : at + 14] != _FOR_EVER:
                raise NotPure
            at += 2
        else:
            raise NotPure
        while data[at]:
            at += data[at] + 1
        at += 1
    if at + 1 != len(data):
        raise NotPure


def _colours(marks: int) -> int:
    return 3 * (2 << (marks & 7)) if marks & 0x80 else 0


_PARTS: Final = {Kind.PNG: _png, Kind.WEBP: _webp, Kind.JPEG: _jpeg, Kind.GIF: _gif}
