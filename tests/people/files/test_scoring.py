"""How well files are sanitized, all figures together (S16); and that what counts them would see a fault.

Here a part of the corpus is worked, in another order than its own. All of it: python -m tests.people.files.scoring
"""

import io
from collections.abc import Callable, Mapping

import pytest
from PIL import Image, PngImagePlugin

from tests.people.files.corpus.clean import clean, opened
from tests.people.files.corpus.hostile import hostile
from tests.people.files.corpus.samples import CANARY, form, photo
from tests.people.files.detectors import shared_windows, unsafe
from tests.people.files.likeness import likeness, recall
from tests.people.files.sanitizing.corpus import telling, written
from tests.people.files.scoring import all_worked, faults, figures

pytestmark = pytest.mark.req("S16", "FILE-8", "FILE-9")

EVERY = 4


@pytest.mark.timed
@pytest.mark.req("N74", "N77", "N80", "N90", "FILE-11")
def test_nothing_harmful_comes_out_and_what_is_honest_does() -> None:
    results = all_worked(clean(large=False)[::EVERY], hostile()[1::EVERY])
    assert list(faults(results)) == []
    counted = figures(results)
    assert (counted["released_unsafe"], counted["clean_refused"]) == (0, 0)
    for shares in (counted["shares_of_clean"], counted["shares_of_hostile"]):
        assert isinstance(shares, dict)
        assert sum(shares.values()) == pytest.approx(100, abs=0.3)


@pytest.mark.req("N90")
def test_the_corpus_is_as_large_as_it_says_and_is_made_the_same_each_time() -> None:
    honest, harmful = clean(large=True), hostile()
    assert (len(honest) >= 60, len(harmful) >= 80) == (True, True)
    for each in (*honest[::9], *harmful[::9]):
        assert each.make() == each.make()


SEEN: Mapping[str, Callable[[], tuple[bytes, bytes, str]]] = {
    "a hidden word": lambda: (b"x", written(photo(), "PNG") + CANARY, "png"),
    "the same in wide letters": lambda: (b"x", CANARY.decode().encode("utf-16-le"), "text"),
    "the original": lambda: (written(form(), "JPEG"), written(form(), "JPEG"), "jpeg"),
    "what a phone tells": lambda: (b"x", telling("JPEG"), "jpeg"),
    "a profile": lambda: (b"x", telling("WEBP"), "webp"),
    "a note": lambda: (b"x", written(photo(), "GIF", comment=b"note"), "gif"),
    "a part": lambda: (b"x", noted(), "png"),
    "a control": lambda: (b"x", "あ\u202e".encode(), "text"),
    "a formula": lambda: (b"x", b"a,b\r\nc;=1+1,d\r\n", "csv"),
    "a line that splits": lambda: (b"x", b"sep=;\r\na\r\n", "csv"),
}


def noted() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "note")
    return written(photo(), "PNG", pnginfo=words)


@pytest.mark.parametrize("what", SEEN)
def test_whoever_looks_for_faults_would_see(what: str) -> None:
    assert unsafe(*SEEN[what]())
    assert unsafe(b"x", written(photo(), "PNG"), "png") == []


def test_what_looks_otherwise_is_less_like_and_letters_that_are_gone_are_missed() -> None:
    image = photo()
    assert likeness(image, image) == pytest.approx(1, abs=0.001)
    assert likeness(image, image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)) < 0.7
    assert likeness(image, image.resize((10, 10))) == 0
    assert likeness(image, opened(written(image, "JPEG", quality=5))) < 0.95
    assert (recall("住民票の写し", "住民票 の写し\n"), recall("住民票", "住民")) == (1, pytest.approx(2 / 3))
    noise = io.BytesIO(written(image, "PNG")).getvalue()
    assert (shared_windows(noise, noise) > 0, shared_windows(noise, written(form(), "PNG"))) == (True, 0)
