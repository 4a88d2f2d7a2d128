"""Links of the documents: what leads nowhere is told, what leads somewhere is not."""

from pathlib import Path

import pytest

from tools import links

PAGE = """# 案内 と `make run`
## 二つ目
## 二つ目
本文
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "tour.md").write_text(PAGE)
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "edge.py").write_text("one\ntwo\n")
    return tmp_path


def told(folder: Path, text: str) -> list[str]:
    (folder / "docs" / "page.md").write_text(text)
    return [found.message for found in links.broken(folder)]


@pytest.mark.parametrize(
    "text",
    [
        "[x](tour.md)",
        "[x](tour.md#案内-と-make-run)",
        "[x](tour.md#二つ目-1)",
        "[x](../src/edge.py#L2)",
        "[`edge`](../src/edge.py)",
        "![x](tour.md)",
        "[x](https://example.jp/nowhere)",
        "`src/edge.py` and `src/<feature>/models.py` and `src/*.py`",
        "```\n[x](nowhere.md)\n```",
        "`[x](nowhere.md)`",
        "# here\n[x](#here)",
    ],
)
def test_a_link_that_leads_somewhere_is_left_in_peace(folder: Path, text: str):
    assert told(folder, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](nowhere.md)",
        "[x](tour.md#三つ目)",
        "[x](tour.md#二つ目-2)",
        "[x](../src/edge.py#L3)",
        "[`edge`](../src/gone.py)",
        "![x](pictures/none.png)",
        "[x](../../outside.md)",
        "`src/gone.py`",
        "[named]: nowhere.md",
        "[x](#nothing)",
    ],
)
def test_a_link_that_leads_nowhere_is_told(folder: Path, text: str):
    assert len(told(folder, text)) == 1
