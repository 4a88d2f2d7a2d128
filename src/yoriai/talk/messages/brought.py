"""What messages bring beside their words: judged with them and written with them, by whichever feature above knows that
kind of part. A message that brings nothing costs nothing here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.platform.work.work import Batch
from yoriai.talk.messages.parts import Part
from yoriai.talk.rooms.standing import Standing

Asked = tuple[Actor, UUID, Sequence[Part]]
"""Who wants to post, in which room, and what."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message has come to stand."""

    message_id: UUID
    room_id: UUID
    ordinal: int


class Brought(Protocol):
    """What several messages bring of one kind."""

    def judge(self, author: Actor, here: Standing, parts: Sequence[Part]) -> list[Part] | Refused:
        """The parts as they are stored, or why they cannot be. Nothing is taken yet."""
        ...

    def take(self, parts: Sequence[Part], place: Place) -> None:
        """The message stands: what it brings is its own."""
        ...

    def write(self) -> None:
        """Everything taken, at once."""
        ...


Look = Callable[[Batch, Sequence[Asked]], Brought]
LOOKS: Final[dict[str, Look]] = {}
"""By kind of part. Only the wiring adds to it, before anything is served."""


@dataclass(frozen=True, slots=True)
class All:
    """What several messages bring, of every kind."""

    of_kind: Mapping[str, Brought]

    def judge(self, author: Actor, here: Standing, parts: list[Part]) -> list[Part] | Refused:
        """The parts as they are stored, or the first reason why they cannot be."""
        for each in self._of(parts):
            judged = each.judge(author, here, parts)
            if isinstance(judged, Refused):
                return judged
            parts = judged
        return parts

    def take(self, parts: Sequence[Part], place: Place) -> None:
        """The message stands."""
        for each in self._of(parts):
            each.take(parts, place)

    def write(self) -> None:
        """Everything taken, at once."""
        for each in self.of_kind.values():
            each.write()

    def _of(self, parts: Sequence[Part]) -> list[Brought]:
        kinds = {str(part["kind"]) for part in parts}
        return [each for kind, each in self.of_kind.items() if kind in kinds]


def brought_by(batch: Batch, asked: Sequence[Asked]) -> All:
    """What these messages bring; no question where they are words alone."""
    kinds = {str(part["kind"]) for *_, parts in asked for part in parts}
    return All({kind: look(batch, asked) for kind, look in LOOKS.items() if kind in kinds})


def bring(parts: Sequence[Part]) -> bool:
    """Whether these bring anything beside words."""
    return any(part["kind"] in LOOKS for part in parts)


ABOUT: Final = "about"
"""Of what is brought the one thing that an edit may put right: what its author says is to be seen in it."""


def as_they_stood(parts: Sequence[Part], before: Sequence[Part]) -> list[Part] | None:
    """A message put right, with what it brought as it was stored, but for what is said of it; None where that is no
    longer the same. What a message brings comes with it and goes with it: an edit neither adds nor takes any."""
    then = [part for part in before if part["kind"] in LOOKS]
    now = [part for part in parts if part["kind"] in LOOKS]
    if [_key(part) for part in now] != [_key(part) for part in then]:
        return None
    stored = iter(then)
    return [_described(next(stored), part) if part["kind"] in LOOKS else part for part in parts]


def _described(stored: Part, asked: Part) -> Part:
    """As it is stored, with what is said of it now. A client that says nothing of it leaves that as it is."""
    if ABOUT not in asked:
        return stored
    rest = {key: value for key, value in stored.items() if key != ABOUT}
    return {**rest, ABOUT: asked[ABOUT]} if asked[ABOUT] else rest


def _key(part: Part) -> tuple[object, object]:
    return part["kind"], part.get("file_id")
