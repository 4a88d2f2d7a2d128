"""Whoever sees PDFs may have been taken over: what it says is counted and looked at, and what it does is ended."""

from dataclasses import replace

import pytest

from tests.people.files.sanitizing.papers import LATIN, page, words_of
from tests.people.files.sanitizing.test_hostile import SPOILS
from tests.people.files.sanitizing.test_hostile_papers import ends, made_of
from tests.platform.outside.cages import EACH_CAGE, locked_in
from yoriai.people.files.sanitizing import methods
from yoriai.people.files.sanitizing.papers.sheets import JOINED, Letter, Sheet, head
from yoriai.people.files.sanitizing.pixels import PEAK
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.platform.outside.cage.kinds import Cage, Program

pytestmark = pytest.mark.parametrize("cage", EACH_CAGE)

SMALL = Sheet(10, 10, 1, 1000, 1000, 0)
LIES = {
    "claims no page": head(0),
    "claims more pages than may be": head(501),
    "claims another mark": b"XXXX" + head(1)[4:],
    "claims a page that is too large": head(1) + replace(SMALL, width=10_001).said(),
    "claims more letters than may be": head(1) + replace(SMALL, letters=2**32 - 1).said(),
    "claims another kind of colours": head(1) + replace(SMALL, channels=4).said(),
    "claims a size that is none": head(1) + replace(SMALL, down=0).said(),
    "a letter that steers": Letter(0x202E, 0, 0, 9, 9, 0),
    "a letter that is none": Letter(0x110000, 0, 0, 9, 9, 0),
    "half a letter": Letter(0xD800, 0, 0, 9, 9, 0),
    "a letter beside the page": Letter(0x41, 101, 0, 9, 9, 0),
    "a letter larger than the page": Letter(0x41, 0, 0, 9, 101, 0),
    "a letter that joins nothing": Letter(0x41, 0, 0, 0, 0, JOINED),
    "a letter turned nowhere": Letter(0x41, 0, 0, 9, 9, 5),
    "says too little": head(1) + SMALL.said() + b"x" * 99,
    "says too much": head(1) + SMALL.said() + b"x" * 100 + PEAK.pack(1) + b"more",
    "says the original": page(),
    "says nothing": b"",
}


def lie(name: str) -> bytes:
    told = LIES[name]
    if isinstance(told, Letter):
        return head(1) + replace(SMALL, letters=1).said() + told.said() + b"x" * 100 + PEAK.pack(1)
    return told


def spoil(monkeypatch: pytest.MonkeyPatch, cage: Cage, code: str) -> None:
    """From now on whatever sees PDFs does this instead, as one would that has been taken over."""
    honest = Program.module

    def chosen(name: str, *words: str) -> Program:
        return locked_in(cage, code) if name.endswith(".papers.decoder") else honest(name, *words)

    monkeypatch.setattr(methods.Program, "module", staticmethod(chosen))


@pytest.mark.req("N84", "R8")
@pytest.mark.parametrize("name", LIES)
def test_a_decoder_of_papers_that_lies_makes_no_file(
    cage: Cage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    spoil(monkeypatch, cage, f"os.write(1, {lie(name)!r})")
    assert ends(page(), cage) is Reason.DIED


@pytest.mark.req("N84", "R8")
def test_one_that_says_what_it_should_makes_one(cage: Cage, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the lies are refused for what they say."""
    told = (
        head(1)
        + replace(SMALL, letters=1).said()
        + Letter(0x41, 0, 0, 9, 9, 0).said()
        + b"x" * 100
        + PEAK.pack(1)
    )
    spoil(monkeypatch, cage, f"os.write(1, {told!r})")
    assert words_of(made_of(page(), cage)) == ["A"]


@pytest.mark.req("N84", "F23")
@pytest.mark.parametrize("how", SPOILS)
def test_a_decoder_of_papers_that_misbehaves_is_ended(
    cage: Cage, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    spoil(monkeypatch, cage, SPOILS[how])
    monkeypatch.setattr(
        methods, "PAPER_LIMITS", replace(methods.PAPER_LIMITS, seconds=3.0, memory=512 * 2**20)
    )
    assert ends(page(), cage) in (Reason.LATE, Reason.DIED)


@pytest.mark.req("N86", "R8")
def test_a_paper_reaches_no_file_of_the_machine(cage: Cage) -> None:
    """What a stream may say is its place on the disk is not looked for: there is no disk."""
    away = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    assert away == LATIN
    data = page(b"BT /F 9 Tf 9 9 Td (a) Tj ET").replace(b"<</Length", b"<</F(/etc/passwd)/Length")
    made = made_of(data, cage)
    assert "root" not in "".join(words_of(made))
