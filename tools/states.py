"""How far each requirement is: kept by hand in docs/requirements.toml, a line for each id, and held against the tests."""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tools.house.sources import Finding

WRITTEN = re.compile(r"(?P<kind>done|part: (?P<lacks>\S.*)|waits: (?P<awaited>\S.*))")


class Kind(StrEnum):
    """How far, in one word: whole and tested, tested as far as it goes, or not begun."""

    DONE = "できている"
    PART = "一部"
    WAITS = "待ち"


@dataclass(frozen=True)
class State:
    """How far a requirement is; unless it is done, what is missing or what it waits for."""

    kind: Kind
    why: str = ""

    def __str__(self) -> str:
        return f"{self.kind}：{self.why}" if self.why else self.kind


def states_in(text: str) -> dict[str, State | None]:
    """What is written of each id; None where that is no state."""
    return {name: _state(said) for name, said in tomllib.loads(text).items()}


def _state(said: object) -> State | None:
    written = WRITTEN.fullmatch(said) if isinstance(said, str) else None
    if written is None:
        return None
    if written["lacks"]:
        return State(Kind.PART, written["lacks"])
    return State(Kind.WAITS, written["awaited"]) if written["awaited"] else State(Kind.DONE)


def complaints(path: str, text: str, known: Collection[str], tested: Collection[str]) -> Iterator[Finding]:
    """Where what is written and the tests disagree: no state without its tests, and no test without a state."""
    states = states_in(text)
    lines = {line.partition(" = ")[0]: number for number, line in enumerate(text.splitlines(), 1)}
    for name, state in states.items():
        if complaint := _complaint(name, state, name in known, name in tested):
            yield Finding(path, lines[name], complaint)
    for name in sorted(set(tested) & set(known) - set(states)):
        yield Finding(path, 1, f"`{name}` has a test, and no line here says how far it is")


def _complaint(name: str, state: State | None, is_known: bool, is_tested: bool) -> str | None:
    if not is_known:
        return f"`{name}` is no requirement's id"
    if state is None:
        return f"`{name}` must be `done`, `part: …` or `waits: …`"
    if state.kind is Kind.WAITS and is_tested:
        return f"`{name}` waits, and has a test: say `part: …`, and what is missing"
    if state.kind is not Kind.WAITS and not is_tested:
        return f"`{name}` is said to be there, and no test proves it"
    return None
