"""Our own typeface for PDFs that bring none: letters of Japanese offices are often in faces that every Windows has.

The library would look for them on the disk, which a cage does not have; so it is given one before it sees anything
foreign. It needs calls back into this program, which are made before the cage is shut.
"""

import ctypes
from typing import Final

import pypdfium2.raw as pdfium

from yoriai.people.files.sanitizing.papers.standing_in import parted

_POINTER, _NUMBER, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
_ENDS: Final = ctypes.CFUNCTYPE(None, _POINTER)
_LISTS: Final = ctypes.CFUNCTYPE(None, _POINTER, _POINTER)
_CHOOSES: Final = ctypes.CFUNCTYPE(
    _POINTER, _POINTER, _NUMBER, _NUMBER, _NUMBER, _NUMBER, ctypes.c_char_p, _POINTER
)
_FINDS: Final = ctypes.CFUNCTYPE(_POINTER, _POINTER, ctypes.c_char_p)
_READS: Final = ctypes.CFUNCTYPE(_LONG, _POINTER, _POINTER, ctypes.c_uint, _POINTER, _LONG)
_NAMES: Final = ctypes.CFUNCTYPE(_LONG, _POINTER, _POINTER, _POINTER, _LONG)
_TELLS: Final = ctypes.CFUNCTYPE(_NUMBER, _POINTER, _POINTER)

_JAPANESE: Final = 128
_EAST_ASIAN: Final = (128, 129, 134, 136)
"""As Windows numbers sets of letters: Japanese, Korean, and Chinese of both ways of writing."""
_OURS: Final = 1
_NAME: Final = b"Unembedded\0"


class _Asked(ctypes.Structure):
    _fields_ = (
        ("version", _NUMBER),
        ("ends", _ENDS),
        ("lists", _LISTS),
        ("chooses", _CHOOSES),
        ("finds", _FINDS),
        ("reads", _READS),
        ("names", _NAMES),
        ("tells", _TELLS),
        ("lets_go", _LISTS),
    )


def _nothing(*_: object) -> None:
    """There is only one face, which is always there."""


def _japanese(*_: object) -> int:
    return _JAPANESE


class Typeface:
    """What stands in for East Asian faces that a PDF does not bring."""

    def __init__(self) -> None:
        self._face = b""
        self.is_missing = False
        """Whether one was wanted and there was none: then there are letters that nobody sees."""
        self._asked = _Asked(
            1,
            _ENDS(_nothing),
            _LISTS(_nothing),
            _CHOOSES(self._chosen),
            _FINDS(_nothing),
            _READS(self._read),
            _NAMES(self._named),
            _TELLS(_japanese),
            _LISTS(_nothing),
        )
        asked = ctypes.cast(ctypes.pointer(self._asked), ctypes.POINTER(pdfium.FPDF_SYSFONTINFO))
        pdfium.FPDF_SetSystemFontInfo(asked)

    def taken_from(self, data: bytes) -> bytes:
        """Take what `before` has put before a file, and give back the file."""
        self._face, file = parted(data)
        return file

    def _chosen(self, *asked: object) -> int | None:
        charset = asked[3]
        if charset not in _EAST_ASIAN:
            return None
        self.is_missing = self.is_missing or not self._face
        return _OURS if self._face else None

    def _read(self, _: object, __: object, table: int, to: int | None, most: int) -> int:
        if table:
            return 0
        if to and most >= len(self._face):
            ctypes.memmove(to, self._face, len(self._face))
        return len(self._face)

    def _named(self, _: object, __: object, to: int | None, most: int) -> int:
        if to and most >= len(_NAME):
            ctypes.memmove(to, _NAME, len(_NAME))
        return len(_NAME)
