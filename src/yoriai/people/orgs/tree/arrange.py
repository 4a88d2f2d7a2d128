"""Arranging units: add, change, move, close, reopen. Each waits for its organization, and doing it again changes nothing."""

from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.kit.folding import fold
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.orgs.facts import OrganizationArranged
from yoriai.people.orgs.models import Department, DepartmentName
from yoriai.people.orgs.queries import queue_up
from yoriai.people.orgs.tree import find, history, paths
from yoriai.people.orgs.tree.history import Done, UnitChange
from yoriai.people.orgs.tree.order import renumber
from yoriai.people.orgs.tree.words import Words, cleaned, words_of
from yoriai.platform.work.work import Work

LAST = 1 << 30  # after all that are there


class CodeTaken(Refused):
    """Another open unit has this code."""

    code = "orgs.unit_code_taken"


class UnderItself(Refused):
    """A unit cannot stand below itself or below one of its own (ORG-1)."""

    code = "orgs.unit_under_itself"


class HasUnits(Refused):
    """There are open units below it."""

    code = "orgs.unit_has_units"


class AboveClosed(Refused):
    """The unit above it is closed."""

    code = "orgs.unit_above_closed"


@dataclass(frozen=True, slots=True)
class Wish:
    """A unit as somebody wishes it."""

    organization_id: UUID
    parent_id: UUID | None
    words: Words
    request_key: SendKey


async def add(work: Work, actor: Actor, wish: Wish) -> UUID:
    """Add a unit, as the last below the one above it. The same request again gives the same unit (BASE-4)."""
    words = cleaned(wish.words)
    home = await find.organization(work, actor, wish.organization_id)
    await queue_up(work, home.id)
    known = await history.done_before(work, actor.account_id, wish.request_key)
    if known is not None:
        return known
    parent = await find.open_parent(work, home.id, wish.parent_id)
    path = await paths.free(work, home.id, paths.under(parent, words.name))
    await _free_code(work, home.id, words.code)
    unit = Department(
        id=uuid7(work.now),
        organization_id=home.id,
        parent_id=wish.parent_id,
        path=path,
        folded=fold(path),
        display_order=LAST,
        opened_at=work.now,
        **asdict(words),
    )
    work.session.add(unit)
    after = {field: value for field, value in asdict(words).items() if value} | _above(parent)
    done = Done(UnitChange.ADDED, {}, after, actor.account_id, wish.request_key)
    await history.note(work, unit, done)
    await renumber(work, home.id)
    _tell(work, actor, unit)
    return unit.id


async def change(work: Work, actor: Actor, unit_id: UUID, words: Words, *, last: UUID | None) -> UUID | None:
    """Change what a unit is called; gives the last change of it, as the next form has to know it.

    Refused when somebody has changed it since `last`. What it was called stays known with its time.
    """
    wanted = cleaned(words)
    unit = await find.held_open(work, actor, unit_id)
    before, after = wanted.differing(words_of(unit))
    if not after:
        return last
    await history.unless_changed(work, unit.id, last)
    if wanted.code != unit.code:
        await _free_code(work, unit.organization_id, wanted.code)
    if wanted.name != unit.name:
        await _rename(work, unit, wanted.name)
    for field, value in asdict(wanted).items():
        setattr(unit, field, value)
    done = Done(UnitChange.CHANGED, before, after, actor.account_id)
    change_id = await history.note(work, unit, done)
    _tell(work, actor, unit, shown="name" in after)
    return change_id


async def place(
    work: Work, actor: Actor, unit_id: UUID, *, parent_id: UUID | None, before: UUID | None
) -> None:
    """Move a unit below another one (or to the top) and before this neighbour, or to the end."""
    unit = await find.held_open(work, actor, unit_id)
    parent = await find.open_parent(work, unit.organization_id, parent_id)
    if parent is not None and (parent.id == unit.id or parent.path.startswith(f"{unit.path} ")):
        raise UnderItself
    was_under, stood = await _above_of(work, unit), await _beside(work, unit, unit.parent_id)
    neighbours = [each for each in await _beside(work, unit, parent_id) if each != unit.id]
    at = neighbours.index(before) if before is not None and before in neighbours else len(neighbours)
    standing = [*neighbours[:at], unit.id, *neighbours[at:]]
    if standing == stood:
        return
    if parent_id != unit.parent_id:
        path = await paths.free(work, unit.organization_id, paths.under(parent, unit.name))
        unit.parent_id = parent_id
        await paths.repath(work, unit, path)
    await renumber(work, unit.organization_id, {each: place for place, each in enumerate(standing)})
    done = Done(UnitChange.MOVED, {**was_under}, {**_above(parent), "position": at + 1}, actor.account_id)
    await history.note(work, unit, done)
    _tell(work, actor, unit, shown=was_under != _above(parent))


async def close(work: Work, actor: Actor, unit: Department, successor: Department | None) -> None:
    """Close a unit that nobody serves in any more and that has none below it. Whoever calls has held it and knows."""
    if await paths.open_units_below(work, unit):
        raise HasUnits
    unit.is_open, unit.closed_at = None, work.now
    unit.successor_id = successor.id if successor else None
    after = {"successor": successor.path} if successor else {}
    await history.note(work, unit, Done(UnitChange.CLOSED, {}, after, actor.account_id))
    _tell(work, actor, unit, shown=True)


async def reopen(work: Work, actor: Actor, unit_id: UUID) -> None:
    """Open a closed unit again, where it stood; its people do not come back with it."""
    unit = await find.held(work, actor, unit_id)
    if unit.is_open:
        return
    parent = await work.session.get(Department, unit.parent_id) if unit.parent_id else None
    if parent is not None and not parent.is_open:
        raise AboveClosed
    path = await paths.free(work, unit.organization_id, paths.under(parent, unit.name))
    await _free_code(work, unit.organization_id, unit.code)
    unit.is_open, unit.closed_at, unit.successor_id = True, None, None
    unit.path, unit.folded = path, fold(path)
    await history.note(work, unit, Done(UnitChange.REOPENED, {}, {}, actor.account_id))
    _tell(work, actor, unit)


async def _rename(work: Work, unit: Department, name: str) -> None:
    above, _, _ = unit.path.rpartition(" ")
    path = await paths.free(work, unit.organization_id, f"{above} {name}".strip())
    newest = select(DepartmentName.until).where(DepartmentName.department_id == unit.id)
    since = await work.session.scalar(newest.order_by(DepartmentName.until.desc()).limit(1))
    former = DepartmentName(
        id=uuid7(work.now),
        department_id=unit.id,
        name=unit.name,
        path=unit.path,
        since=since or unit.opened_at,
        until=work.now,
    )
    work.session.add(former)
    await paths.repath(work, unit, path)


async def _free_code(work: Work, organization_id: UUID, code: str | None) -> None:
    same = select(Department.path).where(
        Department.organization_id == organization_id, Department.code == code, Department.is_open.is_(True)
    )
    taken = await work.session.scalar(same) if code else None
    if taken is not None:
        raise CodeTaken(value=code, other=taken)


async def _beside(work: Work, unit: Department, parent_id: UUID | None) -> list[UUID]:
    """The units directly below this one, in their order."""
    below = select(Department.id).where(
        Department.organization_id == unit.organization_id,
        Department.parent_id.is_(None) if parent_id is None else Department.parent_id == parent_id,
    )
    return list(await work.session.scalars(below.order_by(Department.display_order, Department.path)))


async def _above_of(work: Work, unit: Department) -> dict[str, object]:
    return _above(await work.session.get(Department, unit.parent_id) if unit.parent_id else None)


def _above(parent: Department | None) -> dict[str, object]:
    return {"parent": parent.path if parent else ""}


def _tell(work: Work, actor: Actor, unit: Department, *, shown: bool = False) -> None:
    fact = OrganizationArranged(organization_id=unit.organization_id, department_id=unit.id, shown=shown)
    work.state(fact, by=actor.account_id)
