"""`yoriai audit pack` and `verify --pack`: made at the machine, and looked through where no database is."""

import asyncio
import hashlib
import io
import json
from datetime import timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.app.cli.test_audit import damaged, url, yoriai
from yoriai.kit.days import day_in_japan
from yoriai.platform.db.store import opened
from yoriai.platform.work.edge import Works, clock
from yoriai.platform.work.home import Home
from yoriai.watch.audit.archive import HOT, put_away
from yoriai.watch.audit.packs.packing import SUMS

__all__ = ["url"]
pytestmark = pytest.mark.req("AUDIT-3", "N120")
NOW = day_in_japan(clock())
FIRST, TODAY = (NOW - timedelta(days=300)).isoformat(), NOW.isoformat()
ASKED = ("--reason", "外部監査", "--from", FIRST, "--to", TODAY, "--tenant", "mihon")


@pytest.fixture
def pack(url: str, tmp_path: Path) -> Path:
    """One that an operator has made."""
    file = tmp_path / "監査.zip"
    said = yoriai(url, tmp_path, "pack", str(file), *ASKED)
    assert said.exit_code == 0, said.output
    return file


def rewritten(file: Path, name: str, content: bytes | None) -> Path:
    """The same with another file of this name in it, or without it, and with sums that fit."""
    other, made = file.with_name("別.zip"), io.BytesIO()
    with ZipFile(file) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        inside = {each: old.read(each) for each in old.namelist()}
        inside |= {name: content} if content is not None else {}
        if content is None:
            del inside[name]
        if name != SUMS:
            sums = [
                f"{hashlib.sha256(inside[each]).hexdigest()}  {each}\n" for each in inside if each != SUMS
            ]
            inside[SUMS] = "".join(sums).encode()
        for each, words in inside.items():
            new.writestr(each, words)
    other.write_bytes(made.getvalue())
    return other


def verified(url: str, file: Path) -> tuple[int, str]:
    said = yoriai(url, file.parent, "verify", "--pack", str(file))
    return said.exit_code, said.output


def test_a_pack_is_made_for_the_eyes_of_its_maker_and_shows_that_it_is_whole(
    url: str, tmp_path: Path, pack: Path
) -> None:
    assert pack.stat().st_mode & 0o077 == 0
    assert not pack.with_suffix(".part").exists()
    code, output = verified(url, pack)
    assert code == 0, output
    assert "良好　見本市：" in output
    assert "1番から5番まで、5件がつながっています。" in output
    assert "このファイルだけで分かること" in output
    assert yoriai(url, tmp_path, "pack", str(pack), *ASKED).exit_code == 2
    other = tmp_path / "二つ目.zip"
    assert yoriai(url, tmp_path, "pack", str(other), *ASKED[:-1], "nowhere").exit_code == 1
    assert yoriai(url, tmp_path, "pack", str(other), "--reason", "", *ASKED[2:]).exit_code == 1
    assert not other.exists()


def test_a_pack_in_which_anything_was_touched_is_no_whole_one(url: str, pack: Path) -> None:
    with ZipFile(pack) as zipped:
        lines, sums = zipped.read("log/log.jsonl").splitlines(keepends=True), zipped.read(SUMS)
        chain = json.loads(zipped.read("log/chain.json"))
    changed = lines[2].replace("福祉課".encode(), "土木課".encode())
    assert changed != lines[2]
    for content, number in (
        ([*lines[:2], changed, *lines[3:]], "3番"),
        ([*lines[:2], *lines[3:]], "3番"),
        ([*lines[:4]], "5番"),
        ([*lines[:1], lines[2], lines[1], *lines[3:]], "2番"),
    ):
        code, output = verified(url, rewritten(pack, "log/log.jsonl", b"".join(content)))
        assert (code, f"監査の記録の{number}" in output) == (1, True), output
    for name, content in (("csv/accounts.csv", b""), ("csv/more.csv", b"1"), ("log/log.csv", None)):
        other = rewritten(rewritten(pack, name, content), SUMS, sums)
        code, output = verified(url, other)
        assert (code, f"{name} が、ないか、付け足されたか" in output) == (1, True), output
    begun = json.dumps(chain | {"before": "1" * 64}).encode()
    assert "監査の記録の1番" in verified(url, rewritten(pack, "log/chain.json", begun))[1]


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
def test_what_is_no_pack_is_said_to_be_none(url: str, tmp_path: Path, pack: Path) -> None:
    stranger = tmp_path / "何か.zip"
    for content in (b"", b"PK\x03\x04 and so on", pack.read_bytes()[: pack.stat().st_size // 2]):
        stranger.write_bytes(content)
        code, output = verified(url, stranger)
        assert (code, "監査パックではないか、壊れています" in output) == (1, True), output
    for name in (SUMS, "log/chain.json", "log/log.jsonl"):
        assert verified(url, rewritten(pack, name, None if name != SUMS else b""))[0] == 1


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
def test_a_row_that_was_changed_on_the_server_shows_in_the_pack(url: str, tmp_path: Path, pack: Path) -> None:
    assert pack.is_file()
    asyncio.run(damaged(url, "UPDATE audit_entries SET about = '別の課' WHERE number = 2"))
    file = tmp_path / "あと.zip"
    assert yoriai(url, tmp_path, "pack", str(file), *ASKED).exit_code == 0
    assert "監査の記録の2番" in verified(url, file)[1]


async def put_old_rows_away(url: str, folder: Path) -> None:
    """As the server does thirteen months later."""
    async with opened(url) as store:
        later = clock() + HOT + timedelta(days=1)
        await put_away(Works(store, now=lambda: later, home=Home(folder, lambda: b"")), {})


def test_rows_that_have_left_the_table_are_in_the_pack_and_it_is_whole(url: str, tmp_path: Path) -> None:
    asyncio.run(put_old_rows_away(url, tmp_path))
    file = tmp_path / "古い記録.zip"
    said = yoriai(url, tmp_path, "pack", str(file), *ASKED)
    assert (said.exit_code, "5件の記録" in said.output) == (0, True), said.output
    code, output = verified(url, file)
    assert (code, "1番から5番まで、5件がつながっています。" in output) == (0, True), output


def test_a_row_that_is_nowhere_is_named_in_one_sentence_and_no_file_is_left(url: str, tmp_path: Path) -> None:
    asyncio.run(damaged(url, "DELETE FROM audit_entries WHERE number = 3"))
    file = tmp_path / "欠け.zip"
    said = yoriai(url, tmp_path, "pack", str(file), *ASKED)
    assert (said.exit_code, said.output.count("\n")) == (1, 1), said.output
    assert said.output.startswith("作りませんでした。監査の記録の3番を読めません。")
    assert list(tmp_path.glob("*.zip")) + list(tmp_path.glob("*.part")) == []
