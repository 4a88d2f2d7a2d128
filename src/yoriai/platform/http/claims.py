"""Claims of a zone: a request may say where it comes from, and nobody listens. What it said is logged (ZONE-1)."""

from collections import OrderedDict
from dataclasses import dataclass, field
from time import monotonic
from typing import Final
from urllib.parse import parse_qsl

import structlog

from yoriai.platform.http.listener import Knock

NAMES: Final = frozenset({"zone", "x-zone", "x-yoriai-zone", "x-forwarded-zone", "x-network-zone"})
"""Of headers, cookies and parameters alike. None of ours is called so."""
EVERY: Final = 60.0  # seconds; whoever claims all day is one line a minute
MOST_ADDRESSES: Final = 1_000
MOST_QUERY: Final = 4_096  # bytes that are looked through

log = structlog.get_logger()


@dataclass
class Claims:
    """What was claimed lately, and by whom: so many lines and no more, whatever comes in."""

    logged: OrderedDict[tuple[str, str], float] = field(default_factory=OrderedDict[tuple[str, str], float])

    def note(self, knock: Knock, query: str) -> None:
        """Log that this request claims a zone, unless its address has done so a moment ago."""
        found = _claimed(knock, query)
        if not found:
            return
        key, now = (knock.zone, knock.address), monotonic()
        if now - self.logged.get(key, -EVERY) < EVERY:
            return
        self.logged[key] = now
        self.logged.move_to_end(key)
        if len(self.logged) > MOST_ADDRESSES:
            self.logged.popitem(last=False)
        log.warning("zone claimed", zone=knock.zone, address=knock.address, by=found)


def _claimed(knock: Knock, query: str) -> list[str]:
    """By which names, of our own list: never what else a request holds."""
    said = {f"header {name}" for name in NAMES & knock.headers.keys()}
    if "zone" in knock.header("cookie").lower():
        pairs = (part.strip().partition("=")[0].lower() for part in knock.header("cookie").split(";"))
        said |= {f"cookie {name}" for name in NAMES.intersection(pairs)}
    if "zone" in query[:MOST_QUERY].lower():
        names = (name.lower() for name, _ in parse_qsl(query[:MOST_QUERY], keep_blank_values=True))
        said |= {f"parameter {name}" for name in NAMES.intersection(names)}
    return sorted(said)


CLAIMS: Final = Claims()
"""Of this process: however many listeners it has, it fills no disk."""
