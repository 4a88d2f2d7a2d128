"""Cables from each node to a bus that stands in a network of its own. Any of them can be cut, also one way (F7).

Only root may lay them. What is sent over a way that is cut goes to a neighbour that is not there: it is dropped on the
wire, nobody is told, and what was on its way comes later, when it is sent again.
"""

import random
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.valkey import Valkey, free_port

NOBODY = "02:00:00:00:00:99"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Cable:
    """From the network of the nodes to that of the bus. It has its own addresses, which are for trials (RFC 2544)."""

    space: str
    """The network of the bus."""
    number: int
    address: str
    """Of which the last part is missing."""

    @property
    def near(self) -> str:
        return f"{self.address}.{4 * self.number + 1}"

    @property
    def far(self) -> str:
        """Where the bus is found by this cable."""
        return f"{self.address}.{4 * self.number + 2}"

    def laid(self) -> None:
        here, there = self._ends
        ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", self.space)
        for where, end, its in ((), here, self.near), (("-n", self.space), there, self.far):
            ip(*where, "address", "add", f"{its}/30", "dev", end)
            ip(*where, "link", "set", end, "up")

    def cut(self, *ways: str) -> None:
        """What comes from the near end is dropped, or from the far end."""
        here, there = self._ends
        wrong = ("lladdr", NOBODY, "nud", "permanent")
        for way in ways:
            if way == "near":
                ip("neighbour", "replace", self.far, *wrong, "dev", here)
            else:
                ip("-n", self.space, "neighbour", "replace", self.near, *wrong, "dev", there)

    def mended(self, *ways: str) -> None:
        here, there = self._ends
        for way in ways:
            if way == "near":
                ip("neighbour", "delete", self.far, "dev", here)
            else:
                ip("-n", self.space, "neighbour", "delete", self.near, "dev", there)

    @property
    def _ends(self) -> tuple[str, str]:
        return f"{self.space}{self.number}", f"{self.space}{self.number}"


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


@contextmanager
def bus_by_cable(nodes: int) -> Generator[tuple[Valkey, list[Cable]]]:
    """A bus in a network of its own, and a cable to it for each node."""
    space = "yoriai" + "".join(random.choices(LETTERS, k=6))
    address = f"198.{random.choice((18, 19))}.{random.randrange(256)}"
    with ExitStack() as stack:
        ip("netns", "add", space)
        stack.callback(ip, "netns", "delete", space)  # the cables end with it
        cables = [Cable(space, number, address) for number in range(nodes)]
        for cable in cables:
            cable.laid()
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="yoriai-valkey-"))
        within = ("ip", "netns", "exec", space)
        bus = Valkey(Path(folder), free_port(), host=cables[0].far, within=within)
        bus.start()
        stack.callback(bus.kill)
        yield bus, cables
