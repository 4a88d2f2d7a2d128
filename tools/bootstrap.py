"""The way from a fresh copy of this folder to a running command. Standard library only; called by the Makefile."""

import contextlib
import fcntl
import os
import shutil
import sys
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools import environment, surroundings, web_client
from tools.ground import DEMO_PORTS, check_ground
from tools.places import BUILD, DEMO, PYTHON, ROOT, VENV, WEB
from tools.words import Stop, say, speak_in_any_terminal

CHROMIUM = ROOT / "tools" / "chromium"
WIRE = WEB / "tools" / "wire"
BUILT = (BUILD, VENV, WEB / "node_modules", WEB / "dist", WIRE / "node_modules", CHROMIUM / "node_modules")
KEPT_BY_TOOLS = (".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis", ".coverage", "shots")


@dataclass(frozen=True)
class Target:
    """What a command of the Makefile needs before it can run, and what then runs with this folder's Python."""

    command: tuple[str, ...]
    groups: tuple[str, ...]
    packages: tuple[Path, ...] = (WEB,)
    built: bool = True  # whether the web client must have been built
    ports: tuple[int, ...] = ()
    compiles: bool = False  # programs in C, of its own


TARGETS = {
    "run": Target((str(VENV / "bin" / "yoriai"), "demo", "--data", str(DEMO)), ("web",), ports=DEMO_PORTS),
    "test": Target(("-m", "tools.suite"), ("web", "test"), (WEB, CHROMIUM), compiles=True),
    "test-outside": Target(("-m", "tools.outside"), ("web", "test"), (WEB, CHROMIUM)),
    "check": Target(("-m", "tools.check"), ("web", "test", "check"), (WEB, WIRE), built=False),
    "faults": Target(("-m", "tests.faults"), ("test",), (), built=False, compiles=True),
    "faults-long": Target(("-m", "tests.faults", "--long"), ("web", "test"), built=False, compiles=True),
    "fuzz": Target(("-m", "tests.fuzz"), ("test",), (), built=False),
    "bench": Target(("-m", "bench"), ("test",), (), built=False, compiles=True),
    "shots": Target(("-m", "tools.shots"), ("web", "test"), (WEB, CHROMIUM)),
}


def main(arguments: list[str]) -> int:
    speak_in_any_terminal()
    name, *rest = arguments or [""]
    try:
        match name:
            case "clean":
                clean()
            case "demo-reset":
                forget_the_demo()
            case name if name in TARGETS:
                start(name, rest)
            case _:
                raise Stop("知らない命令です。`make` で一覧が出ます。", "no such command: `make` lists them.")
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def start(name: str, rest: list[str]) -> None:
    """Prepare what the target needs, then become its program, so that signals and exit code are its own."""
    target = TARGETS[name]
    check_ground(ports=target.ports)
    env = surroundings.inherited()
    with one_at_a_time():
        prepare(target, env)
    os.chdir(ROOT)
    if target.packages:
        env = web_client.with_node(env)
    sys.stdout.flush()
    os.execve(PYTHON, [str(PYTHON), *target.command, *rest], env)  # noqa: S606  our own Python, our own module


def prepare(target: Target, env: Mapping[str, str]) -> None:
    groups = list(target.groups)
    if target.compiles and not shutil.which("cc"):
        groups.append("compiler")
    environment.prepare(groups, env)
    for folder in target.packages:
        if (folder / "package-lock.json").exists():
            web_client.install(
                folder, env, saying=f"画面の部品をそろえています（{folder.relative_to(ROOT)}）…"
            )
    if target.built:
        web_client.build(env)


@contextlib.contextmanager
def one_at_a_time() -> Generator[None]:
    """Two commands started together would fill the same folders: the second waits for the first to be prepared."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("ほかの make の準備が終わるのを待っています…")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def clean() -> None:
    for place in (*BUILT, *(ROOT / name for name in KEPT_BY_TOOLS)):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
    say("つくったものを消しました（data/ はそのままです）。")


def forget_the_demo() -> None:
    check_ground(ports=DEMO_PORTS)  # a running demo would go on writing into files that are no longer there
    if DEMO.exists():
        shutil.rmtree(DEMO)
    say("実演用の町を消しました。次の make run で新しくつくります。")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
