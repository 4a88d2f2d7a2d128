"""Whom a request concerns: whoever asked, the ITリーダー of the unit, and the administrators. Each hears it at once."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import String, cast, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.people.access.capabilities import GRANTS
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.leaders.scope import at_work, led_by
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.accounts.requests.door import ANSWER
from yoriai.people.accounts.requests.facts import AccountRequestFact
from yoriai.people.accounts.requests.models import AccountRequest
from yoriai.people.orgs.models import Department
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

ANSWERING = tuple(role for role, may in GRANTS.items() if ANSWER in may)
MOST_TOLD = 50
"""Who else administers finds it in the list."""


async def leaders_of(work: Work, unit_ids: Collection[UUID]) -> Mapping[UUID, Sequence[UUID]]:
    """The ITリーダー of each of these units, or of one above it, who can help now; one query, none for none. Units
    without one are not in it."""
    if not unit_ids:
        return {}
    up = (
        select(Department.id.label("of"), Department.id, Department.parent_id)
        .where(among(Department.id, unit_ids))
        .cte("up", recursive=True)
    )
    up = up.union_all(
        select(up.c.of, Department.id, Department.parent_id).join(up, Department.id == up.c.parent_id)
    )
    led = led_by(UnitRole.department_id.in_(select(up.c.id)))
    found = await work.session.execute(
        select(up.c.of, UnitRole.account_id)
        .join(UnitRole, UnitRole.department_id == up.c.id)
        .join(Account, Account.id == UnitRole.account_id)
        .where(UnitRole.id.in_(at_work(led)), Account.status == AccountStatus.ACTIVE)
        .where(Account.ends_on.is_(None) | (Account.ends_on >= day_in_japan(work.now)))
        .distinct()
        .order_by(UnitRole.account_id)
    )
    leaders: dict[UUID, list[UUID]] = {}
    for unit_id, account_id in found:
        leaders.setdefault(unit_id, []).append(account_id)
    return leaders


async def administrators_of(work: Work, tenant_id: UUID) -> Sequence[UUID]:
    """Who may answer in this body."""
    staff = select(Account.id).where(
        Account.tenant_id == tenant_id,
        Account.status == AccountStatus.ACTIVE,
        or_(*(cast(Account.roles, String).contains(f'"{role}"', autoescape=True) for role in ANSWERING)),
    )
    return sorted(await work.session.scalars(staff.limit(MOST_TOLD)))


async def tell(work: Work, request: AccountRequest, kind: type[AccountRequestFact], *, by: UUID) -> None:
    """Tell each of them once."""
    unit_id = request.department_id
    leaders = (await leaders_of(work, [unit_id])).get(unit_id, ())
    administrators = await administrators_of(work, request.tenant_id)
    for who in sorted({request.asker_id, *leaders, *administrators}):
        fact = kind(
            account_id=who,
            asking_id=request.id,
            department_id=unit_id,
            person_id=request.account_id,
        )
        work.state(fact, by=by)
