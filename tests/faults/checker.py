"""The checker: which of the promises C1–C9 and C12 a run breaks, computed from its log and the history in the end alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.faults import heard, kept, served
from tests.faults.judged import Run
from tests.faults.log import Final, History

CHECKS: Mapping[str, Callable[[Run], Iterator[str]]] = {
    "C1": kept.lost,
    "C2": kept.doubled,
    "C3": kept.phantom,
    "C4": kept.out_of_order,
    "C5": heard.missed,
    "C6": heard.repeated,
    "C7": heard.gone_back,
    "C8": heard.strayed,
    "C9": heard.overheard,
    "C12": served.kept_waiting,
}


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken promise, in words."""

    id: str
    words: str


def violations(history: History, final: Final) -> list[Violation]:
    """Every broken promise; empty when all were kept."""
    run = Run(history, final)
    return [Violation(name, words) for name, check in CHECKS.items() for words in check(run)]
