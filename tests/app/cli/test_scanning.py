"""Whether files are scanned for malware: what doctor says of it, and what the command for files does by it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.people.files.sanitizing.corpus import telling
from tests.platform.outside.scanners import MARK, Behaviour, dying, honest, scanning, small
from yoriai.app.cli import main
from yoriai.app.cli.doctor import of_the_scanner
from yoriai.platform.outside.antivirus import Scanner

pytestmark = pytest.mark.req("N83", "S12")

OF = datetime(2026, 11, 26, 8, 24, 16, tzinfo=UTC)
"""The day of the signatures of the small scanner."""


def said(scanner: Scanner | None, now: datetime = OF) -> tuple[bool, str]:
    (finding,) = of_the_scanner(scanner, now)
    return finding.is_well, finding.what


def test_doctor_says_that_nobody_scans() -> None:
    assert said(None) == (
        True,
        "ウイルスの検査：していません（antivirus に ClamAV のソケットを書くと、無害化の前に検査します）",
    )


@pytest.mark.parametrize(
    ("after", "is_well", "says"),
    [
        (timedelta(hours=1), True, "定義は0 日前のものです"),
        (timedelta(days=7), True, "定義は7 日前のものです"),
        (timedelta(days=8), False, "定義は8 日前のものです。freshclam が動いているかを見てください"),
    ],
    ids=["fresh", "week", "old"],
)
def test_doctor_says_how_old_the_signatures_are(after: timedelta, is_well: bool, says: str) -> None:
    with scanning(honest) as address:
        found = said(Scanner(address), OF + after)
    assert found == (is_well, f"ウイルスの検査：ClamAV 1.4.6/27821/Thu Nov 26 08:24:16 2026。{says}")


def test_doctor_says_that_the_day_of_the_signatures_is_not_known() -> None:
    with scanning(honest, version=b"ClamAV 1.4.6\0") as address:
        is_well, what = said(Scanner(address))
    assert not is_well
    assert "いつのものか分かりません" in what


@pytest.mark.parametrize("how", [dying, small(25_000_000)], ids=["dying", "small"])
def test_doctor_tries_the_scanner_with_the_largest_file(how: Behaviour) -> None:
    with scanning(how) as address:
        is_well, what = said(Scanner(address))
    assert (is_well, what.startswith("ウイルスの検査ができません。"), "50M 以上" in what) == (
        False,
        True,
        True,
    )


def test_the_command_for_files_asks_the_scanner_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "写真.png").write_bytes(telling("PNG"))
    (tmp_path / "memo.txt").write_bytes(MARK)
    with scanning(honest) as address:
        (tmp_path / "yoriai.toml").write_text(f'antivirus = "{address}"\n')
        words = [tmp_path / "写真.png", tmp_path / "memo.txt", "--into", tmp_path / "out"]
        done = CliRunner().invoke(main, ["sanitize", *map(str, words), "-c", str(tmp_path / "yoriai.toml")])
    image, text = json.loads(done.stdout)["files"]
    assert (image["outcome"], image["proof"]["scanner"][:7]) == ("disarmed", "ClamAV ")
    assert (text["reason"], text["proof"]["malware"]) == ("files.malware", "Yoriai.Test.Mark")
    assert text["says"].startswith("渡していません（拒否）。ウイルスの検査で")
