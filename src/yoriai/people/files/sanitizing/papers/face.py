"""A typeface that shows nothing: the letters over a picture are searched and copied, and never drawn."""

import struct
from collections.abc import Mapping
from typing import Final

EM: Final = 1000
ASCENT, DESCENT = 880, -120
_EPOCH: Final = 3_786_825_600  # seconds from 1904 to the beginning of 2024
_MAGIC: Final = b"\x5f\x0f\x3c\xf5"
_SUM: Final = 0xB1B0AFBA
"""What all of such a file adds up to, as the format has it."""


def face() -> bytes:
    """A TrueType file of one glyph that covers nothing, the same every time, of which no byte is anybody else's."""
    tables = _tables()
    made, at = b"", 12 + 16 * len(tables)
    rows = list[bytes]()
    for name, content in sorted(tables.items()):
        rows.append(struct.pack(">4sIII", name, _sum(content), at + len(made), len(content)))
        made += content + b"\0" * (-len(content) % 4)
    largest = 1 << (len(tables).bit_length() - 1)
    head = struct.pack(
        ">IHHHH",
        0x10000,
        len(tables),
        largest * 16,
        largest.bit_length() - 1,
        (len(tables) - largest) * 16,
    )
    whole = head + b"".join(rows) + made
    where = whole.index(_MAGIC) - 4  # the sum stands before it
    return whole[:where] + struct.pack(">I", (_SUM - _sum(whole)) & 0xFFFFFFFF) + whole[where + 4 :]


def _tables() -> Mapping[bytes, bytes]:
    box = (0, DESCENT, EM, ASCENT)
    # To and fro on one line: it reaches over a square, so that readers find it however it is turned, and covers nothing.
    points = struct.pack(">3B5h", 1, 1, 1, 0, EM, -EM, DESCENT, EM) + struct.pack(">h", -EM)
    glyph = struct.pack(">5h", 1, *box) + struct.pack(">HH", 2, 0) + points
    glyph += b"\0" * (-len(glyph) % 4)
    return {
        b"head": struct.pack(">III4sHHQQ", 0x10000, 0x10000, 0, _MAGIC, 3, EM, _EPOCH, _EPOCH)
        + struct.pack(">4h", *box)
        + struct.pack(">HHhhh", 0, 8, 2, 0, 0),
        b"hhea": struct.pack(">IhhhHhhhhhh8xhH", 0x10000, ASCENT, DESCENT, 0, EM, 0, 0, EM, 1, 0, 0, 0, 1),
        b"hmtx": struct.pack(">Hh", EM, 0),
        b"maxp": struct.pack(">IH13H", 0x10000, 1, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"loca": struct.pack(">HH", 0, len(glyph) // 2),
        b"glyf": glyph,
    }


def _sum(content: bytes) -> int:
    padded = content + b"\0" * (-len(content) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
