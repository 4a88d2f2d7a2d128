"""Writing units: those that a file brings, and what it says of those that are there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, insert, update

from yoriai.kit.ids import uuid7
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.roster.known import Tree, Unit, known_units
from yoriai.people.accounts.roster.plan import UnitsToWrite
from yoriai.people.accounts.roster.undo_record import TouchedUnit
from yoriai.people.orgs import units
from yoriai.people.orgs.facts import OrganizationArranged
from yoriai.people.orgs.models import Department, DepartmentChange
from yoriai.people.orgs.tree.history import UnitChange
from yoriai.platform.work.work import Work

Words = dict[str, str | int | None]
FIELDS = ("code", "short_name", "kind", "display_order", "place", "floor", "extension")


def words_of(unit: Unit) -> Words:
    """What a file may say of a unit, by name."""
    return {name: getattr(unit, name) for name in FIELDS}


async def write_units(
    work: Work, act: Act, organization_id: UUID, tree: Tree, *, wanted: UnitsToWrite
) -> tuple[Mapping[str, UUID], list[TouchedUnit]]:
    """All open units by path, after adding and changing what is wanted of the tree that is there."""
    if wanted.is_empty:
        return {path: unit.unit_id for path, unit in tree.by_path.items()}, []
    changes: dict[str, Words] = {}
    for path, code in wanted.codes.items():
        changes.setdefault(path, {})["code"] = code
    for path, short in wanted.shorts.items():
        changes.setdefault(path, {})["short_name"] = short
    return await change_units(work, act, tree, UnitsWish(organization_id, wanted.new, changes))


@dataclass(frozen=True, slots=True)
class UnitsWish:
    """Units to add, and what to write of these and others, by path."""

    organization_id: UUID
    new: Sequence[str]
    changes: Mapping[str, Words]


async def change_units(
    work: Work, act: Act, before: Tree, wish: UnitsWish
) -> tuple[Mapping[str, UUID], list[TouchedUnit]]:
    """Add and change units, and write down what was done."""
    unit_ids = await units.add_missing(work, wish.organization_id, wish.new)
    connection = await work.session.connection()
    if wish.changes:
        # Codes are let go first: two units may have exchanged theirs.
        moving = [{"which": unit_ids[path]} for path, words in wish.changes.items() if "code" in words]
        one = Department.id == bindparam("which")
        if moving:
            await connection.execute(update(Department).where(one).values(code=None), moving)
        for names in {tuple(words) for words in wish.changes.values()}:
            rows = [
                {"which": unit_ids[path], **{f"new_{name}": words[name] for name in names}}
                for path, words in wish.changes.items()
                if tuple(words) == names
            ]
            values: dict[str, object] = {name: bindparam(f"new_{name}") for name in names}
            await connection.execute(update(Department).where(one).values(values), rows)
    after = await known_units(work, wish.organization_id)
    touched = _touched(before, after)
    # Others may have been moved up by those that came: that is put back too, but is no act of its own.
    acts = [each for each in touched if each.before is None or each.path in wish.changes]
    await note_units(work, act, wish.organization_id, acts)
    tell(work, act, wish.organization_id, touched)
    return unit_ids, touched


def tell(work: Work, act: Act, organization_id: UUID, touched: Sequence[TouchedUnit]) -> None:
    """Whoever shows the tree asks again; short names are all that may stand beside people's names."""
    if touched:
        shown = any(each.before and each.before["short_name"] != each.after["short_name"] for each in touched)
        fact = OrganizationArranged(organization_id=organization_id, department_id=None, shown=shown)
        work.state(fact, by=act.by)


def _touched(before: Tree, after: Tree) -> list[TouchedUnit]:
    """Those that came, with the ones above them, and those of which anything is different now."""
    found: list[TouchedUnit] = []
    for path, unit in after.by_path.items():
        old = before.by_path.get(path)
        was = None if old is None else words_of(old)
        if was != words_of(unit):
            found.append(TouchedUnit(unit_id=unit.unit_id, path=path, before=was, after=words_of(unit)))
    return found


async def note_units(
    work: Work, act: Act, organization_id: UUID, touched: Sequence[TouchedUnit], *, are_closed: bool = False
) -> None:
    """One line of history for each unit: of a new one what it is called and where it lies, else only what differs."""
    rows: list[dict[str, object]] = []
    for each in touched:
        kind, before, after = (UnitChange.CLOSED, {}, {}) if are_closed else _done(each)
        rows.append(
            {
                "id": uuid7(work.now),
                "organization_id": organization_id,
                "department_id": each.unit_id,
                "at": work.now,
                "by": act.by,
                "kind": kind,
                "before": before,
                "after": after,
                "import_id": act.import_id,
                "request_key": None,
            }
        )
    if rows:
        connection = await work.session.connection()
        await connection.execute(insert(DepartmentChange), rows)


def _done(unit: TouchedUnit) -> tuple[UnitChange, Words, Words]:
    before, after = unit.before, unit.after
    if before is None:
        above, _, name = unit.path.rpartition(" ")
        said: Words = {"name": name, "parent": above}
        said |= {field: value for field, value in after.items() if value and field != "display_order"}
        return UnitChange.ADDED, {}, said
    fields = [field for field in after if before[field] != after[field]]
    return (
        UnitChange.CHANGED,
        {field: before[field] for field in fields},
        {field: after[field] for field in fields},
    )
