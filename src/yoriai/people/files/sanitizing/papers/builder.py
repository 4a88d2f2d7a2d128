"""The process that builds a new PDF of pixels and letters, and a small image of its first page. It never sees a
foreign file."""

import io
import sys
from typing import BinaryIO, Final

from PIL import Image, JpegImagePlugin, PngImagePlugin

from yoriai.people.files.sanitizing.codes import Code
from yoriai.people.files.sanitizing.papers.lines import lines_of
from yoriai.people.files.sanitizing.papers.packing import packed
from yoriai.people.files.sanitizing.papers.sheets import (
    COLOURS,
    HEAD_BYTES,
    LETTER_BYTES,
    SHEET_BYTES,
    Sheet,
    letters_in,
    pages_in,
)
from yoriai.people.files.sanitizing.papers.writer import Writer
from yoriai.people.files.sanitizing.pixels import BUILT
from yoriai.people.files.sanitizing.small import small_of
from yoriai.platform.outside.cage.inside import Peak, lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted
from yoriai.platform.outside.cage.limits import Limits

_LOADED: Final = (JpegImagePlugin, PngImagePlugin)


def main(grain: str, cage: str, words: str) -> int:
    """Build what comes in, after the cage is shut."""
    Image.preinit()
    "".encode("utf-16-be")  # so that it is here when nothing can be imported any more
    peak, most = Peak(), Limits.read(words).output
    lock(words, without_files=files_wanted(Cage(cage)))
    source, to = sys.stdin.buffer, sys.stdout.buffer
    made, small = io.BytesIO(), b""
    pages = pages_in(source.read(HEAD_BYTES))
    writer = Writer(made, pages, int(grain))
    for number in range(pages):
        image = _page(source, writer, int(grain))
        small = small if number else small_of(image)
        if writer.size > most * 3 // 4:
            return Code.HEAVY
    writer.end()
    to.write(BUILT.pack(peak.bytes(), writer.size, len(small)))
    to.write(made.getbuffer())
    to.write(small)
    return 0


def _page(source: BinaryIO, writer: Writer, grain: int) -> Image.Image:
    sheet = Sheet.read(source.read(SHEET_BYTES))
    letters = list(letters_in(source.read(sheet.letters * LETTER_BYTES), sheet))
    mode = COLOURS[sheet.channels]
    image = Image.frombytes(mode, (sheet.width, sheet.height), source.read(sheet.pixel_bytes))
    writer.page(sheet, lines_of(letters), packed(image, grain))
    return image


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
