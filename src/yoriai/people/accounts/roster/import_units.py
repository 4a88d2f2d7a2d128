"""Taking a table of units over: places, floors, extensions, codes and short names of many units at once (ORG-17)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from uuid import UUID

from yoriai.people.accounts.facts import RosterImported
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.roster import undo_record
from yoriai.people.accounts.roster.difference import (
    Difference,
    RosterCounts,
    RosterLine,
    WordChange,
    wrong_of,
)
from yoriai.people.accounts.roster.faults import Fault, Reason, RosterMoved
from yoriai.people.accounts.roster.headings import OF_UNITS, Heading
from yoriai.people.accounts.roster.import_roster import Wish, cause_of, refuse_faults
from yoriai.people.accounts.roster.imports import keep_import
from yoriai.people.accounts.roster.known import Tree, Unit, known_units
from yoriai.people.accounts.roster.mapping import Laid
from yoriai.people.accounts.roster.plan import LineKind
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.accounts.roster.undo_record import UndoRecord
from yoriai.people.accounts.roster.unit_entries import UnitEntry, UnitTable, Words, missing_path, units_in
from yoriai.people.accounts.roster.write_units import UnitsWish, change_units, words_of
from yoriai.people.orgs.queries import queue_up
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

Columns = Sequence[Heading | None]


@dataclass(slots=True)
class UnitPlan:
    """What the file changes of the tree. Pure."""

    new: dict[str, tuple[UnitEntry, Words]] = field(default_factory=dict[str, tuple[UnitEntry, Words]])
    changed: dict[str, tuple[UnitEntry, Words]] = field(default_factory=dict[str, tuple[UnitEntry, Words]])
    same: dict[str, UnitEntry] = field(default_factory=dict[str, UnitEntry])
    missing: Sequence[Unit] = ()
    faults: list[Fault] = field(default_factory=list[Fault])

    def wish(self, organization_id: UUID) -> UnitsWish:
        changes = {path: words for path, (_, words) in (*self.new.items(), *self.changed.items()) if words}
        return UnitsWish(organization_id, [*self.new], changes)


class Units:
    """組織表: one row for each unit."""

    fields = OF_UNITS
    needed = (Heading.CODE, Heading.DEPARTMENT)

    async def look(self, works: Works, target: Target, table: Laid, columns: Columns) -> Difference:
        read = await asyncio.to_thread(units_in, table, columns)
        async with works.reading(cause_of(target)) as work:
            tree = await known_units(work, target.organization_id)
        return difference_of(read, plan_units(read, tree), tree)

    async def take(  # noqa: PLR0917
        self, works: Works, target: Target, table: Laid, columns: Columns, wish: Wish
    ) -> UUID | None:
        read = await asyncio.to_thread(units_in, table, columns)
        wish.far.step = "waiting"
        async with works.writing(cause_of(target)) as work:
            wish.far.step = "writing"
            await queue_up(work, target.organization_id)
            tree = await known_units(work, target.organization_id)
            plan = plan_units(read, tree)
            shown = difference_of(read, plan, tree)
            refuse_faults(shown)
            if wish.seen and shown.digest(is_stopping=False) != wish.seen:
                raise RosterMoved
            if not plan.new and not plan.changed:
                return None
            return await _written(work, target, wish, plan, tree, shown)


def plan_units(read: UnitTable, tree: Tree) -> UnitPlan:
    """Which units come, which differ; what is wrong is named, and nothing of it is in the plan."""
    plan = UnitPlan(faults=[*read.faults])
    first: dict[str, int] = {}
    for entry in read.entries:
        path = _path(entry, read, tree, plan.faults)
        if path is None:
            continue
        if first.setdefault(path, entry.row) != entry.row:
            column = read.names.get(Heading.DEPARTMENT) or read.names.get(Heading.CODE, "")
            plan.faults.append(Fault(entry.row, column, Reason.TWICE, path, other=str(first[path])))
            continue
        _sort_in(plan, path, entry, tree)
    plan.missing = [unit for path, unit in tree.by_path.items() if path not in first]
    _codes_once(plan, read, tree)
    plan.faults.sort(key=lambda fault: fault.row)
    return plan


def _path(entry: UnitEntry, read: UnitTable, tree: Tree, faults: list[Fault]) -> str | None:
    unit = tree.by_code.get(entry.code) if entry.code else None
    if unit is None:
        if not entry.path:
            faults.append(missing_path(entry, read.names))
        return entry.path or None
    if entry.path in ("", unit.path, unit.path.rpartition(" ")[2]):
        return unit.path
    column = read.names.get(Heading.CODE, Heading.CODE)
    faults.append(Fault(entry.row, column, Reason.ABOVE, entry.code, other=unit.path))
    return None


def _sort_in(plan: UnitPlan, path: str, entry: UnitEntry, tree: Tree) -> None:
    unit = tree.by_path.get(path)
    if unit is None:
        plan.new[path] = entry, entry.words
        return
    known = words_of(unit)
    differing = {name: value for name, value in entry.words.items() if known[name] != value}
    if differing:
        plan.changed[path] = entry, differing
    else:
        plan.same[path] = entry


def _codes_once(plan: UnitPlan, read: UnitTable, tree: Tree) -> None:
    """A code that another unit keeps, or that two rows give, is refused."""
    keeping = {
        unit.code: path
        for path, unit in tree.by_path.items()
        if unit.code and not (path in plan.changed and "code" in plan.changed[path][1])
    }
    column = read.names.get(Heading.CODE, Heading.CODE)
    for path, (entry, words) in [*plan.new.items(), *plan.changed.items()]:
        code = words.get("code")
        if code is None:
            continue
        other = keeping.setdefault(str(code), path)
        if other != path:
            plan.faults.append(Fault(entry.row, column, Reason.ABOVE, str(code), other=other))


def difference_of(read: UnitTable, plan: UnitPlan, tree: Tree) -> Difference:
    """The lines in the order of the file, then the units that are in none."""
    wrong = {row: [*each] for row, each in groupby(plan.faults, key=lambda fault: fault.row)}
    lines = {
        row: _line(row, LineKind.ERROR, read.raw.get(row, "")).model_copy(
            update={"wrong": [wrong_of(fault) for fault in faults]}
        )
        for row, faults in wrong.items()
    }
    for path, (entry, _) in plan.new.items():
        lines.setdefault(entry.row, _line(entry.row, LineKind.NEW, path, entry.code))
    for path, (entry, words) in plan.changed.items():
        code = entry.code or tree.by_path[path].code or ""
        line = _line(entry.row, LineKind.CHANGED, path, code)
        known = words_of(tree.by_path[path])
        deltas = [
            WordChange(field=name, before=str(known[name] or ""), after=str(value or ""))
            for name, value in words.items()
        ]
        lines.setdefault(entry.row, line.model_copy(update={"deltas": deltas}))
    for path, entry in plan.same.items():
        lines.setdefault(entry.row, _line(entry.row, LineKind.UNCHANGED, path, entry.code))
    missing = [_line(None, LineKind.MISSING, unit.path, unit.code or "") for unit in plan.missing]
    return Difference(
        counts=RosterCounts(
            new=len(plan.new),
            changed=len(plan.changed),
            unchanged=len(plan.same),
            missing=len(missing),
            error=len(wrong),
            rows=len(lines),
        ),
        lines=[*(lines[row] for row in sorted(lines)), *missing],
    )


def _line(row: int | None, kind: LineKind, path: str, code: str = "") -> RosterLine:
    name = path.rpartition(" ")[2]
    return RosterLine(row=row, kind=kind, number=code, name=name, kana="", department=path, job_title="")


async def _written(  # noqa: PLR0913, PLR0917 the pieces of one act
    work: Work, target: Target, wish: Wish, plan: UnitPlan, tree: Tree, shown: Difference
) -> UUID:
    act = Act(target.tenant_id, target.by, import_id=wish.act.import_id)
    _, touched = await change_units(work, act, tree, plan.wish(target.organization_id))
    counts = shown.counts
    work.state(
        RosterImported(organization_id=target.organization_id, added=0, changed=counts.new + counts.changed),
        by=target.by,
    )
    kept = undo_record.packed(UndoRecord(units=touched))
    await keep_import(work, target, wish.act, counts=counts.model_dump(), undo=kept)
    return wish.act.import_id
