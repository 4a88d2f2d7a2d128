"""A PDF is handed on only if our own writer could have written every byte of it."""

import re
import zlib
from collections.abc import Callable
from functools import cache

import pytest

from tests.people.files.sanitizing.papers import FACES, agenda, page
from yoriai.people.files.sanitizing import methods
from yoriai.people.files.sanitizing.papers.verifying import is_proven
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Withheld
from yoriai.platform.outside.cage.kinds import Cage

pytestmark = pytest.mark.req("N76", "R2")


@cache
def paper() -> bytes:
    verdict = sanitize(agenda(), "a.pdf", cage=Cage.LANDLOCK, faces=FACES)
    assert isinstance(verdict, Disarmed), verdict
    return verdict.file.data


def instead(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """In the first place in which it stands; as long as before, so that nothing else moves."""
    assert len(old) == len(new)
    return lambda data: data.replace(old, new, 1)


def registered(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Anew with a register that fits, so that only the words themselves are wrong."""

    def changed(data: bytes) -> bytes:
        body = data[: data.rindex(b"xref\n0 ")].replace(old, new, 1)
        places = [found.start() for found in re.finditer(rb"(?m)^\d+ 0 obj$", body)]
        rows = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(places) + 1
        head = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R>>\n" % (size, rows, size)
        return body + head + b"startxref\n%d\n%%%%EOF\n" % len(body)

    return changed


WRONG: dict[str, Callable[[bytes], bytes]] = {
    "a script": registered(b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(1)>>"),
    "a link": registered(b"/Contents", b"/Annots[<</A<</S/URI/URI(http:x)>>>>]/Contents"),
    "an object more": registered(b"endobj\n3 0 obj", b"endobj\n99 0 obj\n<<>>\nendobj\n3 0 obj"),
    "words about it": registered(b"%PDF-1.7\n", b"%PDF-1.7\n%evil\n"),
    "another version": instead(b"%PDF-1.7", b"%PDF-1.4"),
    "letters that are seen": instead(b"3 Tr", b"0 Tr"),
    "another operator": registered(b"/I Do\n", b"/I Do\n/X Do\n"),
    "words in brackets": registered(b"3 Tr\n", b"3 Tr\n(evil) Tj\n"),
    "a page that is not its number": instead(b"3 0 obj\n<</Type/Page/", b"5 0 obj\n<</Type/Page/"),
    "a page that shows another's letters": instead(b"/Contents 4 0 R", b"/Contents 7 0 R"),
    "a page of another size": instead(b"[0 0 595.28 ", b"[0 0 595.27 "),
    "one page less": instead(b"/Count 2/Kids[3 0 R 6 0 R]", b"/Count 1/Kids[3 0 R]      "),
    "other pages": instead(b"/Kids[3 0 R 6 0 R]", b"/Kids[6 0 R 3 0 R]"),
    "another typeface": instead(b"\x5f\x0f\x3c\xf5", b"\x5f\x0f\x3c\xf6"),
    "a letter that steers": instead(b"<8B70>\n", b"<202E>\n"),
    "half a letter": instead(b"<8B70>\n", b"<D800>\n"),
    "a wrong register": lambda data: re.sub(rb"\n0000000017 0", b"\n0000000018 0", data, count=1),
    "another beginning": lambda data: re.sub(rb"startxref\n\d", b"startxref\n9", data),
    "something behind it": lambda data: data + b"\n",
    "something before it": lambda data: b"\n" + data,
    "a second one behind it": lambda data: data + data,
    "half of it": lambda data: data[: len(data) // 2],
    "nothing": lambda data: data[:0],
    "a picture with something behind it": lambda data: with_picture(data, lambda image: image + b"evil"),
    "a picture that is too short": lambda data: with_picture(data, lambda _: zlib.compress(b"x" * 100)),
    "a picture that is none": lambda data: with_picture(data, lambda _: b"evil" * 100),
    "a picture that looks active": lambda data: with_picture(
        data, lambda image: image[:9] + b"/JavaScript " + image[9:]
    ),
}


def with_picture(data: bytes, changed: Callable[[bytes], bytes]) -> bytes:
    found = re.search(rb"(/Columns \d+>>/Length )(\d+)(>>\nstream\n)", data)
    assert found is not None
    image = data[found.end() : found.end() + int(found[2])]
    new = changed(image)
    return registered(
        found[0] + image + b"\nendstream", found[1] + b"%d" % len(new) + found[3] + new + b"\nendstream"
    )(data)


@pytest.mark.parametrize("how", WRONG)
def test_whatever_is_not_ours_is_seen(how: str) -> None:
    wrong = WRONG[how](paper())
    assert wrong != paper()
    assert is_proven(paper())
    assert not is_proven(wrong)


def test_a_register_made_anew_is_as_good(how: str = "nothing else") -> None:
    """So that what is refused above is refused for what was changed."""
    assert registered(b"%PDF", b"%PDF")(paper()) == paper(), how


def test_what_is_not_proven_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(methods, "is_paper", lambda _: False)
    verdict = sanitize(page(), "a.pdf", cage=Cage.LANDLOCK)
    assert isinstance(verdict, Withheld)
    assert verdict.reason is Reason.NOT_PROVEN
