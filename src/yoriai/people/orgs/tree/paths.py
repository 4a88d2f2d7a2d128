"""Paths: a unit's names from the top down. When a name or a place changes, all paths below change with it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update

from yoriai.kit.errors import Refused
from yoriai.kit.folding import fold
from yoriai.people.orgs.models import Department
from yoriai.people.orgs.tree.words import MOST_DEPTH
from yoriai.platform.work.work import Work


class NameTaken(Refused):
    """Another unit beside it is called so."""

    code = "orgs.unit_name_taken"


class TooDeep(Refused):
    """More levels than a path can have."""

    code = "orgs.unit_too_deep"


async def open_units_below(work: Work, unit: Department) -> Sequence[Department]:
    """Every open unit below this one, on whatever level."""
    below = select(Department).where(
        Department.organization_id == unit.organization_id,
        Department.is_open.is_(True),
        Department.path.startswith(f"{unit.path} ", autoescape=True),
    )
    return (await work.session.scalars(below)).all()


def under(parent: Department | None, name: str) -> str:
    """The path of a unit of this name there."""
    return f"{parent.path} {name}" if parent else name


async def free(work: Work, organization_id: UUID, path: str) -> str:
    """The path, if no open unit has it and it is not too deep."""
    if path.count(" ") >= MOST_DEPTH:
        raise TooDeep(most=MOST_DEPTH)
    same = select(Department.id).where(
        Department.organization_id == organization_id,
        Department.path == path,
        Department.is_open.is_(True),
    )
    if await work.session.scalar(same) is not None:
        raise NameTaken(value=path.rpartition(" ")[2])
    return path


async def repath(work: Work, unit: Department, path: str) -> None:
    """Give a unit another path, and all below it theirs."""
    below = await open_units_below(work, unit)
    deepest = max((each.path.count(" ") for each in below), default=unit.path.count(" "))
    if deepest - unit.path.count(" ") + path.count(" ") >= MOST_DEPTH:
        raise TooDeep(most=MOST_DEPTH)
    before, unit.path, unit.folded = unit.path, path, fold(path)
    moved = [(each.id, path + each.path.removeprefix(before)) for each in below]
    await work.session.flush()
    if moved:
        rows = [{"id": unit_id, "path": now, "folded": fold(now)} for unit_id, now in moved]
        await work.session.execute(update(Department), rows)
