"""Whether an image has so many parts that a decoder would count them for minutes: then it is not decoded at all (N78).

The parts are found by the lengths that they say; called in the cage. What makes no sense here is left to the decoder.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from yoriai.people.files.sanitizing.kinds import Kind

MOST_PARTS: Final = 100_000
"""Those that carry pixels: encoders make them as short as four kibibytes, and so do we."""
MOST_NOTES: Final = 2_000
"""Those that carry anything else."""
MOST_SCANS: Final = 32
"""Of a photograph that grows clearer while it loads: encoders make about ten, and each is drawn over all pixels."""
_MOST_BLOCKS: Final = 1_000_000
"""Of at most 255 bytes, into which a GIF is cut."""

_PNG_PIXELS: Final = (b"IDAT", b"fdAT")
_JPEG_MARK: Final = re.compile(rb"\xff[\x01\xc0-\xcf\xd8-\xfe]")
_JPEG_BARE: Final = (0x01, 0xD8)
_JPEG_SCAN, _JPEG_END = 0xDA, 0xD9


def has_too_many(kind: Kind, data: bytes) -> bool:
    """Whether it has."""
    return kind in _COUNTED and _COUNTED[kind](data)


def _png(data: bytes) -> bool:
    at, parts, notes = 8, 0, 0
    while at + 8 <= len(data):
        name = data[at + 4 : at + 8]
        parts += 1
        notes += name not in _PNG_PIXELS
        if parts > MOST_PARTS or notes > MOST_NOTES:
            return True
        if name == b"IEND":
            return False
        at += int.from_bytes(data[at : at + 4]) + 12
    return False


def _jpeg(data: bytes) -> bool:
    at, notes, scans = 0, 0, 0
    while found := _JPEG_MARK.search(data, at):
        mark, at = data[found.start() + 1], found.end()
        if mark == _JPEG_END:
            return False
        if mark in _JPEG_BARE:
            continue
        notes += 1
        scans += mark == _JPEG_SCAN
        if notes > MOST_NOTES or scans > MOST_SCANS:
            return True
        at += int.from_bytes(data[at : at + 2])
    return False


def _gif(data: bytes) -> bool:
    at, notes, frames, blocks = 13 + _colours(data[10:11]), 0, 0, 0
    while at < len(data) and data[at] in (0x21, 0x2C):
        notes += data[at] == 0x21
        frames += data[at] == 0x2C
        at += 10 + _colours(data[at + 9 : at + 10]) + 1 if data[at] == 0x2C else 2
        while at < len(data) and data[at]:
            at += data[at] + 1
            blocks += 1
            if blocks > _MOST_BLOCKS:
                return True
        at += 1
        if (
            notes > frames + MOST_NOTES
        ):  # each frame has one of its own; how many frames may be is counted elsewhere
            return True
    return False


def _colours(marks: bytes) -> int:
    """How many bytes a table of colours has, by the byte that announces it."""
    return 3 * (2 << (marks[0] & 7)) if marks and marks[0] & 0x80 else 0


_COUNTED: Final[Mapping[Kind, Callable[[bytes], bool]]] = {Kind.PNG: _png, Kind.JPEG: _jpeg, Kind.GIF: _gif}
