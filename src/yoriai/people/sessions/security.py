"""What one should know about one's own logins, and whoever watches over them about everybody's (AUTH-6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountGroup
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.models import Session, SignInFailure
from yoriai.people.sessions.policy import ends_at
from yoriai.people.sessions.rules import SignInRules, rules_of
from yoriai.people.sessions.second_factor.state import State, state_of
from yoriai.people.sessions.service import MOST, has_run_out
from yoriai.people.zones.profile import Profile
from yoriai.platform.work.work import Work

LOOKS_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Access:
    """Where an account was used last."""

    at: datetime
    address: str
    zone: str


@dataclass(frozen=True, slots=True)
class FailedTries:
    """Wrong passwords of the last 30 days."""

    count: int
    last: Access | None


@dataclass(frozen=True, slots=True)
class Security:
    """The security view of one account."""

    sessions: Sequence[Session]
    last_access: Access | None
    has_password: bool
    password_changed_at: datetime | None
    password_ends_at: datetime | None
    failed: FailedTries
    second: State
    rules: SignInRules


async def view(work: Work, actor: Actor, account_id: UUID, model: Profile) -> Security:
    """The view of somebody of the actor's own body; another body's account is answered as if there were none."""
    row = await work.session.execute(
        select(
            Account.password_hash.is_not(None),
            Account.password_changed_at,
            Tenant.policies,
            AccountGroup.policies,
        )
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .where(Account.id == account_id, Account.tenant_id == actor.tenant_id)
    )
    found = row.first()
    if found is None:
        raise NotFound
    has_password, changed_at, *policies = found
    rules = rules_of(*policies)
    return Security(
        sessions=await open_sessions(work, account_id),
        last_access=await _last_access(work, account_id),
        has_password=has_password,
        password_changed_at=changed_at,
        password_ends_at=ends_at(changed_at, rules.password.expires_days),
        failed=await _failed(work, account_id),
        second=await state_of(work, account_id, actor.redaction_class, model),
        rules=rules,
    )


async def open_sessions(work: Work, account_id: UUID) -> Sequence[Session]:
    """The sessions of an account that still count, the last used first; never more than MOST."""
    mine = (
        select(Session)
        .join(Account, Account.id == Session.account_id)
        .where(Session.account_id == account_id, Session.ended_at.is_(None), ~has_run_out(work.now))
        .order_by(Session.last_used_at.desc(), Session.id.desc())
        .limit(MOST)
    )
    return (await work.session.scalars(mine)).all()


async def _last_access(work: Work, account_id: UUID) -> Access | None:
    last = (
        select(Session.last_used_at, Session.address, Session.zone)
        .where(Session.account_id == account_id)
        .order_by(Session.last_used_at.desc(), Session.id.desc())
        .limit(1)
    )
    row = (await work.session.execute(last)).first()
    return Access(*row) if row else None


async def _failed(work: Work, account_id: UUID) -> FailedTries:
    since: date = day_in_japan(work.now - LOOKS_BACK)
    mine = (SignInFailure.account_id == account_id, SignInFailure.day >= since)
    count = await work.session.scalar(select(func.sum(SignInFailure.count)).where(*mine)) or 0
    last = (
        select(SignInFailure.last_at, SignInFailure.last_address, SignInFailure.last_zone)
        .where(*mine)
        .order_by(SignInFailure.day.desc())
        .limit(1)
    )
    row = (await work.session.execute(last)).first()
    return FailedTries(int(count), Access(*row) if row else None)
