"""The letters of a page in the cage: each code point with the box in which it is seen, in the order of the page."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2.raw as pdfium

from yoriai.people.files.sanitizing.papers.sheets import (
    DOWN,
    FINE,
    JOINED,
    LEFT,
    MOST_LETTERS,
    RIGHT,
    UP,
    Letter,
    is_letter,
)

_UPPER, _LOWER = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_FAR: Final = 1_000
"""Points between which the page is measured."""
_SPACE, _HYPHEN = 0x20, 0x2D
_PARTED: Final = 0x02
"""What the library says for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How points of a page, which may be turned and cut, become tenths of the pixels that are seen."""

    width: int
    height: int
    at: tuple[int, int]
    along: tuple[float, float]
    across: tuple[float, float]

    @classmethod
    def of(cls, page: pdfium.FPDF_PAGE, width: int, height: int) -> "Measure":
        """Of a page that is drawn this large."""
        zero, along, across = (_place(page, (width, height), x, y) for x, y in ((0, 0), (_FAR, 0), (0, _FAR)))
        return cls(
            width * FINE,
            height * FINE,
            zero,
            ((along[0] - zero[0]) / _FAR, (along[1] - zero[1]) / _FAR),
            ((across[0] - zero[0]) / _FAR, (across[1] - zero[1]) / _FAR),
        )

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point is seen, from the upper left corner."""
        return self.at[0] + self._turned(x, y)[0], self.at[1] + self._turned(x, y)[1]

    def turn(self, x: float, y: float) -> int:
        """Into which of four directions this one goes, as it is seen."""
        right, down = self._turned(x, y)
        if abs(right) >= abs(down):
            return RIGHT if right >= 0 else LEFT
        return DOWN if down >= 0 else UP

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return self.along[0] * x + self.across[0] * y, self.along[1] * x + self.across[1] * y


def letters_of(page: pdfium.FPDF_PAGE, measure: Measure) -> list[Letter]:
    """All that can be seen within the page. What stands outside of it is not on it."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return []
    try:
        return list(_kept(_placed(text, measure), measure))
    finally:
        pdfium.FPDFText_ClosePage(text)


def _kept(letters: Iterator[Letter], measure: Measure) -> Iterator[Letter]:
    before: Letter | None = None
    for number, letter in enumerate(letters):
        if number >= MOST_LETTERS:
            return
        if letter.left >= measure.width or letter.top >= measure.height:
            before = None
        elif before is not None and replace(letter, code=before.code) == before:
            # Two letters in one place are one sign: a variant and its mark, or a ligature.
            yield Letter(letter.code, 0, 0, 0, 0, JOINED)
        else:
            yield letter
            before = letter


def _placed(text: pdfium.FPDF_TEXTPAGE, measure: Measure) -> Iterator[Letter]:
    turn, end = RIGHT, (0.0, 0.0, 0.0, 0.0)
    for number, code in _codes(text):
        if not is_letter(code):
            continue
        if pdfium.FPDFText_IsGenerated(text, number) == 1:
            if code == _SPACE:
                yield _fit(end, _SPACE, turn, measure)
            continue
        box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetLooseCharBox(text, number, ctypes.byref(box)):
            continue
        if pdfium.FPDFText_GetMatrix(text, number, ctypes.byref(matrix)):
            turn = measure.turn(matrix.a, matrix.b)
        corners = measure.seen(box.left, box.top), measure.seen(box.right, box.bottom)
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(*corners, strict=True))
        if right < 0 or bottom < 0:
            continue
        end = {
            RIGHT: (right, top, right, bottom),
            DOWN: (left, bottom, right, bottom),
            LEFT: (left, top, left, bottom),
            UP: (left, top, right, top),
        }[turn]
        yield _fit((left, top, right, bottom), code, turn, measure)


def _codes(text: pdfium.FPDF_TEXTPAGE) -> Iterator[tuple[int, int]]:
    """The code points; the library gives those beyond the first plane in two halves."""
    upper = 0
    for number in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, number)
        if code in _UPPER:
            upper = code
        elif code in _LOWER and upper:
            yield number, 0x10000 + ((upper - 0xD800) << 10) + (code - 0xDC00)
            upper = 0
        else:
            yield number, _HYPHEN if code == _PARTED else code
            upper = 0


def _fit(box: tuple[float, float, float, float], code: int, turn: int, measure: Measure) -> Letter:
    left, top = max(0, round(box[0])), max(0, round(box[1]))
    width = min(max(1, round(box[2]) - left), measure.width)
    height = min(max(1, round(box[3]) - top), measure.height)
    return Letter(code, left, top, width, height, turn)


def _place(page: pdfium.FPDF_PAGE, size: tuple[int, int], x: float, y: float) -> tuple[int, int]:
    right, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(
        page, 0, 0, size[0] * FINE, size[1] * FINE, 0, x, y, ctypes.byref(right), ctypes.byref(down)
    )
    return right.value, down.value
