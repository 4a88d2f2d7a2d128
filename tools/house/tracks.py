"""Nothing kept here may speak of the machine it was written on, or of where packages came from."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.house.sources import Finding

# A home folder, a mount or a host of a package index belongs to one workplace and helps nobody else.
TRACKS = {
    re.compile(r"(?<![\w.$}])/(?:root|work|mnt|Users|home)/[\w.-]+"): "a path of one machine",
    re.compile(
        r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org", re.IGNORECASE
    ): "a package host",
}
LOCKS = frozenset(("uv.lock", "package-lock.json"))
WRITTEN = frozenset(
    (".py", ".pyi", ".md", ".toml", ".ts", ".tsx", ".mjs", ".js", ".json", ".css", ".html", ".sh", ".c", ".h", ".cfg",
     ".yml", ".yaml", ".tsv", ".txt", ".service", "")
)  # fmt: skip


def tracks(root: Path) -> Iterator[Finding]:
    for path in kept_files(root):
        if path.name in LOCKS or path.suffix not in WRITTEN or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        yield from tracks_in(path.relative_to(root).as_posix(), text)


def tracks_in(name: str, text: str) -> Iterator[Finding]:
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern, what in TRACKS.items():
            found = pattern.search(line)
            if found:
                yield Finding(name, number, f"names {what} (`{found.group()}`): say it without")


def kept_files(root: Path) -> list[Path]:
    """What version control keeps or would keep; everything that is not built, where there is none."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        built = {".git", ".venv", "node_modules", "dist", "build", "data", "__pycache__"}
        return [path for path in sorted(root.rglob("*")) if built.isdisjoint(path.relative_to(root).parts)]
    return [root / name for name in listed.stdout.decode().split("\0") if name]
