"""Processes that begin in a moment: each is forked from one that has read all the code of the product already.

Who tests a kill needs a process of its own, not the second and a half that reading the code takes every time. That the
command starts from nothing is asked by `from_nothing`, and by tests of the entry (tests/app/cli/test_entry.py).
"""

import importlib
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path

from yoriai.app.cli.entry import enter
from yoriai.platform import failpoints

LOADED = "LD_PRELOAD"
FORGE = multiprocessing.get_context("forkserver")
FORGE.set_forkserver_preload(["pytest", __name__])


def begin(log: Path, failpoint: str, run: Callable[..., None], *arguments: str) -> BaseProcess:
    """Run this in a process of its own, which may be killed; what it says is added to the log."""
    begun = FORGE.Process(target=_become, args=(str(log), failpoint, run, arguments), daemon=True)
    begun.start()
    return begun


def yoriai(*words: str) -> None:
    """The command of the product."""
    sys.argv = ["yoriai", *words]
    enter()


def at_home(folder: str, *words: str) -> None:
    """The same for whoever keeps everything in this folder, and wishes for nothing else."""
    os.chdir(folder)
    for name in [each for each in os.environ if each.startswith("YORIAI_")]:
        del os.environ[name]
    os.environ["YORIAI_DATA_DIR"] = f"{folder}/data"
    yoriai(*words)


def from_nothing(*words: str) -> None:
    """The same as an operator's shell starts it."""
    os.execv(sys.executable, [sys.executable, "-m", "yoriai.app.cli", *words])


def surrounded(surroundings: Mapping[str, str], *words: str) -> None:
    """The command with these in its environment; from nothing if it needs a library that is not loaded yet."""
    loaded = os.environ.get(LOADED, "")
    os.environ.update(surroundings)
    is_there = surroundings.get(LOADED, "") in loaded.split(":")
    (yoriai if is_there else from_nothing)(*words)


def preload(libraries: Iterable[Path]) -> None:
    """Load these into all processes that begin here from now on: they do nothing before their surroundings say so,
    and nobody has to begin from nothing for them. It must come before the first of them."""
    os.environ[LOADED] = ":".join(map(str, libraries))
    forkserver.ensure_running()
    del os.environ[LOADED]


def _become(log: str, failpoint: str, run: Callable[..., None], arguments: tuple[str, ...]) -> None:
    output = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.environ["YORIAI_FAILPOINT"] = failpoint
    importlib.reload(failpoints)  # it has looked at its variable when it was read
    run(*arguments)
