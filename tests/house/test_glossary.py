"""The glossary and the code: a word that only one of them knows is told."""

from pathlib import Path

import pytest

from tools import glossary

HEAD = "| 役所のことば | English | コード | 画面の言葉 | 覚え |\n|---|---|---|---|---|\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    feature = tmp_path / "src/yoriai/talk/pins"
    feature.mkdir(parents=True)
    (feature / "feature.py").write_text('pins = Feature(name="pins", title="ピン留め")\n')
    (feature / "models.py").write_text("class Pin: ...\npinned_by = 1\n")
    (tmp_path / "web/src").mkdir(parents=True)
    (tmp_path / "web/src/PinBoard.tsx").write_text("<b>固定したメッセージ</b>")
    (tmp_path / "docs").mkdir()
    return tmp_path


def told(folder: Path, row: str) -> list[str]:
    (folder / "docs/glossary.md").write_text(HEAD + row)
    return [found.message for found in glossary.broken(folder)]


def test_words_that_both_know_are_left_in_peace(folder: Path):
    assert told(folder, "| ピン留め | pin | `Pin`, `pinned_by` | 固定したメッセージ | |\n") == []


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("| ピン留め | pin | `Pin`, `unpinned_by` | — | |\n", "`unpinned_by` occurs nowhere in the code"),
        ("| ピン留め | pin | `Pin` | お知らせ | |\n", "「お知らせ」 is on no screen"),
        ("| 留め具 | pin | `Pin` | — | |\n", "the feature's title 「ピン留め」 is not in docs/glossary.md"),
    ],
)
def test_a_word_that_only_one_side_knows_is_told(folder: Path, row: str, complaint: str):
    assert told(folder, row) == [complaint]
