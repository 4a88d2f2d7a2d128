"""The process that builds a new image of pixels, and a small one to show in lists. It never sees a foreign file."""

import io
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from PIL import (
    GifImagePlugin,
    Image,
    ImageColor,
    ImagePalette,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

from yoriai.people.files.sanitizing.framing import of_gif, of_png, thrown
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.pixels import BUILT, FRAME, HEAD_BYTES, MODES, Shape
from yoriai.people.files.sanitizing.small import small_of
from yoriai.platform.outside.cage.inside import Peak, lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted

_LOADED: Final = (GifImagePlugin, ImageColor, ImagePalette, JpegImagePlugin, PngImagePlugin, WebPImagePlugin)
_GOOD: Final = 89
_EFFORTS: Final = (4, 5, 7)
"""Of packing, of which nearly all programs take another."""
_FEWEST_BLOCKS: Final = 8
"""Between two marks of a photograph: few enough that no run of its bytes is long."""
_ROWS: Final = 64


def main(kind: str, cage: str, words: str) -> None:
    """Build what comes in, after the cage is shut."""
    Image.preinit()
    peak = Peak()
    lock(words, without_files=files_wanted(Cage(cage)))
    source, to = sys.stdin.buffer, sys.stdout.buffer
    shape = Shape.read(source.read(HEAD_BYTES))
    durations, frames = zip(*frames_of(source, shape), strict=True)
    image = _built(Kind(kind), frames, durations)
    small = small_of(frames[0])
    to.write(BUILT.pack(peak.bytes(), len(image), len(small)))
    to.write(image)
    to.write(small)


def frames_of(source: BinaryIO, shape: Shape) -> Iterator[tuple[int, Image.Image]]:
    """What the decoder saw, each with how long it stands."""
    mode, row = MODES[shape.channels], shape.width * shape.channels
    for _ in range(shape.frames):
        (shown,) = FRAME.unpack(source.read(FRAME.size))
        image = Image.new(mode, (shape.width, shape.height))
        for top in range(0, shape.height, _ROWS):
            rows = min(_ROWS, shape.height - top)
            image.paste(Image.frombytes(mode, (shape.width, rows), source.read(row * rows)), (0, top))
        yield shown, image


def _built(kind: Kind, frames: Sequence[Image.Image], durations: Sequence[int]) -> bytes:
    made = io.BytesIO()
    first, others = frames[0], list(frames[1:])
    moving: dict[str, object] = {}
    if others:
        moving = {"save_all": True, "append_images": others, "duration": list(durations), "loop": 0}
    match kind:
        case Kind.JPEG:
            _opaque(first).save(made, "JPEG", **photograph())
        case Kind.WEBP:
            first.save(made, "WEBP", quality=_GOOD + thrown(5), method=3, **moving)
        case Kind.GIF:
            first.save(made, "GIF", **moving, **({"disposal": 2} if others else {}))
            return of_gif(made.getvalue())
        case _:
            first.save(made, "PNG", compress_level=_EFFORTS[thrown(len(_EFFORTS))])
            return of_png(made.getvalue())
    return made.getvalue()


def _opaque(image: Image.Image) -> Image.Image:
    return image.convert("RGB") if image.mode == "RGBA" else image


def photograph() -> dict[str, object]:
    """With marks between its pixels in thrown distances, for the same reason for which others are framed anew (R2)."""
    blocks = _FEWEST_BLOCKS + thrown(24)
    return {"quality": _GOOD + thrown(3), "subsampling": "4:2:0", "restart_marker_blocks": blocks}


if __name__ == "__main__":
    main(*sys.argv[1:4])
