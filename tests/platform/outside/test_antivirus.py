"""What a scanner for malware says is believed only when it is said exactly so, in time, and after it had everything."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.platform.outside.scanners import (
    MARK,
    VERSION,
    Behaviour,
    deaf,
    dying,
    endless,
    hasty,
    honest,
    saying,
    scanning,
    small,
    trickling,
)
from yoriai.platform.outside.antivirus import NotScanned, Scan, Scanner, Signatures
from yoriai.platform.settings import Settings

pytestmark = pytest.mark.req("N83", "S12")

WORDS = VERSION.rstrip(b"\0").decode()
MEGABYTES = b"x" * 3_000_000


@pytest.mark.parametrize("by", ["tcp", "unix"])
def test_a_scanner_is_asked_about_all_of_a_file(by: str, tmp_path: Path) -> None:
    with scanning(honest, tmp_path / "scanner" if by == "unix" else None) as address:
        scanner = Scanner(address)
        assert scanner.scan(MEGABYTES) == Scan(WORDS, "")
        assert scanner.scan(MEGABYTES + MARK) == Scan(WORDS, "Yoriai.Test.Mark")
        assert scanner.scan(b"") == Scan(WORDS, "")
        assert scanner.signatures() == Signatures(WORDS, datetime(2026, 11, 26, 8, 24, 16, tzinfo=UTC))


LIES = {
    "nothing": saying(b""),
    "half": saying(b"stream: OK"),
    "two answers": saying(b"stream: OK\0stream: Some.Thing FOUND\0"),
    "of another file": saying(b"/tmp/x: OK\0"),
    "an error": saying(b"stream: Can't allocate memory ERROR\0"),
    "nearly well": saying(b"stream: OK \0"),
    "well in another case": saying(b"stream: ok\0"),
    "a find without a name": saying(b"stream:  FOUND\0"),
    "steers a screen": saying(b"stream: \x1b[2J FOUND\0"),
    "no letters": saying("stream: ウイルス FOUND\0".encode()),
    "not all of it": saying(b"stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0"),
    "too small": small(1_000_000),
    "hasty": hasty,
    "dying": dying,
    "endless": endless,
}


@pytest.mark.parametrize("how", LIES)
def test_whoever_does_not_answer_as_agreed_has_not_scanned(how: str) -> None:
    with scanning(LIES[how]) as address, pytest.raises(NotScanned):
        Scanner(address).scan(MEGABYTES)


@pytest.mark.parametrize("how", [deaf, trickling], ids=["deaf", "trickling"])
def test_whoever_dawdles_is_not_waited_for(how: Behaviour) -> None:
    began = time.monotonic()
    with scanning(how) as address, pytest.raises(NotScanned):
        Scanner(address, longest=0.5).scan(MEGABYTES * 10)
    assert time.monotonic() - began < 4


def test_whoever_is_not_there_has_not_scanned(tmp_path: Path) -> None:
    with scanning(honest) as address:
        pass
    for gone in (address, f"unix://{tmp_path}/nobody", "tcp://host.invalid:3310"):
        with pytest.raises(NotScanned):
            Scanner(gone, longest=5).scan(b"x")
        with pytest.raises(NotScanned):
            Scanner(gone, longest=5).signatures()


@pytest.mark.parametrize(
    ("version", "of"),
    [(b"ClamAV 1.4.6\0", None), (b"ClamAV 1.4.6/27821/some day\0", None), (b"Postfix 3\0", NotScanned)],
    ids=["none", "unread", "another"],
)
def test_a_scanner_says_who_it_is_and_of_when(version: bytes, of: type[NotScanned] | None) -> None:
    with scanning(honest, version=version) as address:
        if of is None:
            assert Scanner(address).signatures() == Signatures(version.rstrip(b"\0").decode(), None)
            return
        with pytest.raises(of):
            Scanner(address).scan(b"x")


@pytest.mark.parametrize(
    "address",
    [
        "clamd",
        "/run/clamd.ctl",
        "unix:clamd",
        "unix://host/x",
        "tcp://",
        "tcp://h/x",
        "tcp://u@h",
        "http://h",
    ],
)
def test_an_address_that_is_none_is_refused_when_the_settings_are_read(address: str) -> None:
    with pytest.raises(ValueError, match="unix:"):
        Settings(antivirus=address)
    assert Settings().scanner is None
    assert Settings(antivirus="tcp://av.city.example").scanner == Scanner("tcp://av.city.example")
