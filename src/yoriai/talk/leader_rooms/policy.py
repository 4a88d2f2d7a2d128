"""What a room of ITリーダー lacks of being as it should be. Pure: sets of people."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

MOST_AT_ONCE: Final = 100
"""Comings and goings in one transaction."""


@dataclass(frozen=True, slots=True)
class There:
    """The room as it is."""

    room_id: UUID
    is_archived: bool
    members: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done next. Without a room: one is to be opened."""

    room: There | None
    is_archived: bool
    joining: Sequence[UUID]
    leaving: Sequence[UUID]


def step(leaders: Collection[UUID], room: There | None, *, is_open: bool) -> Step | None:
    """The next step, those who leave before those who come; None where nothing is lacking. A room that is put away
    follows, too: whoever is no ITリーダー any more reads nothing of it."""
    if room is None:
        return Step(None, False, sorted(leaders)[:MOST_AT_ONCE], ()) if is_open and leaders else None
    leaving = sorted(room.members.difference(leaders))[:MOST_AT_ONCE]
    joining = sorted(set(leaders) - room.members)[: MOST_AT_ONCE - len(leaving)]
    if not leaving and not joining and room.is_archived is not is_open:
        return None
    return Step(room, not is_open, joining, leaving)
