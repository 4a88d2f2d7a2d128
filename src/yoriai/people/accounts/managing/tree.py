"""The tree of units as those who arrange it see it: open and closed ones, with who serves in each and below."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import aliased

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountStatus, Posting
from yoriai.people.orgs.models import Department, DepartmentChange
from yoriai.people.orgs.tree import find
from yoriai.people.orgs.tree.order import Node, in_order
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class ArrangedUnit:
    """A unit with all its words, and how many serve in it: mainly, besides, and with everybody below."""

    unit_id: UUID
    parent_id: UUID | None
    kind: str
    name: str
    short_name: str
    path: str
    code: str | None
    place: str
    floor: str
    extension: str
    opened_at: datetime
    closed_at: datetime | None
    successor: str | None
    last_change: UUID | None
    """The newest line of its history: what a form that changes it has to name."""
    main: int
    concurrent: int
    everybody: int


Counted = tuple[UUID | None, UUID, bool | None]


async def tree(work: Work, actor: Actor, organization_id: UUID) -> Sequence[ArrangedUnit]:
    """The whole tree of an organization in 建制順, in a fixed number of queries however large it is."""
    await find.organization(work, actor, organization_id)
    successor = aliased(Department)
    newest = (
        select(DepartmentChange.id)
        .where(DepartmentChange.department_id == Department.id)
        .order_by(DepartmentChange.id.desc())
        .limit(1)
        .correlate(Department)
        .scalar_subquery()
    )
    found = await work.session.execute(
        select(Department, successor.path, newest)
        .outerjoin(successor, successor.id == Department.successor_id)
        .where(Department.organization_id == organization_id)
    )
    units = {unit.id: (unit, path, last) for unit, path, last in found}
    seats = await work.session.execute(
        select(Posting.department_id, Posting.account_id, Posting.main)
        .join(Account, Account.id == Posting.account_id)
        .where(Posting.organization_id == organization_id, Posting.until.is_(None))
        .where(Account.status != AccountStatus.REMOVED)
    )
    counts = _Counts({unit.id: unit.parent_id for unit, *_ in units.values()}, seats.all())
    order = in_order(
        Node(unit.id, unit.parent_id, unit.display_order, unit.path) for unit, *_ in units.values()
    )
    return [_arranged(*units[unit_id], counts) for unit_id in order]


class _Counts:
    def __init__(self, parents: dict[UUID, UUID | None], seats: Sequence[Row[*Counted]]) -> None:
        self.main: dict[UUID, int] = defaultdict(int)
        self.concurrent: dict[UUID, int] = defaultdict(int)
        self.everybody: dict[UUID, set[UUID]] = defaultdict(set)
        for unit_id, account_id, main in seats:
            if unit_id is None:
                continue
            (self.main if main else self.concurrent)[unit_id] += 1
            above: UUID | None = unit_id
            while above is not None:
                self.everybody[above].add(account_id)
                above = parents.get(above)


def _arranged(unit: Department, successor: str | None, last: UUID | None, counts: _Counts) -> ArrangedUnit:
    return ArrangedUnit(
        unit_id=unit.id,
        parent_id=unit.parent_id,
        kind=unit.kind,
        name=unit.name,
        short_name=unit.short_name,
        path=unit.path,
        code=unit.code,
        place=unit.place,
        floor=unit.floor,
        extension=unit.extension,
        opened_at=unit.opened_at,
        closed_at=unit.closed_at,
        successor=successor,
        last_change=last,
        main=counts.main[unit.id],
        concurrent=counts.concurrent[unit.id],
        everybody=len(counts.everybody[unit.id]),
    )
