"""What of each fact the log keeps, and how it says it: one table, `acts.toml`, in which every fact stands (AUDIT-4)."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from yoriai.people.accounts.facts import Acted
from yoriai.platform.facts.fact import Fact


@dataclass(frozen=True, slots=True)
class Kept:
    """How one kind of fact stands in the log."""

    says: str
    group: str
    keeps: tuple[str, ...]
    rank: int
    """Of the facts of one operation the one with the smallest names it."""


_TABLE: Final = tomllib.loads(files("yoriai.watch.audit").joinpath("acts.toml").read_text("utf-8"))
ACTS: Final[dict[str, Kept]] = {
    name: Kept(each["says"], each["group"], tuple(each["keeps"]), rank)
    for rank, (name, each) in enumerate(_TABLE["acts"].items())
}
QUIET: Final[dict[str, str]] = _TABLE["quiet"]
"""Facts that are no acts, each with the reason."""
REFUSED: Final[dict[str, str]] = _TABLE["refused"]
UNKNOWN: Final = Kept("ほかの操作", "other", (), len(ACTS))
"""Of a newer server: that it happened is kept, and nothing of what it says."""
GROUPS: Final = tuple(dict.fromkeys(each.group for each in ACTS.values()))


def name_of(fact: Fact) -> str:
    """The name of an act: of a fact that stands for several, with which one it is."""
    return f"{fact.name}.{fact.act}" if isinstance(fact, Acted) else fact.name


def kept(name: str) -> Kept:
    """How a kind of fact stands in the log."""
    return ACTS.get(name, UNKNOWN)


def says(name: str, *, is_refused: bool) -> str:
    """The sentence of a row."""
    return REFUSED.get(name, "断られた操作") if is_refused else kept(name).says


def of_group(group: str) -> tuple[str, ...]:
    """The kinds of a group."""
    return tuple(name for name, each in ACTS.items() if each.group == group)
