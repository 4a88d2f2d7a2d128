"""Packing what was built in smaller pieces than other programs do, so that no long run of bytes is like in any original.

Of the same pixels a lossless format can hold the same bytes, whoever wrote them. Its frames may be chosen freely: with
frames shorter than four kibibytes, of lengths that are thrown anew for each file, no run of that length is the same (R2),
not even where the original is a file that was built here before.
"""

import os
import struct
import zlib
from collections.abc import Iterator
from typing import Final

_PNG_PIECE: Final = 3000
_GIF_PIECE: Final = 250
_PNG_MARK: Final = 8


def of_png(data: bytes) -> bytes:
    """The same still image, its pixels in many short parts."""
    made, pixels = [data[:_PNG_MARK]], bytearray()
    for name, content in _png_parts(data):
        if name == b"IDAT":
            pixels += content
            continue
        made += [_png_part(b"IDAT", piece) for piece in _pieces(bytes(pixels), _PNG_PIECE)]
        pixels.clear()
        made.append(_png_part(name, content))
    return b"".join(made)


def of_gif(data: bytes) -> bytes:
    """The same image, moving or not, its pixels in blocks of another length."""
    at = 13 + colours(data[10])
    made = [data[:at]]
    while data[at] != 0x3B:
        is_image = data[at] == 0x2C
        head = 10 + colours(data[at + 9]) + 1 if is_image else 2
        made.append(data[at : at + head])
        content, end = _gif_blocks(data, at + head)
        # Of what is no image the blocks mean something by their length.
        made.append(_as_blocks(content) if is_image else data[at + head : end])
        at = end
    made.append(b";")
    return b"".join(made)


def colours(marks: int) -> int:
    """How many bytes a table of colours has, by the byte that announces it."""
    return 3 * (2 << (marks & 7)) if marks & 0x80 else 0


def _png_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _PNG_MARK
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12


def _png_part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _gif_blocks(data: bytes, at: int) -> tuple[bytes, int]:
    content = bytearray()
    while size := data[at]:
        content += data[at + 1 : at + 1 + size]
        at += size + 1
    return bytes(content), at + 1


def _as_blocks(content: bytes) -> bytes:
    return b"".join(bytes([len(piece)]) + piece for piece in _pieces(content, _GIF_PIECE)) + b"\0"


def _pieces(content: bytes, most: int) -> Iterator[bytes]:
    """Parts of thrown lengths, of which a small content has several as well."""
    most = max(2, min(most, len(content) // 4))
    least, at = (most + 1) // 2, 0
    while at < len(content):
        size = least + thrown(most - least + 1)
        yield content[at : at + size]
        at += size


def thrown(many: int) -> int:
    """One of so many numbers from 0 on, which nobody foresees."""
    return int.from_bytes(os.urandom(4)) % many
