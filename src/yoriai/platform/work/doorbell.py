"""The doorbell: a hint that a stream has a new number. It may be lost, doubled or late; the journal is the truth."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Whisper:
    """Something fleeting that carries its own body, for who looks at a stream at this moment. It follows from no
    change, is never stored, and may be lost. Ids are all it may say: it may go over wires of others."""

    stream: str
    name: str
    body: Mapping[str, UUID]


class Doorbell(Protocol):
    """Where a committed work rings, and where every process listens."""

    def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        """Say which streams have grown, and which fleeting things are to be told. Never waits, never fails."""
        ...

    def whisper(self, whisper: Whisper) -> None:
        """Pass something fleeting on to every process. Never waits, never fails."""
        ...

    def listen(self, hear: "Hear", *, near: bool = False) -> None:
        """Be told of every ring from now on, or only of those near by: of this very process."""
        ...

    def overhear(self, overhear: "Overhear") -> None:
        """Be told of every whisper from now on."""
        ...


Hear = Callable[[Mapping[str, int], Collection[tuple[str, str]]], None]
Overhear = Callable[[Whisper], None]


class Silence:
    """No doorbell: for commands that change the database while the server is somewhere else."""

    def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        pass

    def whisper(self, whisper: Whisper) -> None:
        pass

    def listen(self, hear: Hear, *, near: bool = False) -> None:
        pass

    def overhear(self, overhear: Overhear) -> None:
        pass


class InProcess:
    """The doorbell of a single process."""

    def __init__(self) -> None:
        self._listeners: list[Hear] = []
        self._near: list[Hear] = []
        self._overhearing: list[Overhear] = []

    def running(self) -> AbstractAsyncContextManager[None]:
        """Whatever it takes to be heard, for the length of a block: here, nothing."""
        return nullcontext()

    def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        for hear in (*self._near, *self._listeners):
            hear(heads, signals)

    def whisper(self, whisper: Whisper) -> None:
        for overhear in self._overhearing:
            overhear(whisper)

    def listen(self, hear: Hear, *, near: bool = False) -> None:
        (self._near if near else self._listeners).append(hear)

    def overhear(self, overhear: Overhear) -> None:
        self._overhearing.append(overhear)
