"""The typeface that is handed into the cage before a PDF, for letters whose own face the PDF does not bring."""

import struct
from functools import cache
from pathlib import Path
from typing import Final

FACE: Final = "BIZUDPGothic-Regular.ttf"
_SIZE: Final = struct.Struct(">I")


def face_in(folder: Path | None) -> bytes:
    """Our typeface in this folder of typefaces for paper; nothing where it is not there."""
    return b"" if folder is None else _read(folder / FACE)


def before(face: bytes) -> bytes:
    """What is said before a file, so that this typeface stands in."""
    return _SIZE.pack(len(face)) + face


def parted(said: bytes) -> tuple[bytes, bytes]:
    """The typeface and the file behind it."""
    (size,) = _SIZE.unpack_from(said)
    return said[_SIZE.size : _SIZE.size + size], said[_SIZE.size + size :]


@cache
def _read(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
