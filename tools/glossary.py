"""The glossary and the code use the same words. Run: python -m tools.glossary"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.house.sources import Finding, last_name
from tools.places import ROOT

GLOSSARY = "docs/glossary.md"
SPOKEN_IN = ("*.tsx", "*.ts", "*.po", "*.json", "*.html")
NONE = "—"


@dataclass(frozen=True)
class Term:
    """One row: the office's word, English, the name in code, and the word that screens show."""

    line: int
    office: str
    code: tuple[str, ...]
    screen: str


def terms(text: str) -> Iterator[Term]:
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) >= 4 and not set(line) <= set("|-: ") and "`" in cells[2]:
            yield Term(number, cells[0], tuple(re.findall(r"`([^`]+)`", cells[2])), cells[3])


def broken(root: Path) -> Iterator[Finding]:
    page = root / GLOSSARY
    rows = list(terms(page.read_text(encoding="utf-8")))
    known = " ".join(f"{row.office} {row.screen}" for row in rows)
    for path, line, title in feature_titles(root):
        if title not in known:
            yield Finding(path, line, f"the feature's title 「{title}」 is not in {GLOSSARY}")
    written = words_of_the_code(root)
    shown = words_of_the_screens(root)
    for row in rows:
        for name in row.code:
            if not set(re.split(r"[.:/ ]+", name)) <= written:
                yield Finding(GLOSSARY, row.line, f"`{name}` occurs nowhere in the code")
        for word in re.split(r"[、,／/]\s*", row.screen):
            if word not in ("", NONE) and word not in shown:
                yield Finding(GLOSSARY, row.line, f"「{word}」 is on no screen")


def feature_titles(root: Path) -> Iterator[tuple[str, int, str]]:
    for path in sorted((root / "src" / "yoriai").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and last_name(node.func) == "Feature":
                for given in node.keywords:
                    if given.arg == "title" and isinstance(given.value, ast.Constant):
                        yield path.relative_to(root).as_posix(), node.lineno, str(given.value.value)


def words_of_the_code(root: Path) -> set[str]:
    folders = [
        (root / "src" / "yoriai", "*.py"),
        (root / "web" / "src", "*.ts"),
        (root / "web" / "src", "*.tsx"),
    ]
    texts = [
        path.read_text(encoding="utf-8") for folder, kind in folders for path in sorted(folder.rglob(kind))
    ]
    return {word for text in texts for word in re.findall(r"\w+", text, re.ASCII)}


def words_of_the_screens(root: Path) -> str:
    """Everything that a person may be shown: the client's texts, the refusals, the titles of features."""
    spoken = [path for kind in SPOKEN_IN for path in sorted((root / "web" / "src").rglob(kind))]
    spoken += sorted((root / "src" / "yoriai").rglob("texts.toml"))
    titles = [title for _, _, title in feature_titles(root)]
    return "\n".join([*(path.read_text(encoding="utf-8") for path in spoken), *titles])


def main() -> int:
    found = list(broken(ROOT))
    print("\n".join(map(str, found)) or "glossary: one word for one thing")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
