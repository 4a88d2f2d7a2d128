"""Files that want to hurt: each ends soon with its reason, none is handed on, and none holds up another."""

import threading
import time
from dataclasses import replace
from random import Random

import pytest
from PIL import Image

from tests.people.files.sanitizing.corpus import (
    ENDINGS,
    HEIC,
    bomb,
    drawn_over,
    gif_of,
    moving,
    pages,
    png_of,
    telling,
    written,
)
from tests.platform.outside.cages import EACH_CAGE, locked_in
from yoriai.people.files.sanitizing import methods
from yoriai.people.files.sanitizing.pixels import FRAME, PEAK, Shape
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import MOST_BYTES, sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Outcome, Withheld
from yoriai.platform.outside.cage.choice import Choice
from yoriai.platform.outside.cage.kinds import Cage, Program

pytestmark = pytest.mark.parametrize("cage", EACH_CAGE)

SOON = 5.0  # seconds in which a bomb is refused


def ends(data: bytes, name: str, cage: Cage) -> Reason | None:
    verdict = sanitize(data, name, cage=cage)
    return verdict.reason if isinstance(verdict, Withheld) else None


@pytest.mark.timed
@pytest.mark.req("N78", "FILE-9")
@pytest.mark.asvs("V5.2.3")
@pytest.mark.parametrize(
    ("made", "name", "reason"),
    [
        (lambda: png_of(50_000, 50_000), "a.png", Reason.TOO_MANY_PIXELS),
        (lambda: png_of(10_001, 1), "a.png", Reason.TOO_MANY_PIXELS),
        (lambda: png_of(2**31 - 1, 2**31 - 1), "a.png", Reason.TOO_MANY_PIXELS),
        (lambda: gif_of(100_000), "a.gif", Reason.TOO_MANY_FRAMES),
        (lambda: moving("WEBP", 601, (1, 1)), "a.webp", Reason.TOO_MANY_FRAMES),
        (lambda: png_of(9, 9, (b"iCCP", b"x\0\0" + bomb(200))), "a.png", Reason.BROKEN),
        (lambda: png_of(9, 9, (b"zTXt", b"x\0\0" + bomb(200))), "a.png", Reason.BROKEN),
        (lambda: png_of(9, 9, (b"abCd", b""), 4_000_000), "a.png", Reason.TOO_MANY_PARTS),
        (lambda: png_of(9, 9, (b"IDAT", b""), 200_000), "a.png", Reason.TOO_MANY_PARTS),
        (lambda: drawn_over(4_000, 3_000), "a.jpg", Reason.TOO_MANY_PARTS),
        (lambda: b"\xff\xd8" + b"\xff\xfe\0\2" * 5_000_000, "a.jpg", Reason.TOO_MANY_PARTS),
        (lambda: gif_of(1)[:-1] + b"!\xfe\0" * 9_000_000, "a.gif", Reason.TOO_MANY_PARTS),
        (lambda: gif_of(1)[:-1] + b"!\xfe" + b"\1x" * 20_000_000, "a.gif", Reason.TOO_MANY_PARTS),
        (lambda: pages(300_000), "a.tif", Reason.PAGES),
        (lambda: b"\0" * (MOST_BYTES + 1), "a.png", Reason.TOO_LARGE),
        (lambda: b"", "a.png", Reason.EMPTY),
    ],
    ids=[
        *(
            "50k",
            "wide",
            "most",
            "frames",
            "moving",
            "profile",
            "words",
            "parts",
            "short",
            "scans",
            "segments",
        ),
        *("notes", "blocks", "pages", "bytes", "empty"),
    ],
)
def test_a_bomb_is_refused_soon(cage: Cage, made, name: str, reason: Reason) -> None:
    data = made()
    began = time.monotonic()
    assert ends(data, name, cage) is reason
    assert time.monotonic() - began < SOON


@pytest.mark.req("N78")
def test_frames_that_are_too_much_together_are_counted_together(cage: Cage) -> None:
    large = written(Image.new("P", (5_000, 5_000)), "GIF")
    image, end = large[:-1], large.rindex(b";")
    start = large.index(b",\0\0\0\0")
    assert ends(image + large[start:end] * 4 + b";", "a.gif", cage) is Reason.TOO_MANY_PIXELS


@pytest.mark.req("N77", "FILE-9")
@pytest.mark.parametrize("form", [*ENDINGS, "HEIF"])
def test_a_file_that_is_cut_off_is_held(cage: Cage, form: str) -> None:
    data, name = (HEIC, "a.heic") if form == "HEIF" else (telling(form), f"a.{ENDINGS[form]}")
    reason = ends(data[: len(data) // 3], name, cage)
    assert reason in (Reason.BROKEN, Reason.APPENDED)


@pytest.mark.req("N77", "F23")
@pytest.mark.parametrize("form", [*ENDINGS, "HEIF"])
def test_whatever_is_changed_in_a_file_it_comes_to_an_end(cage: Cage, form: str) -> None:
    data, name = (HEIC, "a.heic") if form == "HEIF" else (telling(form), f"a.{ENDINGS[form]}")
    seed = f"{form} 20261127"
    dice = Random(seed)
    for _ in range(6):
        changed = bytearray(data)
        for _ in range(dice.randint(1, 12)):
            changed[dice.randrange(16, len(changed))] = dice.randrange(256)
        verdict = sanitize(bytes(changed), name, cage=cage)
        assert verdict.outcome in Outcome, seed


LIES = {
    "claims more than may be": Shape(1, 100_000, 100_000, 3).head(),
    "claims no frame": Shape(0, 10, 10, 3).head(),
    "claims another mark": b"XXXX" + Shape(1, 10, 10, 3).head()[4:],
    "says too little": Shape(1, 10, 10, 3).head() + FRAME.pack(0) + b"x" * 100,
    "says too much": Shape(1, 1, 1, 3).head() + FRAME.pack(0) + b"xyz" + PEAK.pack(1) + b"more",
    "says the original": b"\x89PNG\r\n\x1a\n" * 1000,
    "says nothing": b"",
}
SPOILS = {
    "hangs": "while True: pass",
    "sleeps with its output shut": "os.close(1); time.sleep(600)",
    "forks": "while True: os.fork()",
    "grows": "x = []\nwhile True: x.append(bytearray(2**26))",
    "talks": "while True: os.write(1, b'x' * 65536)",
    "aborts": "os.abort()",
    "opens": "open('/etc/passwd')",
}


def spoil(monkeypatch: pytest.MonkeyPatch, cage: Cage, code: str) -> None:
    """From now on whatever decodes images does this instead, as one would that has been taken over."""
    honest = Program.module

    def chosen(name: str, *words: str) -> Program:
        return locked_in(cage, code) if name.endswith(".decoder") else honest(name, *words)

    monkeypatch.setattr(methods.Program, "module", staticmethod(chosen))


@pytest.mark.req("N84", "R8")
@pytest.mark.parametrize("lie", LIES)
def test_a_decoder_that_lies_makes_no_file(cage: Cage, monkeypatch: pytest.MonkeyPatch, lie: str) -> None:
    spoil(monkeypatch, cage, f"os.write(1, {LIES[lie]!r})")
    assert ends(telling("PNG"), "a.png", cage) is Reason.DIED


@pytest.mark.req("N84", "F23")
@pytest.mark.parametrize("how", SPOILS)
def test_a_decoder_that_misbehaves_delays_its_own_file_alone(
    cage: Cage, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    spoil(monkeypatch, cage, SPOILS[how])
    monkeypatch.setattr(methods, "LIMITS", replace(methods.LIMITS, seconds=3.0, memory=512 * 2**20))
    found = list[Reason | None]()
    image = threading.Thread(target=lambda: found.append(ends(telling("PNG"), "a.png", cage)))
    image.start()
    assert isinstance(sanitize("次の議題\n".encode(), "memo.txt", cage=cage), Disarmed)
    image.join()
    assert found[0] in (Reason.LATE, Reason.DIED)


@pytest.mark.req("N84")
@pytest.mark.parametrize(("code", "reason"), [(40, Reason.BROKEN), (44, Reason.HEAVY), (1, Reason.DIED), (70, Reason.DIED)])  # fmt: skip
def test_only_codes_that_were_agreed_on_say_a_reason(
    cage: Cage, monkeypatch: pytest.MonkeyPatch, code: int, reason: Reason
) -> None:
    spoil(monkeypatch, cage, f"os._exit({code})")
    assert ends(telling("PNG"), "a.png", cage) is reason


@pytest.mark.req("FILE-9", "R8")
def test_without_a_cage_everything_is_held(cage: Cage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yoriai.people.files.sanitizing.sanitize.choice", lambda: Choice(()))
    verdict = sanitize(telling("PNG"), "a.png")
    assert isinstance(verdict, Withheld)
    assert (verdict.reason, verdict.outcome, verdict.proof.cage) == (Reason.NO_CAGE, Outcome.HELD, "")
    assert ends(telling("PNG"), "a.png", cage) is None
