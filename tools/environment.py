"""The Python environment of this folder: made once with the Python found, filled from the lock by a pinned uv."""

import hashlib
import io
import subprocess
import urllib.request
import venv
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from tools import step
from tools.ground import fits_this_machine
from tools.lockfile import Wheel, file_name, packages
from tools.places import LOCK, PYTHON, ROOT, UV, VENV
from tools.words import Stop, say

# Says for which folder the environment was made: its scripts hold full paths, so a moved folder needs a new one.
STAMP = VENV / "made-for"


def prepare(groups: Sequence[str], env: Mapping[str, str]) -> None:
    """Afterwards .venv holds what the lock says for the product and these groups, and perhaps more."""
    if step.unfinished("uv-sync").exists() or step.unfinished("pip").exists() or not is_sound(env):
        say("Python の環境をつくっています…")
        make()
    version, wheels = pinned_uv(LOCK)
    if not has_uv(version):
        say("部品をそろえる道具（uv）を入れています…")
        install_uv(version, wheels, env)
    STAMP.write_text(str(ROOT), encoding="utf-8")
    sync(groups, env)


def is_sound(env: Mapping[str, str]) -> bool:
    if not PYTHON.exists() or (STAMP.exists() and STAMP.read_text(encoding="utf-8") != str(ROOT)):
        return False
    new_enough = "import sys; sys.exit(sys.version_info < (3, 11))"
    asked = subprocess.run([PYTHON, "-I", "-c", new_enough], check=False, capture_output=True, env=env)
    return asked.returncode == 0


def make() -> None:
    for name in ("uv-sync", "pip"):
        step.unfinished(name).unlink(missing_ok=True)
    try:
        venv.create(VENV, clear=True, symlinks=True, with_pip=False)
    except OSError as trouble:
        raise Stop(
            f"Python の環境（.venv）をつくれません: {trouble.strerror}",
            f"cannot make .venv: {trouble.strerror}",
        ) from trouble


def pinned_uv(lock: Path) -> tuple[str, list[Wheel]]:
    for package in packages(lock):
        if package["name"] == "uv":
            return package.get("version", ""), package.get("wheels", [])
    raise Stop("uv.lock に uv がありません。", "uv.lock does not pin uv.")


def has_uv(version: str) -> bool:
    if not UV.exists():
        return False
    told = subprocess.run([UV, "--version"], check=False, capture_output=True, text=True)
    return told.stdout.split()[1:2] == [version]


def install_uv(version: str, wheels: Sequence[Wheel], env: Mapping[str, str]) -> None:
    """By pip, which knows the house's mirror; on a Python without pip (Debian's bare one) straight from the lock."""
    no_pip = subprocess.run(
        [PYTHON, "-m", "ensurepip", "--default-pip"], check=False, capture_output=True, env=env
    )
    if no_pip.returncode == 0:
        pip = [
            PYTHON,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--only-binary=:all:",
            "--retries=2",
            "--timeout=20",
        ]
        step.run("pip", [*pip, f"uv=={version}"], env=env)
    else:
        unpack_uv(fetch(wheels))


def fetch(wheels: Sequence[Wheel]) -> bytes:
    """The bytes of the wheel that fits, checked against the lock's hash."""
    fitting = [wheel for wheel in wheels if fits_this_machine(file_name(wheel))]
    if not fitting:
        raise Stop("この機械用の uv がありません。", "there is no uv for this machine.")
    try:
        with urllib.request.urlopen(fitting[0]["url"], timeout=30) as answer:  # noqa: S310  the address is the lock's
            data = cast("bytes", answer.read())
    except OSError as trouble:
        raise Stop(
            f"部品の配布元に届きません（{trouble}）。ネットワークとプロキシを確かめてください。",
            f"the package index cannot be reached ({trouble}): look at the network and the proxy.",
        ) from trouble
    if f"sha256:{hashlib.sha256(data).hexdigest()}" != fitting[0]["hash"]:
        raise Stop(
            "受け取った uv が固定ファイルの値と違います。", "the uv received is not the one in the lock."
        )
    return data


def unpack_uv(wheel: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(wheel)) as parts:
        name = next(name for name in parts.namelist() if name.endswith(".data/scripts/uv"))
        UV.write_bytes(parts.read(name))
    UV.chmod(0o755)


def sync(groups: Sequence[str], env: Mapping[str, str]) -> None:
    chosen = [f"--group={group}" for group in groups]
    # Inexact: `make run` after `make check` must not throw the checkers out again.
    command = [UV, "sync", "--quiet", "--locked", "--inexact", "--no-default-groups", *chosen]
    if not (VENV / "bin" / "yoriai").exists():
        say("Python の部品をそろえています…")
    step.run("uv-sync", command, env=env)
