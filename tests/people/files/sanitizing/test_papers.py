"""Papers come back as pictures of their pages, with every letter to search and copy, and with nothing else in them."""

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.people.files.sanitizing.corpus import picture
from tests.people.files.sanitizing.papers import (
    A4,
    FACES,
    HELLO,
    agenda,
    drawn,
    image_in,
    likeness,
    page,
    scan,
    shown,
    stream,
    unembedded,
    words_of,
)
from tests.people.files.sanitizing.test_images import longest_run
from tests.platform.outside.cages import EACH_CAGE
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.papers.viewing import (
    HEAD,
    TAIL,
    NoSuchPage,
    Sum,
    picture_in,
    register_in,
)
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import sanitize
from yoriai.people.files.sanitizing.verdict import CleanFile, Disarmed, Method, Withheld
from yoriai.people.files.sanitizing.verifying import is_proven
from yoriai.platform.outside.cage.kinds import Cage

pytestmark = [pytest.mark.req("FILE-8", "R2"), pytest.mark.parametrize("cage", EACH_CAGE)]


SIGNS = ("葛\U000e0100城市", "辻\U000e0101", "﨑山・髙橋・𠮷田", "\ue000", "㈱寄合", "office")
"""Marks of variants, letters of their own (外字), those beyond the first plane, and two in one."""


def clean(data: bytes, cage: Cage) -> CleanFile:
    verdict = sanitize(data, "資料.PDF", cage=cage, faces=FACES)
    assert isinstance(verdict, Disarmed), verdict
    return verdict.file


def pictures_in(data: bytes) -> list[Image.Image]:
    """The pictures of a clean PDF, taken out by other eyes than those that drew them."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        images = [each.Resources.XObject["/I"] for each in opened.pages]
        return [pikepdf.PdfImage(each).as_pil_image() for each in images if isinstance(each, pikepdf.Stream)]


def sizes_of(data: bytes) -> list[tuple[float, float]]:
    sizes = [each.get_size() for each in pypdfium2.PdfDocument(data)]
    return [(round(across, 1), round(down, 1)) for across, down in sizes]


@pytest.mark.req("N89", "N90")
def test_a_paper_looks_and_reads_as_it_did(cage: Cage) -> None:
    data = agenda()
    made = clean(data, cage)
    assert (made.kind, made.method, made.ending) == (Kind.PDF, Method.IMAGE_PDF, "pdf")
    assert sizes_of(made.data) == sizes_of(data)
    assert words_of(made.data) == words_of(data)
    assert [sign for sign in SIGNS if sign not in words_of(made.data)[0]] == []
    for number, image in enumerate(pictures_in(made.data)):
        assert likeness(image, drawn(data, number, image.size)) >= 0.95
    first = pictures_in(made.data)[0].convert("L")
    first.thumbnail((480, 480))
    assert likeness(image_in(made.small), first) >= 0.95


ORIGINALS = {
    "words": agenda,
    "a photograph": lambda: scan(picture(600, 800)),
    "noise": lambda: scan(Image.effect_noise((500, 700), 60)),
    "content that says it all": lambda: page(HELLO * 500),
}


@pytest.mark.req("N74")
@pytest.mark.parametrize("original", ORIGINALS)
def test_nothing_of_the_original_is_in_what_was_made(cage: Cage, original: str) -> None:
    data = ORIGINALS[original]()
    made = clean(data, cage).data
    assert longest_run(made, data) < 4096
    assert b"BIZ" not in made


@pytest.mark.req("N74")
def test_a_paper_is_made_the_same_each_time_and_anew_when_it_comes_back(cage: Cage) -> None:
    once = clean(agenda(), cage).data
    assert clean(agenda(), cage).data == once
    twice = clean(once, cage).data
    assert longest_run(twice, once) < 4096
    assert words_of(twice) == words_of(once)


@pytest.mark.parametrize(
    ("form", "mode"),
    [*[(form, mode) for form in ("JPEG", "JPEG2000") for mode in ("RGB", "L")], ("fax", "1"), ("JBIG2", "1")],
)
def test_a_page_that_was_scanned_stays_a_picture(cage: Cage, form: str, mode: str) -> None:
    data = scan(picture(900, 1200, mode), form)
    (image,) = pictures_in(clean(data, cage).data)
    assert image.mode == ("RGB" if mode == "RGB" else "L")
    assert len(image.convert("L").getcolors() or ()) > 20
    assert likeness(image, drawn(data, 0, image.size)) >= 0.95


BOXES = {
    "turned": A4 + b"/Rotate 90",
    "over": A4 + b"/Rotate 180",
    "back": A4 + b"/Rotate 270",
    "cut": A4 + b"/CropBox[50 600 400 800]",
    "cut and turned": A4 + b"/CropBox[50 600 400 800]/Rotate -90",
    "negative": b"/MediaBox[-100 -100 500 900]",
    "the wrong way round": b"/MediaBox[595 842 0 0]",
    "none": b"",
    "zero": b"/MediaBox[0 0 0 0]",
    "units": A4 + b"/UserUnit 2",
    "the longest": b"/MediaBox[0 0 14400 900]",
}


@pytest.mark.parametrize("box", BOXES)
def test_a_page_lies_as_a_reader_shows_it(cage: Cage, box: str) -> None:
    data = page(page=BOXES[box])
    made = clean(data, cage).data
    assert sizes_of(made) == sizes_of(data)
    assert words_of(made) == ["Helloworld"]
    (image,) = pictures_in(made)
    assert max(image.size) <= 10_000
    assert likeness(image, drawn(data, 0, image.size)) >= 0.95


@pytest.mark.parametrize("size", [b"1000000 1000000", b"14401 10"])
def test_a_page_larger_than_any_is_declined(cage: Cage, size: bytes) -> None:
    verdict = sanitize(page(page=b"/MediaBox[0 0 %b]" % size), "a.pdf", cage=cage)
    assert isinstance(verdict, Withheld)
    assert verdict.reason is Reason.TOO_MANY_PIXELS


TURNS = {
    "right": "1 0 0 1",
    "up": "0 1 -1 0",
    "down": "0 -1 1 0",
    "over": "-1 0 0 -1",
    "askew": ".9 .43 -.43 .9",
}


@pytest.mark.parametrize("turn", TURNS)
def test_letters_are_found_however_they_are_turned(cage: Cage, turn: str) -> None:
    data = page(f"BT /F 24 Tf {TURNS[turn]} 300 400 Tm (Turned words) Tj ET".encode())
    made = clean(data, cage).data
    assert words_of(made) == ["Turnedwords"]
    place = pypdfium2.PdfDocument(made)[0].get_textpage().get_charbox(0)
    expected = pypdfium2.PdfDocument(data)[0].get_textpage().get_charbox(0)
    assert max(abs(one - other) for one, other in zip(place, expected, strict=True)) < 24


def test_a_word_on_two_lines_keeps_its_hyphen(cage: Cage) -> None:
    data = page(b"BT /F 24 Tf 72 700 Td (exam-) Tj 0 -30 Td (ple) Tj ET")
    made = clean(data, cage).data
    assert words_of(made) == words_of(data)
    assert b"<002D>" in made


@pytest.mark.parametrize("cmap", [b"UniJIS-UTF16-H", b"UniJIS-UTF16-V"])
def test_a_paper_without_its_typeface_is_set_in_ours_or_held(cage: Cage, cmap: bytes) -> None:
    data = page(shown("議案第一号の﨑"), font=unembedded(cmap))
    made = clean(data, cage).data
    assert words_of(made) == ["議案第一号の﨑"]
    (image,) = pictures_in(made)
    assert (min(image.convert("L").getextrema()[:1]), image.convert("L").histogram()[0] > 200) == (0, True)
    for faces in (None, FACES / "nowhere"):
        verdict = sanitize(data, "a.pdf", cage=cage, faces=faces)
        assert isinstance(verdict, Withheld)
        assert verdict.reason is Reason.NO_FACE


def is_dark(data: bytes, x: int, y: int) -> bool:
    (image,) = pictures_in(data)
    shade = image.convert("L").getpixel((x * 150 // 72, (842 - y) * 150 // 72))
    return isinstance(shade, int) and shade < 100


def test_forms_and_notes_show_what_a_reader_shows(cage: Cage) -> None:
    black = stream(b"/Type/XObject/Subtype/Form/BBox[0 0 50 50]", b"0 g 0 0 50 50 re f")
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(x)/F 4/Rect[100 500 150 550]/AP<</N 6 0 R>>>>"
    stamp = b"<</Type/Annot/Subtype/Stamp/F 4/Rect[300 500 350 550]/AP<</N 6 0 R>>>>"
    unseen = b"<</Type/Annot/Subtype/Stamp/F 2/Rect[400 500 450 550]/AP<</N 6 0 R>>>>"
    data = page(
        HELLO,
        A4 + b"/Annots[7 0 R 8 0 R 9 0 R]",
        black,
        field,
        stamp,
        unseen,
        catalog=b"/AcroForm<</Fields[7 0 R]>>",
    )
    made = clean(data, cage).data
    assert [is_dark(made, x, 525) for x in (125, 325, 425, 525)] == [True, True, False, False]


def test_a_form_that_was_filled_in_shows_its_values(cage: Cage) -> None:
    field = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(MMMMMMMM)/DA(/F 40 Tf 0 g)/F 4/Rect[100 500 500 550]"
        b"/P 3 0 R>>"
    )
    form = b"/AcroForm<</Fields[6 0 R]/NeedAppearances true/DA(/F 40 Tf 0 g)/DR<</Font<</F 5 0 R>>>>>>"
    (image,) = pictures_in(clean(page(HELLO, A4 + b"/Annots[6 0 R]", field, catalog=form), cage).data)
    written = image.convert("L").crop((210, 610, 1040, 710))
    assert sum(written.histogram()[:100]) > 2000


def test_layers_that_are_switched_off_stay_unseen(cage: Cage) -> None:
    layers = b"/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[7 0 R]>>>>"
    content = b"/OC /On BDC 100 500 50 50 re f EMC /OC /Off BDC 300 500 50 50 re f EMC"
    data = page(
        content,
        A4,
        b"<</Type/OCG/Name(on)>>",
        b"<</Type/OCG/Name(off)>>",
        catalog=layers,
        resources=b"/Properties<</On 6 0 R/Off 7 0 R>>",
    )
    made = clean(data, cage).data
    assert [is_dark(made, x, 525) for x in (125, 325)] == [True, False]


def test_what_lies_transparent_over_another_shows_both(cage: Cage) -> None:
    content = b"1 0 0 rg 50 300 300 300 re f /Half gs 0 0 1 rg 200 400 300 300 re f /Under gs 0 1 0 rg 0 0 400 450 re f"
    states = b"/ExtGState<</Half<</ca .5>>/Under<</BM/Multiply/ca 1>>>>"
    data = page(content, A4, resources=states)
    (image,) = pictures_in(clean(data, cage).data)
    assert likeness(image, drawn(data, 0, image.size)) >= 0.95
    assert len({image.getpixel((x, 712)) for x in (200, 500, 900)}) == 3


@pytest.mark.req("FILE-15")
def test_the_picture_of_each_page_is_found_in_what_was_made(cage: Cage) -> None:
    made = clean(agenda(), cage).data
    register = register_in(made[-TAIL:], len(made))
    assert register.pages == 2
    for number, seen in enumerate(pictures_in(made)):
        start, end = register.span(number)
        found = picture_in(made[start : start + HEAD], (start, end), number)
        rows, added = made[found.start : found.end], Sum()
        added.add(rows)
        file = found.before + rows + (added.behind() if found.before else b"")
        assert (len(file), is_proven(found.kind, file)) == (found.size, True)
        assert image_in(file).tobytes() == seen.tobytes()
    for number in (2, -1, 10**9):
        with pytest.raises(NoSuchPage):
            register.span(number)
