"""Which files of tests can bear a mark, read from their text: a run of the few tests that have it need not import all
others. A plugin of pytest, for runs with -m MARK."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tools.places import ROOT

TESTS = ROOT / "tests"
IMPORT = re.compile(
    r"^\s*(?:from\s+(tests[\w.]*)\s+import\s+(\([^)]*\)|[^\n]*)|import\s+(tests[\w.]*))", re.MULTILINE
)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out whatever no mark can have come to; whoever has others in mind is told nothing."""
    wanted = str(config.getoption("markexpr")).partition(" ")[0]
    is_module = collection_path.suffix == ".py" and collection_path.name.startswith("test_")
    return True if is_module and collection_path not in bearers(wanted) else None


@cache
def bearers(mark: str) -> frozenset[Path]:
    """The files that name the mark, and all that import from them, by however many steps: a mark has no other way."""
    found = {path for path in TESTS.rglob("*.py") if re.search(rf"\bmark\.{mark}\b", path.read_text("utf-8"))}
    beside = {path.parent for path in found if path.name == "conftest.py"}
    imports = {path: frozenset(imported(path)) for path in TESTS.rglob("*.py")}
    size = -1
    while size < len(found):
        size = len(found)
        found |= {path for path, needs in imports.items() if needs & found}
        found |= {path for path in imports if beside.intersection(path.parents)}
    return frozenset(found)


def imported(path: Path) -> Iterator[Path]:
    """The files of tests that this one may import."""
    for module, names, plain in IMPORT.findall(path.read_text("utf-8")):
        place = ROOT / (module or plain).replace(".", "/")
        yield from (place.with_suffix(".py"), place / "__init__.py")
        yield from (place / f"{name}.py" for name in re.findall(r"\w+", names))
