"""Photographs and pictures come back as new files that look the same and say nothing else."""

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.people.files.sanitizing.corpus import (
    ENDINGS,
    HEIC,
    SECRET,
    moving,
    picture,
    srgb,
    telling,
    telling_exif,
    written,
)
from tests.platform.outside.cages import EACH_CAGE
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.sanitize import sanitize
from yoriai.people.files.sanitizing.verdict import CleanFile, Disarmed, Method
from yoriai.platform.outside.cage.kinds import Cage

pytestmark = [pytest.mark.req("FILE-11", "N82", "R2"), pytest.mark.parametrize("cage", EACH_CAGE)]

BECOMES = {"BMP": Kind.PNG, "TIFF": Kind.PNG}


def clean(data: bytes, name: str, cage: Cage) -> CleanFile:
    verdict = sanitize(data, name, cage=cage)
    assert isinstance(verdict, Disarmed), verdict
    return verdict.file


def seen(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def differs(one: Image.Image, other: Image.Image) -> float:
    """By how much of 255 a channel of a pixel differs on the average."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


@pytest.mark.parametrize("form", ENDINGS)
def test_an_image_is_built_anew_and_says_nothing_but_its_pixels(cage: Cage, form: str) -> None:
    data = telling(form)
    assert SECRET in data
    made = clean(data, f"写真.{ENDINGS[form].upper()}", cage)
    assert made.kind == BECOMES.get(form, ENDINGS[form] if form != "JPEG" else Kind.JPEG)
    assert made.method is Method.RECONSTRUCTED
    found = seen(made.data)
    assert found.size == (320, 200)
    assert differs(found, picture()) < 3
    assert SECRET not in made.data
    assert (dict(found.getexif()), found.info.get("icc_profile"), found.info.get("xmp")) == ({}, None, None)
    assert b"Exif" not in made.data


@pytest.mark.parametrize("form", ENDINGS)
def test_what_hangs_behind_an_image_is_gone(cage: Cage, form: str) -> None:
    made = clean(written(picture(), form) + b"PK\x03\x04" + SECRET * 100, f"a.{ENDINGS[form]}", cage)
    assert SECRET not in made.data
    assert SECRET not in made.small


def test_a_photograph_of_a_phone_becomes_a_jpeg_without_its_place(cage: Cage) -> None:
    assert b"ACME" in HEIC
    made = clean(HEIC, "IMG_0001.HEIC", cage)
    found = seen(made.data)
    assert (made.kind, made.ending, found.format, found.size) == (Kind.JPEG, "jpg", "JPEG", (64, 48))
    red, blue = found.getpixel((5, 5)), found.getpixel((50, 40))
    assert isinstance(red, tuple)
    assert isinstance(blue, tuple)
    assert (red[0] > 200, red[2] < 80, blue[2] > 160, blue[0] < 80) == (True, True, True, True)
    assert b"ACME" not in made.data


@pytest.mark.parametrize(
    ("orientation", "form"), [*((each, "JPEG") for each in range(1, 9)), (6, "WEBP"), (6, "PNG")]
)
def test_a_photograph_stands_as_it_was_held(cage: Cage, orientation: int, form: str) -> None:
    turned = {
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_270],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_90],
    }
    upright = picture(96, 64)
    for step in turned.get(orientation, []):
        upright = upright.transpose(step)
    data = written(picture(96, 64), form, quality=95, exif=telling_exif(orientation))
    made = clean(data, f"a.{ENDINGS[form]}", cage)
    assert seen(made.data).size == upright.size
    assert differs(seen(made.data), upright) < 8  # turned otherwise it would be 50


@pytest.mark.parametrize(
    ("mode", "form", "becomes"),
    [
        *[("1", "PNG", "L"), ("L", "PNG", "L"), ("LA", "PNG", "RGBA"), ("P", "PNG", "RGB"), ("RGBA", "PNG", "RGBA")],
        *[("I;16", "PNG", "L"), ("L", "JPEG", "L"), ("CMYK", "JPEG", "RGB"), ("F", "TIFF", "L"), ("1", "TIFF", "L")],
        ("RGBA", "WEBP", "RGBA"),
    ],
)  # fmt: skip
def test_every_way_of_writing_colours_is_read(cage: Cage, mode: str, form: str, becomes: str) -> None:
    image = in_mode(mode)
    found = seen(clean(written(image, form), f"a.{ENDINGS[form]}", cage).data)
    assert found.mode == becomes
    expected = image if mode in ("1", "P") else picture(mode="L" if mode in ("LA", "I;16", "F") else mode)
    assert differs(found, expected) < 6


def in_mode(mode: str) -> Image.Image:
    if mode == "I;16":
        return picture(mode="L").convert("I").point(lambda value: value * 257).convert("I;16")
    image = picture(mode="L" if mode == "LA" else "RGB").convert(mode)
    if mode == "RGBA":
        image.putalpha(200)
    return image


def test_wide_colours_of_a_phone_are_brought_to_what_every_screen_shows(cage: Cage) -> None:
    """A profile that swaps nothing but is not ours is applied, and is not there any more."""
    lab = picture().convert("RGB")
    profile = wide_profile()
    found = seen(clean(written(lab, "JPEG", quality=95, icc_profile=profile), "a.jpg", cage).data)
    assert found.info.get("icc_profile") is None
    assert differs(found, lab) > 3


def wide_profile() -> bytes:
    """A profile of colours that are not sRGB: its red, green and blue lie elsewhere."""
    made = bytearray(srgb())
    red, blue = made.index(b"rXYZ"), made.index(b"bXYZ")
    made[red : red + 4], made[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(made).replace(b"s\0R\0G\0B", b"W\0I\0D\0E").replace(b"sRGB", b"WIDE")


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
def test_a_moving_image_keeps_moving(cage: Cage, form: str) -> None:
    made = Image.open(io.BytesIO(clean(moving(form), f"a.{ENDINGS[form]}", cage).data))
    shown = list[int]()
    colours = list[object]()
    for number in range(getattr(made, "n_frames", 1)):
        made.seek(number)
        made.load()
        shown.append(made.info["duration"])
        colours.append(made.convert("RGB").getpixel((3, 3)))
    assert shown == [100, 110, 120, 130, 140]
    assert len(set(map(str, colours))) == 5


@pytest.mark.req("N89")
def test_the_small_image_is_made_of_the_same_pixels(cage: Cage) -> None:
    made = clean(written(picture(1600, 1000), "PNG"), "a.png", cage)
    small = seen(made.small)
    assert small.size == (480, 300)
    assert differs(small, picture(1600, 1000).resize((480, 300))) < 4


@pytest.mark.req("N74")
@pytest.mark.parametrize("form", ENDINGS)
def test_no_long_run_of_the_original_is_in_what_was_made(cage: Cage, form: str) -> None:
    """Even where the original was written by the same program: photographs, noise, and paper that is white."""
    images = [picture(1200, 900), Image.effect_noise((600, 400), 60).convert("RGB"), Image.new("RGB", (900, 900), "white")]  # fmt: skip
    for image in images:
        data = written(image, form)
        made = clean(data, f"a.{ENDINGS[form]}", cage).data
        assert made != data
        assert longest_run(made, data) < 4096


@pytest.mark.req("N74")
@pytest.mark.parametrize("form", ENDINGS)
def test_what_was_built_here_is_an_original_like_any_other_when_it_comes_back(cage: Cage, form: str) -> None:
    paper = [] if form in ("JPEG", "WEBP") else [Image.new("RGB", (300, 300), "white")]
    for image in (picture(1200, 900), Image.effect_noise((300, 200), 60), *paper):
        before = clean(written(image, form), f"a.{ENDINGS[form]}", cage)
        after = clean(before.data, f"a.{before.ending}", cage)
        assert after.data != before.data
        assert longest_run(after.data, before.data) < 4096


def longest_run(made: bytes, data: bytes) -> int:
    """How many bytes at a stretch are the same in both, as far as a stretch of 4 KiB is concerned: such a one would have
    a whole block of half that size in it."""
    longest = 0
    for start in range(0, len(made) - 2048, 2048):
        at = data.find(made[start : start + 2048])
        while at >= 0:
            before, after = 0, 2048
            while before < min(start, at) and made[start - before - 1] == data[at - before - 1]:
                before += 1
            while after < min(len(made) - start, len(data) - at) and made[start + after] == data[at + after]:
                after += 1
            longest = max(longest, before + after)
            at = data.find(made[start : start + 2048], at + after)
    return longest


def test_a_long_run_would_be_found(cage: Cage) -> None:
    same = bytes(range(256)) * 20
    assert longest_run(b"x" * 900 + same, same + b"y" * 900) >= 4096
    assert clean(written(picture(9, 9), "PNG"), "a.png", cage).kind is Kind.PNG
