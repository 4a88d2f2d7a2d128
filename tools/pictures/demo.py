"""A fresh demo town for the pictures, and what it printed of itself."""

import re
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from tools.ground import DEMO_PORTS
from tools.places import BUILD, PYTHON, ROOT, VENV
from tools.words import Stop

TOWN = BUILD / "shots-town"
ADDRESS = re.compile(r"http://\S+?:\d+")
WITH_CODE = re.compile(r"団体コード\s*(\S+?)、")
WITH_PASSWORD = re.compile(r"パスワードは全員\s*(\S+?)[）)]")
LINK = re.compile(r"http://\S+/start#\S+")


@dataclass(frozen=True)
class Demo:
    """What the demo printed of itself."""

    lgwan: str
    internet: str
    code: str
    """Of the body: there are others in the installation, so whoever signs in says to which they belong."""
    password: str
    link: str
    """The address on the slip of somebody who has never signed in."""

    def address(self, zone: str) -> str:
        return self.lgwan if zone == "lgwan" else self.internet


@contextmanager
def demo() -> Generator[Demo]:
    shutil.rmtree(TOWN, ignore_errors=True)
    command = [PYTHON, VENV / "bin" / "yoriai", "demo", "--data", TOWN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            yield read_table(server)
        finally:
            server.terminate()


def read_table(server: "subprocess.Popen[str]") -> Demo:
    """Read until both listeners have said that they listen."""
    printed: list[str] = []
    for line in server.stdout or ():
        printed.append(line)
        if line.startswith("待ち受けています") and f"{DEMO_PORTS[-1]}" in line:
            break
    text = "".join(printed)
    addresses = [each for each in ADDRESS.findall(text) if not LINK.match(each)]
    code, password, link = WITH_CODE.search(text), WITH_PASSWORD.search(text), LINK.search(text)
    if len(addresses) < len(DEMO_PORTS) or code is None or password is None or link is None:
        raise Stop("実演用の町が起動しませんでした。", "the demo town did not start.")
    return Demo(addresses[0], addresses[1], code[1], password[1], link[0])
