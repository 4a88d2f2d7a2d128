"""Who is the ITリーダー of what: for administrators, for the rights of one person, and for whoever looks for theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit import paging
from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.leaders.scope import at_work, led_by
from yoriai.people.accounts.listing import listed
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work

PAGE: Final = 100
MOST_NEAR: Final = 5
"""ITリーダー who are named to somebody who looks for one."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody in that role, and whether it is worth anything now."""

    leader_id: UUID
    account_id: UUID
    unit_id: UUID
    path: str
    since: datetime
    is_at_work: bool
    """False once they serve elsewhere, are stopped, or the unit is closed: then they help nobody."""


@dataclass(frozen=True, slots=True)
class Near:
    """The ITリーダー of one's own unit, or of one above it."""

    account_id: UUID
    unit: str
    extension: str


async def page(work: Work, actor: Actor, cursor: str | None) -> tuple[Sequence[Leader], str | None]:
    """All of the actor's body, the newest first, and where the list goes on; one query."""
    of_body = UnitRole.account_id.in_(select(Account.id).where(Account.tenant_id == actor.tenant_id))
    led = led_by(of_body)
    works = UnitRole.id.in_(
        select(led.c.role_id)
        .where(led.c.role_id.in_(at_work(led)))
        .join(Account, Account.id == led.c.account_id)
        .where(*listed(actor, day_in_japan(work.now)))
    )
    found = (
        select(
            UnitRole.id,
            UnitRole.account_id,
            UnitRole.department_id,
            Department.path,
            UnitRole.since,
            works,
        )
        .join(Department, Department.id == UnitRole.department_id)
        .where(UnitRole.role == Role.IT_LEADER, of_body)
        .order_by(UnitRole.id.desc())
        .limit(PAGE + 1)
    )
    if cursor is not None:
        (before,) = paging.decode(cursor, UUID)
        found = found.where(UnitRole.id < before)
    rows = [Leader(*row) for row in await work.session.execute(found)]
    more = paging.encode(rows[PAGE - 1].leader_id) if len(rows) > PAGE else None
    return rows[:PAGE], more


async def led_units(work: Work, account_id: UUID) -> Sequence[str]:
    """The paths of the units whose ITリーダー somebody is, as far as it is worth anything now."""
    led = led_by(UnitRole.account_id == account_id)
    paths = (
        select(Department.path)
        .join(UnitRole, UnitRole.department_id == Department.id)
        .where(UnitRole.id.in_(at_work(led)))
        .order_by(Department.display_order, Department.path)
    )
    return (await work.session.scalars(paths)).all()


async def near(work: Work, actor: Actor) -> Sequence[Near]:
    """Whom the actor may ask in the unit of their main post: those of the unit itself before those of one above."""
    up = (
        select(Department.id, Department.parent_id)
        .join(Posting, Posting.department_id == Department.id)
        .where(Posting.account_id == actor.account_id, Posting.main.is_(True))
        .cte("up", recursive=True)
    )
    up = up.union_all(select(Department.id, Department.parent_id).join(up, Department.id == up.c.parent_id))
    led = led_by(UnitRole.department_id.in_(select(up.c.id)), UnitRole.account_id != actor.account_id)
    found = (
        select(Account.id, Department.path, Account.extension)
        .join(UnitRole, UnitRole.account_id == Account.id)
        .join(Department, Department.id == UnitRole.department_id)
        .where(UnitRole.id.in_(at_work(led)), *listed(actor, day_in_japan(work.now)))
        # Of two units on the way up the longer path is the nearer one.
        .order_by(Department.path.desc(), Account.kana_order, Account.id)
        .limit(MOST_NEAR)
    )
    return [Near(*row) for row in await work.session.execute(found)]
