"""Whether an image ends where its file ends: its parts are followed by the lengths that they say, and none is decoded.

What cameras hang onto a photograph of their own (further images, notes of the maker) belongs to it; any other thing
behind the end does not (N82).
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from yoriai.people.files.sanitizing.kinds import Kind

_MOST_PARTS: Final = 200_000
_MOST_BLOCKS: Final = 1_000_000
"""Of a GIF: whoever looks through more looks for long."""
_BARE: Final = frozenset((0x01, *range(0xD0, 0xD8)))
_SCAN, _END = 0xDA, 0xD9
_START: Final = b"\xff\xd8\xff"
_SAMSUNG: Final = b"SEFT"
_SAMSUNG_HEAD: Final = b"SEFH"
_MARK: Final = re.compile(rb"\xff[^\x00\xd0-\xd7]", re.DOTALL)
_PADS: Final = re.compile(rb"\x00*")


def ends_of(kind: Kind, data: bytes) -> bool:
    """Whether nothing foreign is behind its end, and it has one."""
    try:
        return _ENDS[kind](data)
    except IndexError:
        return False


def _jpeg(data: bytes) -> bool:
    """Further photographs behind the first, and what one maker writes there, are the camera's own."""
    at = 0
    while data.startswith(_START, at):
        end = _jpeg_end(data, at)
        if end is None:
            return False
        at = _after_pads(data, end)
    return at == len(data) or (at > 0 and _is_samsungs(data[at:]))


def _jpeg_end(data: bytes, at: int) -> int | None:
    at += 2
    for _ in range(_MOST_PARTS):
        if data[at] != 0xFF:
            return None
        mark = data[at + 1]
        if mark == 0xFF:  # filled up
            at += 1
        elif mark == _END:
            return at + 2
        elif mark in _BARE:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4]))
            if mark == _SCAN:
                at = _after_scan(data, at)
    return None


def _after_scan(data: bytes, at: int) -> int:
    found = _MARK.search(data, at)
    if found is None:
        raise IndexError
    return found.start()


def _after_pads(data: bytes, at: int) -> int:
    found = _PADS.match(data, at)
    return found.end() if found else at


def _is_samsungs(rest: bytes) -> bool:
    """Its notes end with the length of their own list, which begins with a word of its own. Nothing moves in them."""
    if not rest.endswith(_SAMSUNG) or len(rest) < 16:
        return False
    size = int.from_bytes(rest[-8:-4], "little")
    return rest[-8 - size : -4 - size] == _SAMSUNG_HEAD and b"ftyp" not in rest


def _png(data: bytes) -> bool:
    at = 8
    for _ in range(_MOST_PARTS):
        name = data[at + 4 : at + 8]
        if len(name) < 4:
            return False
        at += int.from_bytes(data[at : at + 4]) + 12
        if name == b"IEND":
            return at == len(data)
    return False


def _webp(data: bytes) -> bool:
    said = int.from_bytes(data[4:8], "little") + 8
    return len(data) in (said, said + said % 2)


def _gif(data: bytes) -> bool:
    at, blocks = 13 + _colours(data[10]), 0
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            at += 10 + _colours(data[at + 9]) + 1
        elif data[at] == 0x21:
            at += 2
        else:
            return False
        while data[at]:
            at += data[at] + 1
            blocks += 1
            if blocks > _MOST_BLOCKS:
                return False
        at += 1
    return at + 1 == len(data)


def _colours(marks: int) -> int:
    return 3 * (2 << (marks & 7)) if marks & 0x80 else 0


def _heic(data: bytes) -> bool:
    """It is known to be made of boxes to its last byte; what begins a second time is another file behind it."""
    at, beginnings = 0, 0
    while at < len(data):
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        beginnings += name == b"ftyp"
        at += int.from_bytes(data[at + 8 : at + 16]) if size == 1 else size
    return beginnings == 1


def _bmp(data: bytes) -> bool:
    """Some programs leave its length out; then its pixels say how long it is."""
    said = int.from_bytes(data[2:6], "little")
    return said == len(data) or (said == 0 and _bmp_length(data) == len(data))


def _bmp_length(data: bytes) -> int:
    width, height = (int.from_bytes(data[at : at + 4], "little", signed=True) for at in (18, 22))
    row = (width * int.from_bytes(data[28:30], "little") + 31) // 32 * 4
    return int.from_bytes(data[10:14], "little") + row * abs(height)


_ENDS: Final[Mapping[Kind, Callable[[bytes], bool]]] = {
    Kind.JPEG: _jpeg,
    Kind.PNG: _png,
    Kind.WEBP: _webp,
    Kind.GIF: _gif,
    Kind.HEIC: _heic,
    Kind.BMP: _bmp,
}
"""Of those that have an end. A TIFF has none: its parts stand in any order, and may say any place."""
HAVE_AN_END: Final = frozenset(_ENDS)
