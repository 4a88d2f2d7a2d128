"""Making somebody the ITリーダー of a unit, and no longer. Only administrators do, and never of themselves (N19)."""

from uuid import UUID

from sqlalchemy import delete, select

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.facts import Acted, Deed, RightsChanged
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.managing import find
from yoriai.people.accounts.managing.appoint import OwnRole
from yoriai.people.accounts.models import Account, AccountStatus, ChangeKind, Posting
from yoriai.people.accounts.served import NoSeat
from yoriai.people.accounts.service import AccountGone
from yoriai.people.accounts.taking_back import take_back
from yoriai.people.orgs.models import Department
from yoriai.people.orgs.order import below
from yoriai.people.orgs.settings import held_tenant
from yoriai.people.orgs.tree import find as units
from yoriai.platform.work.work import Work


class ServesElsewhere(Refused):
    """Whoever helps in a unit serves in it: from elsewhere they would never be asked."""

    code = "leaders.serves_elsewhere"


async def appoint(work: Work, actor: Actor, account_id: UUID, unit_id: UUID) -> UUID:
    """Let somebody be the ITリーダー of a unit in which they serve; the id of that role. Once more changes nothing."""
    await held_tenant(work, actor.tenant_id)
    unit = await units.held_open(work, actor, unit_id)
    account = await find.held(work, actor, account_id)
    _check_standing(actor, account)
    if not await _serves_in(work, actor, account_id, unit_id):
        raise ServesElsewhere
    is_one = Role.IT_LEADER in account.roles
    there = await _there(work, account_id, unit_id)
    if there is not None and is_one:
        return there
    if there is None:
        there = uuid7(work.now)
        work.session.add(
            UnitRole(
                id=there, account_id=account_id, department_id=unit_id, role=Role.IT_LEADER, by=actor.account_id,
                since=work.now,
            )
        )  # fmt: skip
    if not is_one:
        account.roles = [*account.roles, Role.IT_LEADER.value]
    take_back(account)
    line = Noted(account_id, ChangeKind.ROLES, {}, {"it_leader": unit.path})
    await _tell(work, actor, line, "leader_named", unit_id=unit_id)
    return there


async def dismiss(work: Work, actor: Actor, role_id: UUID) -> None:
    """Let somebody be it no longer. Open sockets of theirs knock again at once (N40)."""
    await held_tenant(work, actor.tenant_id)
    found = await work.session.execute(
        select(UnitRole.account_id, Department.id, Department.path)
        .join(Department, Department.id == UnitRole.department_id)
        .join(Account, Account.id == UnitRole.account_id)
        .where(UnitRole.id == role_id, Account.tenant_id == actor.tenant_id)
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound
    account_id, unit_id, path = row
    account = await find.held(work, actor, account_id)
    await work.session.execute(delete(UnitRole).where(UnitRole.id == role_id))
    others = select(UnitRole.id).where(UnitRole.account_id == account_id, UnitRole.role == Role.IT_LEADER)
    if await work.session.scalar(others.limit(1)) is None:
        account.roles = [each for each in account.roles if each != Role.IT_LEADER]
    line = Noted(account_id, ChangeKind.ROLES, {"it_leader": path}, {})
    await _tell(work, actor, line, "leader_dismissed", unit_id=unit_id)


def _check_standing(actor: Actor, account: Account) -> None:
    if account.id == actor.account_id:
        raise OwnRole
    if account.status == AccountStatus.REMOVED:
        raise AccountGone
    if Role.SERVED in account.roles:
        raise NoSeat(names=f"{account.family} {account.given}".rstrip(), count=1)


async def _there(work: Work, account_id: UUID, unit_id: UUID) -> UUID | None:
    return await work.session.scalar(
        select(UnitRole.id).where(
            UnitRole.account_id == account_id,
            UnitRole.department_id == unit_id,
            UnitRole.role == Role.IT_LEADER,
        )
    )


async def _serves_in(work: Work, actor: Actor, account_id: UUID, unit_id: UUID) -> bool:
    posts = select(Posting.id).where(
        Posting.account_id == account_id,
        Posting.until.is_(None),
        Posting.department_id.in_(below(actor.tenant_id, unit_id)),
    )
    return await work.session.scalar(posts.limit(1)) is not None


async def _tell(work: Work, actor: Actor, line: Noted, act: Deed, *, unit_id: UUID) -> None:
    await work.session.flush()
    await note(work, Act(actor.tenant_id, actor.account_id), line)
    work.state(RightsChanged(account_id=line.account_id), by=actor.account_id)
    fact = Acted(account_id=actor.account_id, act=act, person_id=line.account_id, department_id=unit_id)
    work.state(fact, by=actor.account_id)
