"""Who is in the room of a unit, and what that means for the rooms that are there. Pure: trees and sets."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the tree, as far as its room goes."""

    unit_id: UUID
    parent_id: UUID | None
    name: str
    path: str
    has_room: bool
    """It is open, and of a kind that has a room."""

    @property
    def purpose(self) -> str:
        """What stands under the name of its room, so that two units of one name are told apart."""
        return f"{self.path}に所属する職員のルームです。"


@dataclass(frozen=True, slots=True)
class There:
    """A unit's room as it is."""

    room_id: UUID
    unit_id: UUID | None
    name: str
    purpose: str
    is_archived: bool
    members: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Step:
    """What one room lacks of being as it should be. Without a room: one is to be opened for this unit."""

    room: There | None
    unit_id: UUID | None
    name: str
    purpose: str
    is_archived: bool
    joining: Sequence[UUID]
    leaving: Sequence[UUID]

    @property
    def size(self) -> int:
        return len(self.joining) + len(self.leaving) + 1

    @property
    def place(self) -> UUID | None:
        """Whose step it is, whether the room has been opened meanwhile or not."""
        return self.unit_id or (self.room.room_id if self.room else None)

    @property
    def changes_words(self) -> bool:
        """Whether the room itself changes, beside who is in it."""
        room = self.room
        return room is not None and (room.name, room.purpose, room.is_archived) != (
            self.name,
            self.purpose,
            self.is_archived,
        )


def members_of(units: Iterable[Unit], posts: Mapping[UUID, Collection[UUID]]) -> dict[UUID, set[UUID]]:
    """For each unit, who serves in it or anywhere below it (ORG-3)."""
    parents = {unit.unit_id: unit.parent_id for unit in units}
    members: dict[UUID, set[UUID]] = {unit_id: set() for unit_id in parents}
    for unit_id, people in posts.items():
        above: set[UUID] = set()  # whatever a tree may look like, nobody walks in a circle
        at: UUID | None = unit_id
        while at is not None and at in parents and at not in above:
            members[at].update(people)
            above.add(at)
            at = parents[at]
    return members


def steps(
    units: Sequence[Unit], posts: Mapping[UUID, Collection[UUID]], rooms: Iterable[There]
) -> Iterator[Step]:
    """What is to be done so that every room follows the tree; nothing where it does already."""
    members = members_of(units, posts)
    known = {unit.unit_id: unit for unit in units}
    found: set[UUID] = set()
    for room in sorted(rooms, key=lambda each: each.room_id):
        unit = known.get(room.unit_id) if room.unit_id else None
        if unit is not None:
            found.add(unit.unit_id)
        step = _of_room(room, unit, members[unit.unit_id] if unit else set())
        if step.changes_words or step.size > 1:
            yield step
    for unit in units:
        if unit.has_room and unit.unit_id not in found and members[unit.unit_id]:
            joining = sorted(members[unit.unit_id])
            yield Step(None, unit.unit_id, unit.name, unit.purpose, False, joining, ())


def _of_room(room: There, unit: Unit | None, members: set[UUID]) -> Step:
    name, purpose = (unit.name, unit.purpose) if unit else (room.name, room.purpose)
    joining, leaving = sorted(members - room.members), sorted(room.members - members)
    return Step(room, room.unit_id, name, purpose, not (unit and unit.has_room), joining, leaving)


def pieces(wanted: Iterable[Step], most: int) -> Iterator[Sequence[Step]]:
    """All of it in the same order, and in no piece more than so many comings and goings: each is a transaction."""
    taken: list[Step] = []
    left = most
    for step in wanted:
        rest: Step | None = step
        while rest is not None:
            if left <= 1:
                yield taken
                taken, left = [], most
            part, rest = _cut(rest, left)
            taken.append(part)
            left -= part.size
    if taken:
        yield taken


def still(planned: Iterable[Step], found: Iterable[Step]) -> Sequence[Step]:
    """Of what was planned a moment ago, what is wanted even now. Whatever else there is waits for the next plan."""
    now = {step.place: step for step in found}
    agreed: list[Step] = []
    for step in planned:
        fresh = now.get(step.place)
        if fresh is None:
            continue
        joining, leaving = set(step.joining), set(step.leaving)
        fresh = replace(
            fresh,
            joining=[each for each in fresh.joining if each in joining],
            leaving=[each for each in fresh.leaving if each in leaving],
        )
        if fresh.changes_words or fresh.size > 1:
            agreed.append(fresh)
    return agreed


def _cut(step: Step, most: int) -> tuple[Step, Step | None]:
    """As much of a step as this, those who leave first, and the rest of it if there is one."""
    leaving = step.leaving[: most - 1]
    joining = step.joining[: most - 1 - len(leaving)]
    rest = replace(step, joining=step.joining[len(joining) :], leaving=step.leaving[len(leaving) :])
    part = replace(step, joining=joining, leaving=leaving)
    return part, rest if rest.size > 1 else None
