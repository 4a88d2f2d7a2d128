"""From the process that sees a PDF to the one that builds: by whoever waits for both, and sees neither file.

Every number is looked at before so many bytes are taken, and every letter is proven; of the pixels none stays here.
"""

from yoriai.people.files.sanitizing.papers.sheets import (
    HEAD_BYTES,
    LETTER_BYTES,
    MOST_PIXELS_TOGETHER,
    SHEET_BYTES,
    NoSheets,
    Sheet,
    head,
    letters_in,
    pages_in,
)
from yoriai.platform.outside.cage.run import Child


def pass_on(decoder: Child, builder: Child) -> None:
    """All pages, one after the other. `NoSheets` at the first that is none."""
    pages, pixels = pages_in(decoder.exactly(HEAD_BYTES)), 0
    builder.give(head(pages))
    for _ in range(pages):
        sheet = Sheet.read(decoder.exactly(SHEET_BYTES))
        pixels += sheet.width * sheet.height
        if pixels > MOST_PIXELS_TOGETHER:
            raise NoSheets
        letters = decoder.exactly(sheet.letters * LETTER_BYTES)
        builder.give(sheet.said())
        builder.give(b"".join(letter.said() for letter in letters_in(letters, sheet)))
        for piece in decoder.pieces(sheet.pixel_bytes):
            builder.give(piece)
    builder.shut()
