"""A folder in which somebody else waits for a pack."""

from pathlib import Path

import pytest

from tests.app.cli.test_audit import url, yoriai
from tests.app.cli.test_audit_packs import ASKED

__all__ = ["url"]
pytestmark = [pytest.mark.req("AUDIT-3"), pytest.mark.parametrize("ground", ["sqlite"], indirect=True)]


@pytest.mark.req("N119", "K28")
def test_a_file_that_waits_beside_the_pack_catches_nothing_of_it(url: str, tmp_path: Path) -> None:
    beside, elsewhere = tmp_path / "監査.part", tmp_path / "よそ"
    elsewhere.write_bytes(b"kept")
    beside.symlink_to(elsewhere)
    file = tmp_path / "監査.zip"
    assert yoriai(url, tmp_path, "pack", str(file), *ASKED).exit_code == 0
    assert elsewhere.read_bytes() == b"kept"
    assert (file.is_symlink(), file.stat().st_mode & 0o077) == (False, 0)
    beside.unlink()
    beside.write_bytes(b"")
    beside.chmod(0o666)
    other = tmp_path / "監査.zip.zip"
    file.rename(other)
    assert yoriai(url, tmp_path, "pack", str(file), *ASKED).exit_code == 0
    assert (beside.read_bytes(), file.stat().st_mode & 0o077) == (b"", 0)
    assert {each.name for each in tmp_path.glob("*監査*")} == {file.name, other.name, beside.name}
