"""Units by their paths: which are missing, and what each of them is."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import insert, select

from yoriai.kit.folding import fold
from yoriai.kit.ids import uuid7
from yoriai.people.orgs.models import Department, DepartmentKind
from yoriai.people.orgs.tree.order import renumber
from yoriai.platform.work.work import Work

LAST = 1 << 30  # after all that are there


async def units_of(work: Work, organization_id: UUID) -> dict[str, UUID]:
    """Every open unit of an organization, by its path."""
    rows = await work.session.execute(
        select(Department.path, Department.id).where(
            Department.organization_id == organization_id, Department.is_open.is_(True)
        )
    )
    return dict(rows.all())


async def add_missing(work: Work, organization_id: UUID, paths: Iterable[str]) -> dict[str, UUID]:
    """All open units of the organization by path, after adding those that these paths need, and those above them.

    New units stand after their neighbours, in the order in which they are named (建制順, ORG-16). Whoever calls
    writes down that they were added.
    """
    known = await units_of(work, organization_id)
    missing = [path for path in _with_those_above(paths) if path not in known]
    if not missing:
        return known
    known |= {path: uuid7(work.now) for path in missing}
    rows = [
        _row(organization_id, path, known, LAST + place) | {"opened_at": work.now}
        for place, path in enumerate(missing, start=1)
    ]
    connection = await work.session.connection()
    await connection.execute(insert(Department), rows)
    await renumber(work, organization_id)
    return known


def kind_of(name: str) -> DepartmentKind:
    """部, 課, 係 or 班 by the last letter of its name; anything else is of no kind."""
    last = name[-1:]
    return DepartmentKind(last) if last in set(DepartmentKind) else DepartmentKind.OTHER


def _with_those_above(paths: Iterable[str]) -> Iterable[str]:
    """Each path once, and before it the ones above it."""
    found: dict[str, None] = {}
    for path in paths:
        names = path.split(" ") if path else []
        for depth in range(1, len(names) + 1):
            found[" ".join(names[:depth])] = None
    return found


def _row(organization_id: UUID, path: str, known: Mapping[str, UUID], order: int) -> dict[str, object]:
    above, _, name = path.rpartition(" ")
    return {
        "id": known[path],
        "organization_id": organization_id,
        "parent_id": known[above] if above else None,
        "kind": kind_of(name),
        "name": name,
        "short_name": name,
        "path": path,
        "folded": fold(path),
        "display_order": order,
    }
