"""The doorbell: a hint that a stream has a new number. It may be lost, doubled or late; the journal is the truth."""

from collections.abc import Callable, Collection, Mapping
from typing import Protocol


class Doorbell(Protocol):
    """Where a committed work rings, and where every process listens."""

    def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        """Say which streams have grown, and which fleeting things are to be told. Never waits, never fails."""
        ...

    def listen(self, hear: "Hear") -> None:
        """Be told of every ring from now on."""
        ...


Hear = Callable[[Mapping[str, int], Collection[tuple[str, str]]], None]


class Silence:
    """No doorbell: for commands that change the database while the server is somewhere else."""

    def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        pass

    def listen(self, hear: Hear) -> None:
        pass


class InProcess:
    """The doorbell of a single process."""

    def __init__(self) -> None:
        self._listeners: list[Hear] = []

    def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        for hear in self._listeners:
            hear(heads, signals)

    def listen(self, hear: Hear) -> None:
        self._listeners.append(hear)
