"""The command as a program: what is made is private, and trouble is one sentence without a traceback or a value."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import warm

SECRET = "hush-hush"
BAD = {
    "no TOML": "data_dir = ",
    "unknown key": f'no_such_key = "{SECRET}"',
    "wrong value": f'log_level = "{SECRET}"',
    "no doors": "listeners = []",
}


def yoriai(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "yoriai.app.cli", *words]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("YORIAI_")}
    env = kept | {"YORIAI_DATA_DIR": str(folder / "data")}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def warmly(folder: Path, *words: str) -> tuple[int | None, str]:
    """The same in a process that had read the code before; how it ended, and all that it said."""
    log = folder / "said"
    process = warm.begin(log, "", warm.at_home, str(folder), *words)
    process.join()
    return process.exitcode, log.read_text()


@pytest.mark.req("N126", "N127", "AUDIT-4")
@pytest.mark.parametrize("settings", BAD.values(), ids=BAD.keys())
def test_wrong_settings_are_one_sentence_without_their_values(tmp_path: Path, settings: str) -> None:
    (tmp_path / "wrong.toml").write_text(settings)
    code, said = warmly(tmp_path, "serve", "--config", "wrong.toml")
    assert code == 1
    assert said.startswith("できませんでした：設定")
    assert "Traceback" not in said
    assert SECRET not in said


def test_a_settings_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    said = yoriai(tmp_path, "serve", "--config", "nowhere.toml")
    assert (said.returncode, said.stderr) == (1, "できませんでした：ファイル nowhere.toml がありません。\n")


@pytest.mark.req("N127")
def test_what_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    assert yoriai(tmp_path, "migrate", "up").returncode == 0
    modes = {
        path.name: path.stat().st_mode & 0o077 for path in [tmp_path / "data", *(tmp_path / "data").iterdir()]
    }
    assert modes
    assert set(modes.values()) == {0}


@pytest.mark.req("N127")
def test_a_demo_forgets_its_own_database_and_nothing_else(tmp_path: Path) -> None:
    town = tmp_path / "town"
    assert warmly(tmp_path, "demo", "--data", str(town), "--only-settle")[0] == 0
    (town / "大切な資料.txt").write_text("残します")
    assert warmly(tmp_path, "demo", "--data", str(town), "--only-settle", "--reset")[0] == 0
    assert (town / "大切な資料.txt").read_text() == "残します"
