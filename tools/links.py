"""Every link in the documents leads somewhere: files exist, headings exist. Run: python -m tools.links"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from tools.house.sources import Finding
from tools.places import ROOT

LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
NAMED = re.compile(r"^\[[^\]]+\]:\s+<?(\S+?)>?\s*$")
FENCE = re.compile(r"^\s*(```|~~~)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$")
# A full path in code type; one with a blank to fill in (<feature>, …, *) is an example and names no file.
OUR_FILE = re.compile(r"`((?:src|web|tests|tools|docs|bench|typings)/[\w./+-]*)`")
OUTSIDE = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def documents(root: Path) -> Iterator[Path]:
    yield from sorted(root.glob("*.md"))
    yield from sorted((root / "docs").rglob("*.md"))
    yield from sorted((root / "bench").glob("*.md"))


def broken(root: Path) -> Iterator[Finding]:
    for document in documents(root):
        for number, line in prose(document):
            for target in targets(line):
                complaint = what_is_wrong(document, target, root)
                if complaint:
                    yield Finding(document.relative_to(root).as_posix(), number, complaint)


def targets(line: str) -> Iterator[str]:
    """Where this line points to: links, pictures, and the files of this folder named in code type."""
    without_code = re.sub(r"(?<!\[)`[^`]*`(?!\])", "", line)
    for kind in (LINK, PICTURE, NAMED):
        yield from (match[1] for match in kind.finditer(without_code))
    yield from (f"/{match[1]}" for match in OUR_FILE.finditer(line))


def prose(document: Path) -> Iterator[tuple[int, str]]:
    """The lines outside of code blocks."""
    inside = False
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), start=1):
        if FENCE.match(line):
            inside = not inside
        elif not inside:
            yield number, line


def what_is_wrong(document: Path, target: str, root: Path) -> str:
    if OUTSIDE.match(target):
        return ""
    name, _, anchor = unquote(target).partition("#")
    if name.startswith("/"):
        return "" if (root / name[1:]).exists() else f"`{name[1:]}` is no file or folder here"
    place = (document.parent / name).resolve() if name else document
    if not place.is_relative_to(root):
        return f"`{target}` leads out of this folder"
    if not place.exists():
        return f"`{target}` leads nowhere"
    return (
        "" if not anchor or holds(place, anchor) else f"`{target}`: {name or 'this page'} has no such place"
    )


def holds(place: Path, anchor: str) -> bool:
    return anchor in anchors(place) if place.suffix == ".md" else line_exists(place, anchor)


def anchors(document: Path) -> set[str]:
    """The names that forges give to headings: lower case, no punctuation, spaces to hyphens, doubles numbered."""
    seen: dict[str, int] = {}
    found: set[str] = set()
    for _, line in prose(document):
        heading = HEADING.match(line)
        if heading:
            name = re.sub(r"[^\w\- ]", "", heading[1].replace("`", "").lower()).strip().replace(" ", "-")
            found.add(f"{name}-{seen[name]}" if name in seen else name)
            seen[name] = seen.get(name, 0) + 1
    return found


def line_exists(place: Path, anchor: str) -> bool:
    line = re.fullmatch(r"L(\d+)(?:-L\d+)?", anchor)
    return line is not None and int(line[1]) <= len(place.read_text(encoding="utf-8").splitlines())


def main() -> int:
    found = list(broken(ROOT))
    print("\n".join(map(str, found)) or "links: all lead somewhere")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
