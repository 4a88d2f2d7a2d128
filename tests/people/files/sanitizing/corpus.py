"""Files as staff and strangers send them, made here: none of them lies in the tree."""

import base64
import io
import struct
import zlib
from functools import cache

from PIL import Image, ImageCms, PngImagePlugin

HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAAVAACAAEAAAAAAAAA"
    "AQAAAAAAAAAIAAMAAAAAAAACWQABAAAAAAAAAKIAAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAA"
    "AAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lwY28AAABzaHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgA"
    "AA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0IBAQNwAAADAJAAAAMAAAMAHqAggQWW6uSmubAgAAADACAAAAMA"
    "ISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBwaXhpAAAAAAMICAgAAAAaaXBt"
    "YQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAAD+bWRhdAAAAFAoAa8T"
    "gOUx9/+d5P+ZRP8myZk6gxC/7FY9TNJi16uXVzXR7swNrDvAgkKR/7hj/GEWli7zDAWK8avXl49lNENh9k2XUImZrzO2qWhpHZUz"
    "7AAAAABNTQAqAAAACAADAQ8AAgAAAAUAAAAyARIAAwAAAAEABgAAiCUABAAAAAEAAAA4AAAAAEFDTUUAAAAEAAEAAgAAAAJOAAAA"
    "AAIABQAAAAMAAABuAAMAAgAAAAJFAAAAAAQABQAAAAMAAACGAAAAAAAAACMAAAABAAAAAAAAAAEAAAAMAAAAAQAAAIcAAAABAAAA"
    "NAAAAAEAAAAGAAAAAQ=="
)
"""64 × 48, a red corner in blue, with the maker ACME and a place: no encoder of HEIC may be among our packages."""

SECRET = b"the place of the photograph"
ENDINGS = {
    "JPEG": "jpg",
    "PNG": "png",
    "GIF": "gif",
    "WEBP": "webp",
    "BMP": "bmp",
    "TIFF": "tif",
}


def picture(width: int = 320, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Blue, with a red upper left quarter and a soft light in the middle."""
    made = Image.new("RGB", (width, height), (20, 60, 200))
    made.paste((230, 40, 30), (0, 0, width // 2, height // 2))
    light = Image.radial_gradient("L").resize((width // 2, height // 2))
    made.paste(light.convert("RGB"), (width // 4, height // 4))
    return made.convert(mode)


def written(image: Image.Image, form: str, **options: object) -> bytes:
    """A file of this form."""
    made = io.BytesIO()
    # While it is written an image carries how: one that several threads share would be written in the way of another.
    image.copy().save(made, form, **options)
    return made.getvalue()


def telling_exif(orientation: int = 1) -> bytes:
    """What a phone writes about a photograph: how it was held, what made it, where it was."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    place = exif.get_ifd(0x8825)
    place.update({1: "N", 2: (35.0, 0.0, 12.0), 3: "E", 4: (135.0, 52.0, 6.0)})
    return exif.tobytes()


def srgb() -> bytes:
    """The profile of usual colours, as of always the same day: it tells when it was made."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[:24] + struct.pack(">6H", 2026, 4, 1, 8, 30, 0) + made[36:]


def telling(form: str) -> bytes:
    """A file that says more than its pixels, in all the places that its form has for it."""
    image = picture()
    exif, xmp = telling_exif(), b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    profile = srgb() + SECRET
    match form:
        case "JPEG":
            return written(image, form, exif=exif, xmp=xmp, icc_profile=profile, comment=SECRET)
        case "PNG":
            words = PngImagePlugin.PngInfo()
            words.add_text("Comment", SECRET.decode())
            words.add_itxt("XML:com.adobe.xmp", SECRET.decode())
            return written(image, form, exif=exif, icc_profile=profile, pnginfo=words)
        case "WEBP":
            return written(image, form, exif=exif, xmp=xmp, icc_profile=profile)
        case "GIF":
            return written(image, form, comment=SECRET)
        case "TIFF":
            return written(image, form, exif=exif, icc_profile=profile, description=SECRET.decode())
        case _:
            return written(image, form) + SECRET


def moving(form: str, frames: int = 5, size: tuple[int, int] = (40, 30)) -> bytes:
    """A moving image, of which each frame is another."""
    made = [Image.new("RGB", size, (number * 40 % 256, number % 256, 90)) for number in range(frames)]
    durations = [100 + 10 * (number % 10) for number in range(frames)]
    return written(
        made[0], form, save_all=True, append_images=made[1:], duration=durations, loop=0, lossless=True
    )


def png_of(width: int, height: int, part: tuple[bytes, bytes] | None = None, times: int = 1) -> bytes:
    """A PNG that says it is so large, with one row of pixels in it at the most, and so often with this part."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * (min(width, 1000) * 3 + 1))
    start, end = chunk(b"IHDR", head), chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + start + (chunk(*part) * times if part else b"") + end


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


MEBIBYTE = 1024 * 1024


@cache
def bomb(mebibytes: int, letter: bytes = b" ") -> bytes:
    """So much of one letter, packed as tightly as may be, without being packed again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    each = packer.compress(letter * MEBIBYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    checked = 1
    for _ in range(mebibytes):
        checked = zlib.adler32(letter * MEBIBYTE, checked)
    return b"\x78\xda" + each * mebibytes + packer.flush() + checked.to_bytes(4)


def gif_of(frames: int) -> bytes:
    """A GIF of so many frames of one pixel: a few bytes each."""
    frame = b"!\xf9\x04\0\0\0\0\0," + b"\0\0\0\0\1\0\1\0\0" + b"\x02\x02D\x01\0"
    return b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff" + frame * frames + b";"


def drawn_over(times: int, side: int = 10_000) -> bytes:
    """A photograph, of the largest size or another, that is drawn so often, one scan over the other."""
    once = written(Image.new("L", (side, side)), "JPEG", progressive=True)
    last = once[once.rindex(b"\xff\xda") : -2]
    return once[:-2] + last * times + once[-2:]


def pages(number: int) -> bytes:
    """A TIFF of so many pages, of which each is the same pixels."""
    one = written(picture(9, 9), "TIFF")
    start = int.from_bytes(one[4:8], "little")
    end = start + 2 + 12 * int.from_bytes(one[start : start + 2], "little")
    made, next_one = bytearray(one), end
    for _ in range(number - 1):
        struct.pack_into("<I", made, next_one, len(made))
        made += one[start:end] + b"\0\0\0\0"
        next_one = len(made) - 4
    return bytes(made)
