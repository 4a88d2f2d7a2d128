"""What sort a content is, by itself alone; and that one image and nothing else is in a file that is called so."""

import pytest

from tests.people.files.sanitizing.corpus import ENDINGS, HEIC, picture, telling, written
from tests.people.files.sanitizing.test_kinds import packed
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.taking.policy import Sort
from yoriai.people.files.taking.sorting import sort_of

SMALL = picture(16, 10)
IMAGES = {form: written(SMALL, form) for form in ENDINGS if form != "TIFF"} | {"HEIC": HEIC}
NAMES = {form: f"写真.{ending}" for form, ending in ENDINGS.items()} | {"HEIC": "写真.heic"}
BEHIND = {
    "ZIP": packed(evil_exe=b"MZ evil"),
    "EXE": b"MZ\x90\0 evil",
    "PDF": b"%PDF-1.7 evil",
    "HTML": b"<html><script>alert(1)</script>",
    "film": b"\0\0\0\x18ftypisom\0\0\0\0isommp41\0\0\0\x08moov\0\0\0\x08mdat",
    "one byte": b"x",
}


@pytest.mark.req("FILE-5")
@pytest.mark.parametrize("form", IMAGES)
def test_every_kind_of_image_is_one_also_heic_and_webp(form: str) -> None:
    assert sort_of(IMAGES[form], NAMES[form]) is Sort.IMAGE
    assert sort_of(IMAGES[form], "写真.txt") is Reason.NAME_DISAGREES
    if form not in {"HEIC", "BMP"}:  # of these nothing can be said within
        assert sort_of(telling(form), NAMES[form]) is Sort.IMAGE, "with everything that an encoder can write"


@pytest.mark.req("N80", "N82")
@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("form", IMAGES)
def test_an_image_with_anything_hung_onto_it_is_none(form: str, behind: str) -> None:
    assert sort_of(IMAGES[form] + BEHIND[behind], NAMES[form]) is Reason.APPENDED


@pytest.mark.req("N80")
def test_what_is_hidden_inside_of_an_image_is_found() -> None:
    for form, note in (
        ("JPEG", b"%PDF-1.7 evil"), ("JPEG", b"<html><script>alert(1)</script>"), ("GIF", b"<script>alert(1)</script>"),
        ("JPEG", BEHIND["ZIP"]),
    ):  # fmt: skip
        data = written(SMALL, form, comment=note)
        assert sort_of(data, NAMES[form]) is Reason.APPENDED, note
    assert sort_of(written(SMALL, "JPEG", comment="ピント良好".encode()), NAMES["JPEG"]) is Sort.IMAGE


@pytest.mark.req("N82")
def test_what_cameras_hang_onto_a_photograph_belongs_to_it() -> None:
    photo = IMAGES["JPEG"]
    notes = b"SEFH" + b"\0" * 16
    samsung = b"\0\0\x01\x0a" + b"Image_UTC_Data" + notes + len(notes).to_bytes(4, "little") + b"SEFT"
    for whole in (photo + photo, photo + b"\0" * 512 + photo, photo + b"\0" * 100, photo + samsung):
        assert sort_of(whole, "写真.jpg") is Sort.IMAGE
    assert sort_of(photo + BEHIND["film"] + samsung, "写真.jpg") is Reason.APPENDED
    assert sort_of(photo + photo + BEHIND["ZIP"], "写真.jpg") is Reason.APPENDED


@pytest.mark.req("FILE-5", "N82")
@pytest.mark.parametrize(
    ("data", "sort"),
    [
        (b"MZ\x90\0", Sort.OTHER),
        (b"%PDF-1.7\n", Sort.OTHER),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Sort.OTHER),
        ("窓口の当番表".encode(), Sort.OTHER),
        (packed(a_txt=b"x"), Sort.OTHER),
        (b"", Sort.OTHER),
        (written(SMALL, "TIFF"), Sort.OTHER),
        (b"\0\0\0\x18ftypisom\0\0\0\0", Sort.VIDEO),
        (b"\x1a\x45\xdf\xa3webm", Sort.VIDEO),
        (b"RIFF\0\0\0\0AVI LIST", Sort.VIDEO),
        (b"\0\0\0\x18ftypM4A \0\0\0\0", Sort.AUDIO),
        (b"\0\0\0\x18ftypzzzz\0\0\0\0", Sort.AUDIO),
        (b"RIFF\0\0\0\0WAVEfmt ", Sort.AUDIO),
        (b"ID3\x03\0\0", Sort.AUDIO),
        (b"\xff\xfb\x90\0\0", Sort.AUDIO),
    ],
)
def test_whatever_else_it_is_a_name_makes_no_image_of_it(data: bytes, sort: Sort) -> None:
    for name in ("写真.jpg", "写真.heic", "写真.svg", "写真"):
        assert sort_of(data, name) is sort
