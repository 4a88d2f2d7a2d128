"""Packing the pixels of a page: crisp where that is small, as a photograph otherwise."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Final

from PIL import Image

from yoriai.people.files.sanitizing.papers.writer import Picture

_AS_PHOTOGRAPH: Final = {"subsampling": "4:4:4", "restart_marker_blocks": 16}
_QUALITIES: Final = range(86, 60, -1)
_ROWS: Final = range(13, 39)
"""That are packed at a stretch, so that no long run of bytes is like in any original (R2)."""
_SHADES: Final = [round(round(value * 31 / 255) * 255 / 31) for value in range(256)]
"""Nobody tells more than 32 apart at the edge of a letter, and of fewer a page is a third smaller."""
_LOOKS_ACTIVE: Final = re.compile(
    rb"/(?:JS|JavaScript|AA|OpenAction|Launch|EmbeddedFiles?|XFA|RichMedia|GoToR|GoToE|SubmitForm|ImportData|URI)"
)


def packed(image: Image.Image, grain: int) -> Picture:
    """The smaller of both ways, with no bytes in it that a scanner may take for something that acts. The grain says in
    how long stretches."""
    photograph = next(each for each in _photographs(image) if not _LOOKS_ACTIVE.search(each))
    colours = len(image.getbands())
    shades = image.point(_SHADES * colours)  # pyright: ignore[reportUnknownMemberType] of its other forms
    crisp = _crisp(shades, grain, len(photograph))
    found = next(each for each in crisp if each is None or not _LOOKS_ACTIVE.search(each))
    if found is None:
        return Picture("/Filter/DCTDecode", photograph)
    return Picture(
        "/Filter/FlateDecode/DecodeParms<</Predictor 15"
        f"/Colors {colours}/BitsPerComponent 8/Columns {image.width}>>",
        found,
    )


def _photographs(image: Image.Image) -> Iterator[bytes]:
    for quality in _QUALITIES:
        made = io.BytesIO()
        image.save(made, "JPEG", quality=quality, **_AS_PHOTOGRAPH)
        yield made.getvalue()


def _crisp(image: Image.Image, grain: int, most: int) -> Iterator[bytes | None]:
    for number in range(len(_ROWS)):
        yield _flat(image, _ROWS[(grain + number) % len(_ROWS)], most)


def _flat(image: Image.Image, rows: int, most: int) -> bytes | None:
    """All pixels, each as it is, or nothing where that takes more bytes than this."""
    packer, made, wide = zlib.compressobj(6), bytearray(), image.width * len(image.getbands())
    for top in range(0, image.height, rows):
        pixels = image.crop((0, top, image.width, min(top + rows, image.height))).tobytes()
        lines = b"".join(b"\0" + pixels[at : at + wide] for at in range(0, len(pixels), wide))
        made += packer.compress(lines) + packer.flush(zlib.Z_FULL_FLUSH)
        if len(made) > most:
            return None
    return bytes(made + packer.flush())
