"""A run that is to be judged: its log, the history in the end, and what several promises ask of them."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tests.faults.log import Ack, Change, Deliver, Event, Final, History, Invoke, Kept, Member

E_ = TypeVar("E_", bound=Event)
Spell = tuple[int, float]
"""From the number under which somebody came to that under which they left."""
ALWAYS: Spell = (0, float("inf"))


@dataclass(frozen=True)
class Run:
    """A history and what it came to, with what several checks ask of it."""

    history: History
    final: Final

    def all(self, kind: type[E_]) -> list[E_]:
        return [event for event in self.history.events if isinstance(event, kind)]

    @cached_property
    def rooms(self) -> dict[str, list[Kept]]:
        """Of each room, what one node says; that all say the same is asked by C4."""
        return {room: kept for rooms in self.final.values() for room, kept in rooms.items()}

    @cached_property
    def invoked(self) -> dict[str, Invoke]:
        return {event.key: event for event in self.all(Invoke)}

    @cached_property
    def acks(self) -> list[Ack]:
        return self.all(Ack)

    @cached_property
    def delivered(self) -> list[Deliver]:
        return self.all(Deliver)

    @cached_property
    def texts(self) -> dict[str, set[str | None]]:
        """All that a message may say: what was meant first, and every correction."""
        texts: dict[str, set[str | None]] = {key: {event.text} for key, event in self.invoked.items()}
        for change in self.all(Change):
            texts[change.key].add(change.text)
        return texts

    @cached_property
    def gone(self) -> set[str]:
        """Keys that their authors meant to take back: they may be there or not."""
        return {change.key for change in self.all(Change) if change.text is None}

    @cached_property
    def numbers(self) -> dict[str, dict[str, int]]:
        """Of each room, the number under which each key was told; contradictions are found by C4."""
        found = defaultdict[str, dict[str, int]](dict)
        for event in (*self.acks, *self.delivered):
            found[event.room].setdefault(event.key, event.number)
        return found

    @cached_property
    def spells(self) -> dict[tuple[str, str], list[Spell]]:
        """Of each room and account, while it was in it."""
        found = {(room, account): [ALWAYS] for room, its in self.history.rooms.items() for account in its}
        turns = {(each.room, each.account, each.number): each.is_in for each in self.all(Member)}
        for (room, account, number), is_in in sorted(turns.items()):
            its = found.setdefault((room, account), [])
            if is_in:
                its.append((number, float("inf")))
            elif its:
                its[-1] = (its[-1][0], number)
        return found

    def clients_of(self, room: str) -> list[str]:
        """Who was ever in this room."""
        return [who for who, account in self.history.accounts.items() if (room, account) in self.spells]

    def is_in(self, who: str, room: str, number: int) -> bool:
        """Whether a client's account was in the room when this number was told."""
        spells = self.spells.get((room, self.history.accounts[who]), ())
        return any(since <= number <= until for since, until in spells)
