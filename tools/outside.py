"""Tests that need programs of the system, and which of these are missing. Run: make test-outside"""

import ast
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from tools.house.sources import last_name
from tools.places import PYTHON, ROOT
from tools.words import say, speak_in_any_terminal

WITHOUT = "YORIAI_TESTS_WITHOUT"
"""The programs that are known to be missing; tests/conftest.py leaves out what needs them, and says so."""


def programs_wanted(root: Path) -> set[str]:
    """Every program named by a mark: @pytest.mark.outside("slapd")."""
    return {program for path in sorted((root / "tests").rglob("*.py")) for program in programs_of(path)}


def programs_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
        if isinstance(node, ast.Call) and last_name(node.func) == "outside":
            yield from (
                word.value
                for word in node.args
                if isinstance(word, ast.Constant) and isinstance(word.value, str)
            )


def main(arguments: list[str]) -> int:
    """With --if-there, a missing program is told but is no failure."""
    speak_in_any_terminal()
    wanted = programs_wanted(ROOT)
    if not wanted:
        say("外部プログラムが要る試験はまだありません。 / No test needs a system program yet.")
        return 0
    missing = sorted(program for program in wanted if not shutil.which(program))
    if missing:
        say(f"次のプログラムがないので動かせません / cannot run without: {', '.join(missing)}")
        if "--if-there" not in arguments:
            return 1
    return become_pytest(missing)


def become_pytest(missing: list[str]) -> NoReturn:
    """A signal meant to stop the tests then reaches what they have started. Tests that lack a program are left out."""
    sys.stdout.flush()
    os.chdir(ROOT)
    os.environ[WITHOUT] = ",".join(missing)
    os.execv(PYTHON, [str(PYTHON), "-m", "pytest", "-m", "outside", "-p", "tools.bearers"])  # noqa: S606  our own Python


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
