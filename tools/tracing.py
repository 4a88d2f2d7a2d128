"""What the suite's workers go through of the code, noted by marks that are set as they read it. A plugin of pytest, for
pytest-xdist.

The workers measure themselves; what their tests start does not: the gates need none of it.
"""

import ast
import os
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import pytest
from coverage import Coverage, CoverageData

from tools.marks import marked
from tools.places import ROOT

CONFIG, DATA = ROOT / "pyproject.toml", ROOT / ".coverage"
CODE = ROOT / "src" / "yoriai"
STEPS = dict[str, set[tuple[int, int]]]()
"""The steps that were taken in this process, by file."""


def steps_in(file: str) -> set[tuple[int, int]]:
    """Where the marks of a file note what is gone through."""
    return STEPS.setdefault(file, set())


def is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    if not is_worker(config):
        Coverage(data_file=str(DATA), config_file=str(CONFIG)).erase()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """From here on a worker reads the code with marks."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        read_with_marks(str(CODE))


def read_with_marks(folder: str) -> None:
    """Set marks into all code below this folder that this process has not read yet."""
    as_it_is = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
        path = self.get_filename(fullname)
        return code_of(path) if path.startswith(f"{folder}/") else as_it_is(self, fullname)

    SourceFileLoader.get_code = get_code


def code_of(path: str) -> CodeType:
    tree = ast.parse(Path(path).read_bytes(), path)
    return compile(marked(tree, path, __name__), path, "exec", dont_inherit=True)


def taken() -> Iterator[tuple[str, set[tuple[int, int]]]]:
    """The steps in every file that was read; a line that leads to itself has not been left."""
    for path, steps in STEPS.items():
        yield path, {(last, line) for last, line in steps if last != line}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker writes down what it went through. When all have ended, it is put together."""
    if is_worker(session.config):
        data = CoverageData(str(DATA), suffix=os.environ["PYTEST_XDIST_WORKER"])
        data.add_arcs(dict(taken()))
        data.touch_files([str(each) for each in CODE.rglob("*.py")])  # what nobody has read counts as well
        data.write()
    else:
        gathered = Coverage(data_file=str(DATA), config_file=str(CONFIG))
        gathered.combine()
        gathered.save()
