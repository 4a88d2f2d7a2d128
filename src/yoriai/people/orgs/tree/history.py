"""What was done to units, by whom and when; and whether a form that somebody opened is still about what is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import insert, select

from yoriai.kit import paging
from yoriai.kit.errors import Refused
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.orgs.models import Department, DepartmentChange
from yoriai.platform.work.work import Work

PAGE = 50


class UnitChange(StrEnum):
    """What was done to a unit."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    CLOSED = "closed"
    REOPENED = "reopened"


class ChangedMeanwhile(Refused):
    """Somebody has changed the unit since the form was opened; `fields` are what differs now."""

    code = "orgs.changed_meanwhile"


@dataclass(frozen=True, slots=True)
class Done:
    """One act: the fields that differ, before and after."""

    kind: UnitChange
    before: Mapping[str, object]
    after: Mapping[str, object]
    by: UUID | None
    request_key: SendKey | None = None


async def note(work: Work, unit: Department, done: Done) -> UUID:
    """Write down one act; its id is what a form remembers."""
    change_id = uuid7(work.now)
    row = {
        "id": change_id,
        "organization_id": unit.organization_id,
        "department_id": unit.id,
        "at": work.now,
        "by": done.by,
        "kind": done.kind,
        "before": dict(done.before),
        "after": dict(done.after),
        "import_id": None,
        "request_key": done.request_key,
    }
    await work.session.flush()  # the unit itself may be new
    await work.session.execute(insert(DepartmentChange).values(row))
    return change_id


async def unless_changed(work: Work, unit_id: UUID, last: UUID | None) -> None:
    """Go on only if nothing was done to the unit after the change that the form knows as the last one."""
    changes = select(DepartmentChange.id, DepartmentChange.after).where(
        DepartmentChange.department_id == unit_id
    )
    if last is not None:
        changes = changes.where(DepartmentChange.id > last)
    later = (await work.session.execute(changes)).all()
    if later:
        fields = sorted({field for _, after in later for field in after})
        raise ChangedMeanwhile(fields=fields)


async def done_before(work: Work, by: UUID, key: SendKey) -> UUID | None:
    """The unit that this very act has made already (BASE-4)."""
    return await work.session.scalar(
        select(DepartmentChange.department_id).where(
            DepartmentChange.by == by, DepartmentChange.request_key == key
        )
    )


async def page(
    work: Work, unit_id: UUID, cursor: str | None
) -> tuple[Sequence[DepartmentChange], str | None]:
    """What was done to a unit, the newest first."""
    changes = select(DepartmentChange).where(DepartmentChange.department_id == unit_id)
    if cursor is not None:
        (before,) = paging.decode(cursor, UUID)
        changes = changes.where(DepartmentChange.id < before)
    found = (await work.session.scalars(changes.order_by(DepartmentChange.id.desc()).limit(PAGE + 1))).all()
    return found[:PAGE], paging.encode(found[PAGE - 1].id) if len(found) > PAGE else None
