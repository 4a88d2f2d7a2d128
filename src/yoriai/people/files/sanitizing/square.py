"""The process that builds a face of pixels: the middle of a picture, square and small. It never sees a foreign file."""

import io
import sys
from typing import Final

from PIL import Image

from yoriai.people.files.sanitizing.builder import frames_of, photograph
from yoriai.people.files.sanitizing.pixels import HEAD_BYTES, Shape
from yoriai.platform.outside.cage.inside import lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted

SIDE: Final = 256
"""At most: more than twice what the largest face takes on a screen of two pixels to one."""


def main(cage: str, words: str) -> None:
    """Build what comes in, after the cage is shut."""
    Image.preinit()
    lock(words, without_files=files_wanted(Cage(cage)))
    source = sys.stdin.buffer
    shape = Shape.read(source.read(HEAD_BYTES))
    frames = list(frames_of(source, shape))
    made = io.BytesIO()
    _square(frames[0][1]).save(made, "JPEG", **photograph())
    sys.stdout.buffer.write(made.getvalue())


def _square(image: Image.Image) -> Image.Image:
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    small = image.crop((left, top, left + side, top + side))
    small.thumbnail((SIDE, SIDE))
    if small.mode != "RGBA":
        return small.convert("RGB")
    # What shines through would else be black.
    paper = Image.new("RGB", small.size, "white")
    paper.paste(small, mask=small.getchannel("A"))
    return paper


if __name__ == "__main__":
    main(*sys.argv[1:3])
