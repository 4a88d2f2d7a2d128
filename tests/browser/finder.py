"""Finds a Chromium for the browser tests. When none can be had it says what to install and fails; it never skips."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tools import web_client
from tools.places import BUILD, ROOT

PACKED = ROOT / "tools" / "chromium"
UNPACKED = BUILD / "chromium"
ON_THE_PATH = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ELSEWHERE = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/snap/bin/chromium")
# As root Chromium refuses its sandbox, and the packed one brings no helper program for it. The pages are our own.
ARGUMENTS = (
    "--no-sandbox",
    "--no-zygote",
    "--font-render-hinting=none",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
HOW_TO_GET_ONE = (
    "no Chromium that runs was found. Install one (Debian: apt-get install chromium; Fedora: dnf install chromium; "
    "macOS: Google Chrome), name one in the variable CHROMIUM, or start the tests by `make test`, which fetches one"
)


@dataclass(frozen=True)
class Browser:
    """What Playwright needs to start it: chromium.launch(executable_path=…, args=…, env=…)."""

    executable_path: str
    args: list[str]
    env: dict[str, str | float | bool] = field(default_factory=dict[str, str | float | bool], repr=False)


@cache
def find_browser(*, whole: bool = False) -> Browser:
    """The one that was named, else the packed one, else the system's (as root on Debian after installing it).

    The packed one has no window, and so nowhere to show a notification: with `whole` the system's is preferred.
    """
    ways = (
        (named, on_the_system, packed, installed_now)
        if whole
        else (named, packed, on_the_system, installed_now)
    )
    for found in ways:
        for browser in found():
            if runs(browser):
                return browser
    raise RuntimeError(HOW_TO_GET_ONE)


def runs(browser: Browser) -> bool:
    """Whether it starts at all: a stub on the path or a missing library shows only then."""
    environment = {name: str(value) for name, value in browser.env.items()}
    try:
        told = subprocess.run(
            [browser.executable_path, "--no-sandbox", "--version"],
            capture_output=True,
            check=False,
            env=environment,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0


def named() -> Iterator[Browser]:
    if place := os.environ.get("CHROMIUM"):
        yield browser_at(Path(place), {})


def on_the_system() -> Iterator[Browser]:
    for place in [shutil.which(name) for name in ON_THE_PATH] + list(ELSEWHERE):
        if place and Path(place).exists():
            yield browser_at(Path(place), {})


def packed() -> Iterator[Browser]:
    """The Chromium of the npm package; where the system lacks its libraries, with those of the same package."""
    if sys.platform != "linux" or not (PACKED / "node_modules").exists():
        return
    if not (UNPACKED / "chromium").exists():
        unpack()
    plain = {} if Path("/etc/fonts").exists() else {"FONTCONFIG_PATH": str(UNPACKED / "fonts")}
    yield browser_at(UNPACKED / "chromium", plain)
    yield browser_at(UNPACKED / "chromium", {**plain, "LD_LIBRARY_PATH": str(UNPACKED / "al2023" / "lib")})


def browser_at(place: Path, more: Mapping[str, str]) -> Browser:
    return Browser(str(place), list(ARGUMENTS), {**os.environ, **more})


def unpack() -> None:
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD, ignore_cleanup_errors=True) as folder:
        subprocess.run([web_client.node(), PACKED / "unpack.mjs", folder], check=True)
        shutil.rmtree(UNPACKED, ignore_errors=True)
        # Renamed only when whole: a run that was cut off leaves no half browser behind.
        whole = Path(folder).rename(UNPACKED)
        whole.chmod(0o755)


def installed_now() -> Iterator[Browser]:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("installing Chromium (apt-get install chromium) …", file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "-qq", *command], check=False, env=quiet, stdout=subprocess.DEVNULL)
    yield from on_the_system()
