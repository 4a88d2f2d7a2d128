"""The caged process that sees a PDF: foreign bytes in; pixels of pages and the letters on them out."""

import ctypes
import math
import sys
from typing import BinaryIO, Final

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from yoriai.people.files.sanitizing.codes import Code
from yoriai.people.files.sanitizing.papers.letters import Measure, letters_of
from yoriai.people.files.sanitizing.papers.opening import Copied, NotShown, opened
from yoriai.people.files.sanitizing.papers.sheets import ALL, COLOURS, DOTS, LARGEST, Sheet, head
from yoriai.people.files.sanitizing.papers.typeface import Typeface
from yoriai.people.files.sanitizing.pixels import MOST_SIDE, PEAK
from yoriai.platform.outside.cage.inside import Peak, lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted

_INCH: Final = 72  # points
_MOST_DRAWN: Final = 50_000_000
"""Pixels of a page, so that what lies transparent over one another fits beside it into the memory."""
_WHITE: Final = 0xFFFFFFFF
_AS_SEEN: Final = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
_PIECE: Final = 256
"""Rows that are turned into bytes at once."""


def main(only: str, cage: str, words: str) -> int:
    """See what comes in, after the cage is shut: all of it, or only the page of this number, from 0."""
    Image.preinit()
    copied, face, peak = Copied(), Typeface(), Peak()
    lock(words, without_files=files_wanted(Cage(cage)))
    try:
        data = face.taken_from(sys.stdin.buffer.read())
        _say(opened(data, copied), only, sys.stdout.buffer)
    except NotShown as end:
        return end.code
    except MemoryError:
        return Code.HEAVY
    if face.is_missing:
        return Code.NO_FACE
    sys.stdout.buffer.write(PEAK.pack(peak.bytes()))
    sys.stdout.buffer.flush()
    return 0


def _say(document: pdfium.FPDF_DOCUMENT, only: str, to: BinaryIO) -> None:
    pages = pdfium.FPDF_GetPageCount(document)
    numbers = range(pages) if only == ALL else range(pages)[int(only) : int(only) + 1]
    # Forms that were filled in show what stands in them; there is no engine here that would run what they hold.
    filled = pdfium.FPDF_FORMFILLINFO(version=2)
    forms = pdfium.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(filled))
    to.write(head(len(numbers)))
    for number in numbers:
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            raise NotShown(Code.BROKEN)
        pdfium.FORM_OnAfterLoadPage(page, forms)
        _say_page(page, forms, to)
        pdfium.FORM_OnBeforeClosePage(page, forms)
        pdfium.FPDF_ClosePage(page)


def _say_page(page: pdfium.FPDF_PAGE, forms: pdfium.FPDF_FORMHANDLE, to: BinaryIO) -> None:
    across, down = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    width, height = _size(across, down)
    letters = letters_of(page, Measure.of(page, width, height))
    image = _drawn(page, forms, width, height)
    channels = 1 if _is_grey(image) else 3
    sheet = Sheet(width, height, channels, _hundredths(across), _hundredths(down), len(letters))
    to.write(sheet.said())
    to.write(b"".join(letter.said() for letter in letters))
    for top in range(0, height, _PIECE):
        rows = image.crop((0, top, width, min(top + _PIECE, height)))
        to.write(rows.convert(COLOURS[channels]).tobytes())


def _size(across: float, down: float) -> tuple[int, int]:
    """In pixels; a page that is larger than any may be is shown coarser, as a whole."""
    if not (0 < across < math.inf and 0 < down < math.inf) or max(across, down) * 100 > LARGEST:
        raise NotShown(Code.TOO_MANY_PIXELS)
    scale = min(DOTS / _INCH, MOST_SIDE / max(across, down), math.sqrt(_MOST_DRAWN / (across * down)))
    return max(1, int(across * scale)), max(1, int(down * scale))


def _drawn(page: pdfium.FPDF_PAGE, forms: pdfium.FPDF_FORMHANDLE, width: int, height: int) -> Image.Image:
    stride = (width * 3 + 3) // 4 * 4
    rows = bytearray(stride * height)
    drawn_in = (ctypes.c_char * len(rows)).from_buffer(rows)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, drawn_in, stride)
    if not bitmap:
        raise NotShown(Code.HEAVY)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _AS_SEEN)
        pdfium.FPDF_FFLDraw(forms, bitmap, page, 0, 0, width, height, 0, _AS_SEEN)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (width, height), rows, "raw", "RGB", stride, 1)


def _is_grey(image: Image.Image) -> bool:
    for top in range(0, image.height, _PIECE):
        red, green, blue = image.crop((0, top, image.width, min(top + _PIECE, image.height))).split()
        if ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox():
            return False
    return True


def _hundredths(points: float) -> int:
    return min(max(1, round(points * 100)), LARGEST)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
