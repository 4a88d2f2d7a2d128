"""The caged process that decodes an image: foreign bytes in, pixels out. Nothing else of the image leaves it."""

import io
import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

import pi_heif
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageColor,
    ImageFilter,
    ImageOps,
    ImagePalette,
    ImageSequence,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    TiffTags,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from yoriai.people.files.sanitizing.codes import Code
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.parts import has_too_many
from yoriai.people.files.sanitizing.pixels import (
    FRAME,
    LONGEST_FRAME,
    MODES,
    MOST_FRAMES,
    MOST_PIXELS,
    MOST_SIDE,
    PEAK,
    Shape,
)
from yoriai.platform.outside.cage.inside import Peak, lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted

# Named so that they are here when the cage is shut, after which nothing can be imported.
_LOADED: Final = (
    *(
        BmpImagePlugin,
        GifImagePlugin,
        JpegImagePlugin,
        MpoImagePlugin,
        PngImagePlugin,
        TiffImagePlugin,
        TiffTags,
    ),
    *(WebPImagePlugin, ImageColor, ImageFilter, ImagePalette),
)
_FORMATS: Final = {
    Kind.JPEG: ("JPEG", "MPO"),
    Kind.PNG: ("PNG",),
    Kind.GIF: ("GIF",),
    Kind.WEBP: ("WEBP",),
    Kind.HEIC: ("HEIF",),
    Kind.BMP: ("BMP",),
    Kind.TIFF: ("TIFF",),
}
_MOVE: Final = (Kind.GIF, Kind.WEBP)
"""Of these all frames are kept. Of a photograph that carries others, the one that a viewer shows."""
_ROWS: Final = 64
_LONGEST_PROFILE: Final = 1024 * 1024
_NAMED_SRGB: Final = (b"sRGB", "sRGB".encode("utf-16-be"))
_SRGB: Final = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] it has no type of its own


class _Ends(Exception):
    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Frame:
    milliseconds: int
    image: Image.Image


def main(kind: str, cage: str, words: str) -> int:
    """Decode what comes in, after the cage is shut."""
    Image.preinit()
    Image.MAX_IMAGE_PIXELS = (
        None  # the limits here are checked before anything is unpacked, and are the tighter ones
    )
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=0)
    peak = Peak()
    lock(words, without_files=files_wanted(Cage(cage)))
    try:
        _say(_opened(Kind(kind), sys.stdin.buffer.read()), Kind(kind), sys.stdout.buffer)
    except _Ends as end:
        return end.code
    except MemoryError:
        return Code.HEAVY
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, ArithmeticError,
            UnidentifiedImageError):  # fmt: skip
        return Code.BROKEN
    sys.stdout.buffer.write(PEAK.pack(peak.bytes()))
    sys.stdout.buffer.flush()
    return 0


def _opened(kind: Kind, data: bytes) -> Image.Image:
    if has_too_many(kind, data):
        raise _Ends(Code.TOO_MANY_PARTS)
    image = Image.open(io.BytesIO(data), formats=_FORMATS[kind])
    width, height = image.size
    if max(width, height) > MOST_SIDE or width * height > MOST_PIXELS:
        raise _Ends(Code.TOO_MANY_PIXELS)
    if kind is Kind.TIFF and _has_another_page(image):
        raise _Ends(Code.PAGES)
    return image


def _has_another_page(image: Image.Image) -> bool:
    """To count them all would take as long as the file wants."""
    try:
        image.seek(1)
    except EOFError:
        return False
    return True


def _say(image: Image.Image, kind: Kind, to: BinaryIO) -> None:
    frames = list(_frames(image, kind))
    # Where one frame is seen through, all are said so.
    channels = max(len(frame.image.getbands()) for frame in frames)
    first = frames[0].image
    to.write(Shape(len(frames), first.width, first.height, channels).head())
    for frame in frames:
        to.write(FRAME.pack(frame.milliseconds))
        to.writelines(_pieces(frame.image.convert(MODES[channels])))


def _frames(image: Image.Image, kind: Kind) -> Iterator[_Frame]:
    if kind not in _MOVE:
        ImageOps.exif_transpose(image, in_place=True)  # a copy of the largest would not fit
        yield _Frame(0, _plain(image))
        return
    total = 0
    for number, each in enumerate(ImageSequence.Iterator(image)):
        total += each.width * each.height
        if number >= MOST_FRAMES:
            raise _Ends(Code.TOO_MANY_FRAMES)
        if total > MOST_PIXELS:
            raise _Ends(Code.TOO_MANY_PIXELS)
        each.load()  # before that, not every form says how long it stands
        shown = each.info.get("duration", 0) or 0
        yield _Frame(int(min(max(float(shown), 0), LONGEST_FRAME)), _plain(ImageOps.exif_transpose(each)))


def _plain(image: Image.Image) -> Image.Image:
    """As it is seen: in the colours of every screen, in one of three modes."""
    image.load()
    return _in_a_mode(_in_srgb(image, image.info.get("icc_profile")))


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """Photographs of phones are in wider colours, and would look pale without their profile."""
    if not isinstance(profile, bytes) or len(profile) > _LONGEST_PROFILE or image.mode not in ("RGB", "CMYK"):
        return image
    if any(name in profile for name in _NAMED_SRGB):
        return image
    try:
        turned = ImageCms.profileToProfile(image, io.BytesIO(profile), _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image  # a profile that cannot be read says nothing about the colours
    return turned if turned is not None else image


def _in_a_mode(image: Image.Image) -> Image.Image:
    if image.mode in ("L", "RGB", "RGBA") and "transparency" not in image.info:
        return image
    if image.mode == "1":
        return image.convert("L")
    if image.mode.startswith("I") or image.mode == "F":
        return _of_eight_bits(image)
    sees_through = image.has_transparency_data
    return image.convert("RGBA" if sees_through else "RGB")


def _of_eight_bits(image: Image.Image) -> Image.Image:
    """Of sixteen bits the upper eight; where the values say nothing of their range, from the least to the most."""
    wide = image.convert("F")
    least, most = wide.getextrema()
    if not isinstance(least, float | int) or not isinstance(most, float | int):
        raise _Ends(Code.BROKEN)
    if image.mode.startswith("I") and 0 <= least and most < 65536:
        least, most = 0, 65535
    scale = 255 / (most - least) if most > least else 0
    scaled = wide.point(lambda value: value * scale + -least * scale)  # pyright: ignore[reportUnknownMemberType] of its other forms
    return scaled.convert("L")


def _pieces(image: Image.Image) -> Generator[bytes]:
    for top in range(0, image.height, _ROWS):
        yield image.crop((0, top, image.width, min(top + _ROWS, image.height))).tobytes()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
