"""Makes the C programs of the bench, once for every state of their source."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from tools.places import BUILD, ROOT
from tools.words import Stop

BENCH = ROOT / "bench"
FLAGS = ("-std=gnu11", "-O2", "-Wall", "-Wextra", "-Wpedantic")
LIBRARIES = ("-lm",)


def load_program() -> Path:
    return compiled("load", sorted((BENCH / "load").glob("*.c")))


def limit_program() -> Path:
    return compiled("limit", [BENCH / "limit" / "limit.c"])


def compiled(name: str, sources: list[Path], *, flags: tuple[str, ...] = ()) -> Path:
    """The program made of these sources. It is made only when sources, headers, flags or compiler have changed."""
    compiler = find_compiler()
    made = BUILD / "bench" / _state(compiler, sources, flags) / name
    if made.exists():
        return made
    made.parent.mkdir(parents=True, exist_ok=True)
    half = made.with_suffix(".half")
    command = [*compiler, *FLAGS, *flags, "-o", str(half), *map(str, sources), *LIBRARIES]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Stop(f"{name} を翻訳できません。\n{ended.stderr}", f"the compiler refused {name}.")
    # Renamed when it is whole: a compiler that was stopped half-way must not leave a program behind.
    return half.rename(made)


def find_compiler() -> tuple[str, ...]:
    """The system's compiler, or the one in the ziglang wheel; a name that does not run counts as absent."""
    for name in ("cc", "gcc", "clang"):
        found = shutil.which(name)
        if found and subprocess.run([found, "--version"], capture_output=True, check=False).returncode == 0:
            return (found,)
    if importlib.util.find_spec("ziglang"):
        return (sys.executable, "-m", "ziglang", "cc")
    raise Stop(
        "C コンパイラーがありません。cc を入れるか、uv の compiler グループを入れてください。",
        "no C compiler: install cc, or the dependency group `compiler`.",
    )


def _state(compiler: tuple[str, ...], sources: list[Path], flags: tuple[str, ...]) -> str:
    version = subprocess.run([*compiler, "--version"], capture_output=True, check=False).stdout
    told = hashlib.sha256(version)
    for word in (*FLAGS, *flags):
        told.update(word.encode() + b"\0")
    headers = {header for source in sources for header in source.parent.glob("*.h")}
    for path in (*sources, *sorted(headers)):
        told.update(path.name.encode() + b"\0" + path.read_bytes())
    return told.hexdigest()[:16]
