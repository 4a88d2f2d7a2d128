"""建制順: the order of all units of an organization, from the top down and each before its neighbours (ORG-16)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update

from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work

STEP = 10  # between display orders, so that a roster can put a unit between two others


@dataclass(frozen=True, slots=True)
class Node:
    """A unit as far as order is concerned."""

    unit_id: UUID
    parent_id: UUID | None
    display_order: int
    path: str


def in_order(nodes: Iterable[Node]) -> list[UUID]:
    """All units, each directly before the ones below it. Neighbours stand by their numbers, equal ones by name."""
    below: dict[UUID | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent_id, []).append(node)
    found: list[UUID] = []
    waiting = _backwards(below.get(None, ()))
    while waiting:
        node = waiting.pop()
        found.append(node.unit_id)
        waiting.extend(_backwards(below.get(node.unit_id, ())))
    return found


async def renumber(
    work: Work, organization_id: UUID, wished: Mapping[UUID, int] | None = None
) -> dict[UUID, int]:
    """Number all units through, so that one column puts them in order. `wished` stands in for what is written."""
    rows = await work.session.execute(
        select(Department.id, Department.parent_id, Department.display_order, Department.path).where(
            Department.organization_id == organization_id
        )
    )
    nodes = [Node(*row) for row in rows]
    placed = [
        Node(node.unit_id, node.parent_id, (wished or {}).get(node.unit_id, node.display_order), node.path)
        for node in nodes
    ]
    numbers = {unit_id: STEP * place for place, unit_id in enumerate(in_order(placed), start=1)}
    changed = [
        {"id": node.unit_id, "display_order": numbers[node.unit_id]}
        for node in nodes
        if numbers[node.unit_id] != node.display_order
    ]
    if changed:
        await work.session.execute(update(Department), changed)
    return numbers


def _backwards(nodes: Sequence[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (node.display_order, node.path), reverse=True)
