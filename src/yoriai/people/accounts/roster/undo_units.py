"""The units of an import that is taken back: those that it brought go, the others are as they were."""

from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, delete, or_, select, update
from sqlalchemy.exc import IntegrityError

from yoriai.people.accounts.department_accounts.models import DepartmentAccount
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.models import Posting
from yoriai.people.accounts.requests.models import AccountRequest
from yoriai.people.accounts.roster.known import Tree
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.accounts.roster.undo_record import TouchedUnit, UndoRecord
from yoriai.people.accounts.roster.write_units import note_units, tell, words_of
from yoriai.people.orgs.models import Department, DepartmentChange
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

LEANING: Final = (Posting, DepartmentAccount, UnitRole, AccountRequest)
"""What would be lost with the unit, or be left without it: who sits in a room for it would sit there for good."""


async def units_in_the_way(work: Work, record: UndoRecord, tree: Tree) -> list[str]:
    """Units that are no longer as the import left them, or in which others serve or lie by now."""
    brought = {each.unit_id: each.path for each in record.units if each.before is None}
    moved = [each.path for each in record.units if _has_moved(each, tree)]
    inside = [
        path
        for path, unit in tree.by_path.items()
        if unit.unit_id not in brought and any(path.startswith(f"{each} ") for each in brought.values())
    ]
    serving = select(Posting.id, Posting.department_id).where(
        among(Posting.department_id, brought), Posting.until.is_(None)
    )
    opened = set(record.opened)
    others = {unit for which, unit in await work.session.execute(serving) if unit and which not in opened}
    return [*moved, *inside, *_with_their_code(record, tree), *(brought[each] for each in others)]


def _with_their_code(record: UndoRecord, tree: Tree) -> list[str]:
    """Others that bear a code by now which some unit would get back."""
    touched = {each.unit_id for each in record.units}
    back = {
        each.before["code"]
        for each in record.units
        if each.before is not None and each.before["code"] not in (None, each.after["code"])
    }
    return [unit.path for code, unit in tree.by_code.items() if code in back and unit.unit_id not in touched]


async def put_units_back(work: Work, target: Target, record: UndoRecord, import_id: UUID) -> None:
    """A unit in which people have served, that has another below it, or on which anything else was built, is closed
    instead of going."""
    act = Act(target.tenant_id, target.by, import_id=import_id)
    old = [each for each in record.units if each.before is not None]
    if old:
        connection = await work.session.connection()
        one = Department.id == bindparam("which")
        await connection.execute(
            update(Department).where(one).values(code=None), [{"which": each.unit_id} for each in old]
        )
        rows = [{"which": each.unit_id, **(each.before or {})} for each in old]
        await connection.execute(update(Department).where(one), rows)
        back = [_turned(each) for each in old]
        await note_units(work, act, target.organization_id, back)
    tell(work, act, target.organization_id, record.units)
    # From the deepest up: a unit goes before the one in which it lies.
    new = sorted(
        (each for each in record.units if each.before is None), key=lambda each: -each.path.count(" ")
    )
    closed = [each for each in new if not await _goes(work, each.unit_id)]
    if closed:
        ids = [each.unit_id for each in closed]
        closing = update(Department).where(among(Department.id, ids))
        await work.session.execute(closing.values(is_open=None, closed_at=work.now))
        await note_units(work, act, target.organization_id, closed, are_closed=True)


async def _goes(work: Work, unit_id: UUID) -> bool:
    leans = (select(each.department_id).where(each.department_id == unit_id).exists() for each in LEANING)
    if await work.session.scalar(select(or_(*leans))):
        return False
    try:
        async with work.session.begin_nested():
            await work.session.execute(
                delete(DepartmentChange).where(DepartmentChange.department_id == unit_id)
            )
            await work.session.execute(delete(Department).where(Department.id == unit_id))
    except IntegrityError:
        return False
    return True


def _has_moved(touched: TouchedUnit, tree: Tree) -> bool:
    unit = tree.by_path.get(touched.path)
    return unit is None or unit.unit_id != touched.unit_id or words_of(unit) != touched.after


def _turned(touched: TouchedUnit) -> TouchedUnit:
    return touched.model_copy(update={"before": touched.after, "after": touched.before})
