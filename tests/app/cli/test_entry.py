"""The command as a program: what is made is private, and trouble is one sentence without a traceback or a value."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.req("N126", "N127", "AUDIT-4")
@pytest.mark.parametrize("settings", BAD.values(), ids=BAD.keys())
def test_wrong_settings_are_one_sentence_without_their_values(tmp_path: Path, settings: str) -> None:
    (tmp_path / "wrong.toml").write_text(settings)
    said = yoriai(tmp_path, "serve", "--config", "wrong.toml")
    assert said.returncode == 1
    assert said.stderr.startswith("できませんでした：設定")
    assert "Traceback" not in said.stderr
    assert SECRET not in said.stderr


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
    assert yoriai(tmp_path, "demo", "--data", str(town), "--only-settle").returncode == 0
    (town / "大切な資料.txt").write_text("残します")
    assert yoriai(tmp_path, "demo", "--data", str(town), "--only-settle", "--reset").returncode == 0
    assert (town / "大切な資料.txt").read_text() == "残します"
