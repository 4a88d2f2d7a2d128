"""The kinds of cages, and how a program is begun in each."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import yoriai
from yoriai.platform.outside.cage.limits import Limits

_PYTHON: Final = Path(sys.executable)
_ROOT_ALONE: Final = ("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")


class Cage(StrEnum):
    """What keeps a process in. Within either one, the process locks itself as well (`inside.lock`)."""

    BUBBLEWRAP = "bubblewrap"
    """Namespaces of its own: no network, no other process, of the disk only the program, which cannot be written."""
    LANDLOCK = "landlock"
    """No namespaces, where the system grants none: the kernel refuses every file and call that is not needed."""


@dataclass(frozen=True, slots=True)
class Program:
    """What runs in a cage: words after Python's own, to which the bounds are added as the last."""

    words: Sequence[str]

    @classmethod
    def module(cls, name: str, *words: str) -> "Program":
        """A module of ours. It begins by calling `lock` with its last word."""
        return cls(("-m", name, *words))


def command(cage: Cage, program: Program, limits: Limits) -> list[str]:
    """The line that begins the program in the cage. `FileNotFoundError` where bubblewrap is not there."""
    # Isolated: neither the folder it stands in nor what the environment says decides what is imported.
    own = [str(_PYTHON), "-I", *program.words, str(limits)]
    return own if cage is Cage.LANDLOCK else [*_wrapped(), "--", *own]


def files_wanted(cage: Cage) -> bool:
    """Whether the process itself must give up the files, because the cage around it leaves them there."""
    return cage is Cage.LANDLOCK


def _wrapped() -> Iterator[str]:
    program = shutil.which("bwrap")
    if program is None:
        raise FileNotFoundError("bwrap")
    yield from (program, "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL")
    yield from ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
    # Root needs no namespace of users, and may become nobody for real within; whoever else has one becomes nobody in it.
    is_root = os.geteuid() == 0
    yield from _ROOT_ALONE if is_root else ("--unshare-user", "--uid", "65534", "--gid", "65534")
    yield from ("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--setenv", "LANG", "C.UTF-8")  # noqa: S108
    for folder in ("/lib", "/lib64", "/bin"):
        yield from ("--symlink", f"usr{folder}", folder)
    yield from ("--ro-bind", "/usr", "/usr", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache")
    for place in _ours():
        yield from ("--ro-bind", str(place), str(place))
    yield from ("--remount-ro", "/", "--chdir", "/")


def _ours() -> list[Path]:
    """Where Python, its packages and our own code lie, and nothing beside them; the outer folders first."""
    package = Path(yoriai.__file__).parent
    places = {Path(sys.prefix), Path(sys.base_prefix), package}
    return sorted(place for place in places if not place.is_relative_to("/usr"))
