"""The real ClamAV, with a signature of our own: what it looks into, and what it says when a file is too large for it."""

import io
import os
import subprocess
import time
import zipfile
from collections.abc import Generator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from tests.people.files.sanitizing.corpus import telling
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Withheld
from yoriai.platform.outside.antivirus import NotScanned, Scanner

pytestmark = [pytest.mark.req("N83", "S12"), pytest.mark.outside("clamd")]

MARK = b"yoriai: a signature of our own for tests, which harms nobody"
RULES = """LocalSocket {folder}/clamd.ctl
DatabaseDirectory {folder}/db
TemporaryDirectory {folder}
Foreground yes
StreamMaxLength 1M
AlertExceedsMax yes
MaxFileSize 1M
"""
SLOWEST_START = 60  # seconds


@pytest.fixture(scope="module")
def clamd() -> Generator[Scanner]:
    folder = Path(mkdtemp(prefix="yoriai-"))  # the path of a socket may not be long
    (folder / "db").mkdir()
    (folder / "db" / "own.ndb").write_text(f"Yoriai.Test.Mark:0:*:{MARK.hex()}\n")
    (folder / "clamd.conf").write_text(RULES.format(folder=folder))
    for each in (folder, folder / "db"):
        each.chmod(0o755)
    running = subprocess.Popen(
        ["clamd", "--config-file", str(folder / "clamd.conf")],
        env=dict(os.environ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    scanner, until = Scanner(f"unix://{folder}/clamd.ctl"), time.monotonic() + SLOWEST_START
    while not answers(scanner):
        assert running.poll() is None
        assert time.monotonic() < until
        time.sleep(0.1)
    yield scanner
    running.terminate()
    running.wait()
    rmtree(folder)


def answers(scanner: Scanner) -> bool:
    try:
        return scanner.signatures().version.startswith("ClamAV ")
    except NotScanned:
        return False


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "."), content)
    return made.getvalue()


PDF = b"%PDF-1.4\n1 0 obj<</Length 60>>stream\n" + MARK + b"\nendstream endobj\ntrailer<<>>\n%%EOF\n"
CARRIERS = {
    "memo.txt": MARK,
    "写真.jpg": telling("JPEG") + MARK,
    "一式.zip": packed(a_txt=MARK),
    "二重.zip": packed(b_zip=packed(a_txt=MARK)),
    "案.docx": packed(word_document_xml=MARK) + b"",
    "案.pdf": PDF,
}


@pytest.mark.parametrize("name", CARRIERS)
def test_what_clamav_finds_is_declined_wherever_it_lies(clamd: Scanner, name: str) -> None:
    verdict = sanitize(CARRIERS[name], name, scanner=clamd)
    assert isinstance(verdict, Withheld)
    assert (verdict.reason, verdict.proof.malware) == (Reason.MALWARE, "Yoriai.Test.Mark.UNOFFICIAL")


def test_what_clamav_finds_nothing_in_is_made_anew(clamd: Scanner) -> None:
    verdict = sanitize(telling("PNG"), "写真.png", scanner=clamd)
    assert isinstance(verdict, Disarmed)
    assert verdict.proof.scanner == clamd.signatures().version


def test_a_file_that_is_too_large_for_clamav_is_held(clamd: Scanner) -> None:
    verdict = sanitize(b"words\n" * 200_000, "memo.txt", scanner=clamd)
    assert isinstance(verdict, Withheld)
    assert verdict.reason is Reason.NOT_SCANNED
