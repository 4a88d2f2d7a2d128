"""One open socket and what it may hear."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from typing import NewType

from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.feature import Who, class_on

Ears = NewType("Ears", tuple[str, Sight])
"""Sockets with the same ears get the same bytes: one redaction class, one sight."""


@dataclass(slots=True, eq=False)
class Listener:
    """A signed-in socket. It is written to by whoever has something for it, and never waited for."""

    who: Who
    write: Callable[[bytes], None]
    close: Callable[[int, str], None]
    waiting: Callable[[], int] | None = None
    """How many bytes were written to it and not taken yet; None where nothing is taken before the end."""
    sights: dict[str, Sight] = field(default_factory=dict[str, Sight])
    hears_from: dict[str, int] = field(default_factory=dict[str, int])
    """After which number of each stream everything is written to it as it is told."""
    looks_at: frozenset[str] = frozenset()
    """The streams of what is open on this screen: fleeting signals about them are wanted."""
    heard_at: float = 0.0
    turn: int = 0
    """In which second of the heartbeat's round it is its turn."""
    beaten_at: int = 0
    """The hub's count of changes at the last heartbeat."""

    def ears(self, stream: str) -> Ears:
        sight = self.sights.get(stream, WHOLE).less(self.who.switched_off)
        return Ears((class_on(self.who, stream), sight))


@dataclass(slots=True)
class Channel:
    """A stream that somebody on this process hears."""

    stream: str
    number: int
    """The last number delivered; everything after it will be."""
    changed_at: int = 0
    groups: dict[Ears, dict[Listener, Callable[[bytes], None]]] = field(
        default_factory=dict[Ears, dict[Listener, Callable[[bytes], None]]]
    )

    late: dict[Listener, int] = field(default_factory=dict[Listener, int])
    """Who came from another process and was read further there than this one has told: they join after that number."""

    @property
    def classes(self) -> frozenset[str]:
        """The redaction classes that listen, or will."""
        coming = (class_on(listener.who, self.stream) for listener in self.late)
        return frozenset(chain((klass for klass, _ in self.groups), coming))

    @property
    def is_heard(self) -> bool:
        return bool(self.groups or self.late)

    def add(self, listener: Listener, after: int = 0) -> None:
        """Let this listener hear what comes after a number, at the earliest what is told next."""
        if after > self.number:
            self.late[listener] = after
        else:
            self.groups.setdefault(listener.ears(self.stream), {})[listener] = listener.write

    def remove(self, listener: Listener) -> None:
        self.late.pop(listener, None)
        ears = listener.ears(self.stream)
        group = self.groups.get(ears)
        if group is not None:
            group.pop(listener, None)
            if not group:
                del self.groups[ears]

    def let_in(self) -> None:
        """Let those hear on whose number has been told."""
        for listener, after in tuple(self.late.items()):
            if after <= self.number:
                del self.late[listener]
                self.add(listener)
