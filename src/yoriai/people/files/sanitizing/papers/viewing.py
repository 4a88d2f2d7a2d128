"""Pages of a clean PDF as pictures, for whoever looks at it without a reader of PDF. In the cage, as everything is."""

from typing import Final

from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.papers.sheets import (
    HEAD_BYTES,
    LETTER_BYTES,
    MOST_PAGES,
    SHEET_BYTES,
    NoSheets,
    Sheet,
    pages_in,
)
from yoriai.people.files.sanitizing.papers.standing_in import before
from yoriai.people.files.sanitizing.pixels import BUILT, FRAME, PEAK, Shape
from yoriai.people.files.sanitizing.verdict import CleanFile
from yoriai.people.files.sanitizing.verifying import is_proven
from yoriai.platform.outside.cage.kinds import Cage, Program
from yoriai.platform.outside.cage.limits import MEBIBYTE, Limits
from yoriai.platform.outside.cage.run import Child, GaveUp, caged

_WHERE: Final = "yoriai.people.files.sanitizing"
_LIMITS: Final = Limits(cpu=20, memory=1024 * MEBIBYTE, seconds=30.0, output=256 * MEBIBYTE)


class NoSuchPage(Exception):
    """The paper has no page of this number, or it cannot be shown."""


def picture_of(paper: CleanFile, number: int, cage: Cage) -> bytes:
    """The page of this number, from 0, as PNG. `NoSuchPage` where there is none."""
    if paper.kind is not Kind.PDF or not 0 <= number < MOST_PAGES:
        raise NoSuchPage
    seeing = Program.module(f"{_WHERE}.papers.decoder", str(number), cage)
    building = Program.module(f"{_WHERE}.builder", Kind.PNG, cage)
    try:
        with caged(cage, building, _LIMITS) as builder:
            with caged(cage, seeing, _LIMITS) as decoder:
                decoder.feed(before(b"") + paper.data)
                _pass_on(decoder, builder)
                decoder.exactly(PEAK.size)
            _, size, size_of_small = BUILT.unpack(builder.exactly(BUILT.size))
            image, _ = builder.exactly(size), builder.exactly(size_of_small)
    except (GaveUp, NoSheets):
        raise NoSuchPage from None
    if not is_proven(Kind.PNG, image):
        raise NoSuchPage
    return image


def _pass_on(decoder: Child, builder: Child) -> None:
    if pages_in(decoder.exactly(HEAD_BYTES)) != 1:
        raise NoSheets
    sheet = Sheet.read(decoder.exactly(SHEET_BYTES))
    for _ in decoder.pieces(sheet.letters * LETTER_BYTES):
        pass
    builder.give(Shape(1, sheet.width, sheet.height, sheet.channels).head() + FRAME.pack(0))
    for piece in decoder.pieces(sheet.pixel_bytes):
        builder.give(piece)
    builder.shut()
