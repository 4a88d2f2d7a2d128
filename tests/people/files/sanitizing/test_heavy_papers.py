"""Bombs of PDF: each comes to an end soon, and takes no more than it may."""

import time
import zlib
from dataclasses import replace

import pytest

from tests.people.files.sanitizing.corpus import bomb
from tests.people.files.sanitizing.papers import A4, page, pdf_of, stream
from tests.people.files.sanitizing.test_hostile import SOON
from tests.people.files.sanitizing.test_hostile_papers import ends
from tests.platform.outside.cages import EACH_CAGE
from yoriai.people.files.sanitizing import methods
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Outcome, Withheld
from yoriai.platform.outside.cage.kinds import Cage

pytestmark = pytest.mark.parametrize("cage", EACH_CAGE)

PAGES = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")


def tree(count: int, kids: int) -> bytes:
    return pdf_of([PAGES[0], b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, b"3 0 R " * kids), PAGES[1]])


def unpacking(content: bytes, words: bytes = b"/Filter/FlateDecode") -> bytes:
    objects = [PAGES[0], b"<</Type/Pages/Count 1/Kids[3 0 R]>>"]
    last = b"<</Type/Page/Parent 2 0 R%b/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>" % A4
    large = (
        b"/Subtype/Image/Width 50000/Height 50000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode"
    )
    return pdf_of([*objects, last, stream(words, content), stream(large, zlib.compress(bytes(10**7)))])


BOMBS = {
    "a million pages": lambda: tree(1_000_000, 1_000_000),
    "a million pages by its word": lambda: tree(1_000_000, 1),
    "more pages than may be": lambda: tree(501, 501),
    "a content of a gigabyte": lambda: unpacking(bomb(954)),
    "packed four times": lambda: unpacking(
        zlib.compress(zlib.compress(zlib.compress(bomb(96)))),
        b"/Filter[%b]" % (b"/FlateDecode" * 4),
    ),
    "a register of a billion": lambda: page(trailer=b"/Size 1000000000"),
    "a register in a ring": lambda: page(trailer=b"/Prev 9"),
    "brackets": lambda: page(b"[" * 10**6),
    "dictionaries": lambda: page(trailer=b"/A" + b"<</A" * 10**5),
    "a picture without end": lambda: unpacking(b"595 0 0 842 0 0 cm /X Do", b""),
}


@pytest.mark.timed
@pytest.mark.req("N78", "FILE-9")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_comes_to_an_end_soon(cage: Cage, name: str) -> None:
    data = BOMBS[name]()
    began = time.monotonic()
    verdict = sanitize(data, "a.pdf", cage=cage)
    assert time.monotonic() - began < SOON
    assert verdict.outcome in Outcome
    if "million pages" in name or "more pages" in name:
        assert isinstance(verdict, Withheld)
        assert (verdict.reason, verdict.outcome) == (Reason.TOO_MANY_PAGES, Outcome.DECLINED)
    if isinstance(verdict, Disarmed):
        assert verdict.proof.peak < 2**30


@pytest.mark.req("N78")
def test_what_draws_without_end_is_ended(cage: Cage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms that each show the next one ten times: whichever is over first, its time or its memory."""
    monkeypatch.setattr(methods, "PAPER_LIMITS", replace(methods.PAPER_LIMITS, seconds=3.0))
    show = b"/X Do " * 10 + b"0 0 500 500 re f"
    forms = [
        stream(b"/Subtype/Form/BBox[0 0 999 999]/Resources<</XObject<</X %d 0 R>>>>" % (7 + each), show)
        for each in range(12)
    ]
    last = stream(b"/Subtype/Form/BBox[0 0 999 999]", b"0 0 500 500 re f")
    data = page(show, A4, *forms, last, resources=b"/XObject<</X 6 0 R>>")
    began = time.monotonic()
    assert ends(data, cage) in (Reason.LATE, Reason.DIED)
    assert time.monotonic() - began < 3 * SOON
