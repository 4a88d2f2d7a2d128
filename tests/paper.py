"""Paper read back: the words of a PDF page by page, and the codes that stand on it."""

from collections.abc import Sequence

import pypdfium2
import zxingcpp

A4 = (595, 842)  # points, upright


def pages_of(pdf: bytes) -> Sequence[str]:
    """The words of each page, in the order in which they are drawn."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def sizes_of(pdf: bytes) -> Sequence[tuple[int, int]]:
    """The size of each page in whole points."""
    return [(round(width), round(height)) for width, height in _sizes(pdf)]


def shade_at(pdf: bytes, across: float, down: float) -> int:
    """How light the first page is at a place that is so far across and down, from 0 (black) to 255."""
    drawn = pypdfium2.PdfDocument(pdf)[0].render(grayscale=True)
    seen = memoryview(drawn.buffer).cast("B").cast("B", (drawn.height, drawn.stride))
    return seen[int(down * drawn.height), int(across * drawn.width)]


def codes_of(pdf: bytes, page: int = 0) -> Sequence[str]:
    """What a camera reads from the codes on a page. Only of our kind: in any pattern some other one can be seen."""
    drawn = pypdfium2.PdfDocument(pdf)[page].render(scale=3, grayscale=True)
    seen = memoryview(drawn.buffer).cast("B").cast("B", (drawn.height, drawn.stride))
    ours = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    return [each.text for each in zxingcpp.read_barcodes(seen, ours)]


def _sizes(pdf: bytes) -> Sequence[tuple[float, float]]:
    return [page.get_size() for page in pypdfium2.PdfDocument(pdf)]
