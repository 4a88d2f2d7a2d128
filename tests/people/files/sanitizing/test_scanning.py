"""A file is made anew only after the scanner for malware, where there is one, has seen it and found nothing."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.people.files.sanitizing.corpus import telling
from tests.platform.outside.scanners import MARK, VERSION, Behaviour, dying, honest, scanning, small
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import MOST_BYTES, sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Outcome, Verdict, Withheld
from yoriai.platform.outside.antivirus import Scanner

pytestmark = pytest.mark.req("N83", "S12", "FILE-8")


def packed() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", MARK)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [(telling("JPEG") + MARK, "写真.jpg"), (MARK, "memo.txt"), (packed(), "一式.zip"), (b"{\\rtf1 " + MARK, "案.rtf")],
    ids=["image", "text", "zip", "held"],
)  # fmt: skip
def test_what_the_scanner_finds_is_declined_even_where_it_would_be_held(data: bytes, name: str) -> None:
    with scanning(honest) as address:
        verdict = sanitize(data, name, scanner=Scanner(address))
    assert isinstance(verdict, Withheld)
    assert (verdict.reason, verdict.outcome) == (Reason.MALWARE, Outcome.DECLINED)
    assert (verdict.proof.malware, verdict.proof.sha256_made) == ("Yoriai.Test.Mark", "")


def test_the_proof_says_who_has_scanned_and_whether_anybody_has(tmp_path: Path) -> None:
    with scanning(honest, tmp_path / "s") as address:
        seen = sanitize(telling("PNG"), "a.png", scanner=Scanner(address))
    assert isinstance(seen, Disarmed)
    assert (seen.proof.scanner, seen.proof.malware) == (VERSION.rstrip(b"\0").decode(), "")
    unseen = sanitize(telling("PNG"), "a.png")
    assert isinstance(unseen, Disarmed)
    assert unseen.proof.scanner == ""


@pytest.mark.parametrize("how", [dying, small(1000)], ids=["dying", "small"])
@pytest.mark.parametrize("name", ["a.png", "a.zip"])
def test_when_the_scanner_does_not_do_its_work_nothing_is_handed_on(how: Behaviour, name: str) -> None:
    with scanning(how) as address:
        held(sanitize(of(name), name, scanner=Scanner(address)))
    held(sanitize(of(name), name, scanner=Scanner(address)))  # where it listened, nobody does any more


def held(verdict: Verdict) -> None:
    assert isinstance(verdict, Withheld)
    assert (verdict.reason, verdict.outcome) == (Reason.NOT_SCANNED, Outcome.HELD)
    assert verdict.proof.scanner == ""


def of(name: str) -> bytes:
    return telling("PNG") if name == "a.png" else packed() * 10


def test_what_nobody_will_have_need_not_be_scanned() -> None:
    nobody = Scanner("tcp://host.invalid")
    for data, name in ((b"MZ\x90", "a.exe"), (b"", "a.txt"), (b"\0" * (MOST_BYTES + 1), "a.png")):
        assert sanitize(data, name, scanner=nobody).outcome is Outcome.DECLINED
