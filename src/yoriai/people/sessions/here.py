"""What a browser must know of the person it is signed in for, before it draws their first screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountGroup, AccountKind, AccountStatus, Posting
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.orgs.models import Organization, Tenant
from yoriai.people.sessions.authenticate import MOST_TOKEN, hash_of
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.policy import ends_at
from yoriai.people.sessions.rules import rules_of
from yoriai.people.sessions.second_factor.models import SecondFactor
from yoriai.people.sessions.second_factor.state import Holder
from yoriai.platform.work.work import Work

A_DAY = timedelta(days=1)
WARNED = timedelta(days=60)
"""So long before a second factor is asked of them somebody is told."""


@dataclass(frozen=True, slots=True)
class OrganizationHere:
    """An organization to which the person belongs."""

    organization_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Here:
    """Whether they have had their first day, when their screen locks, and whether their password is getting old."""

    welcomed: bool
    lock_minutes: int
    password_days_left: int | None
    """Days until a new password is asked for, from the day on which the person is warned."""
    owes_promise: bool
    """A guest who has not accepted the text about secrecy: nothing else is opened before that."""
    second_factor_from: date | None
    """The day from which they cannot sign in without a second factor, while they have none and it is near."""
    organizations: Sequence[OrganizationHere]
    """The person's own organizations, the main one first (AUTH-1)."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """Why a guest who was signed in here is let in no longer: said to whoever holds their cookie, and to nobody else."""

    tenant_name: str
    contact: str
    is_over: bool
    """Their time has ended; else their account rests, until somebody answers for them again."""


@dataclass(frozen=True, slots=True)
class BarredHere:
    """Whoever is signed in here stands in a network from which their group may not come (ZONE-8): said to whoever holds
    their cookie, and to nobody else."""

    address: str
    contact: str


async def barred(work: Work, actor: Actor) -> BarredHere:
    """Where they are, and whom to ask."""
    contact = await work.session.scalar(select(Tenant.contact).where(Tenant.id == actor.tenant_id))
    return BarredHere(actor.address, contact or "")


async def farewell(work: Work, token: str | None) -> Farewell | None:
    """Of the guest to whom this token once belonged; None of everybody else."""
    if not token or len(token) > MOST_TOKEN:
        return None
    found = await work.session.execute(
        select(Tenant.name, Tenant.contact, Account.status, Account.ends_on)
        .join(Account, Account.tenant_id == Tenant.id)
        .join(Session, Session.account_id == Account.id)
        .where(Session.token_hash == hash_of(token), Account.kind == AccountKind.GUEST)
    )
    row = found.one_or_none()
    if row is None or may_sign_in(row.status, row.ends_on, day_in_japan(work.now)):
        return None
    return Farewell(row.name, row.contact, is_over=row.status != AccountStatus.SUSPENDED)


async def here(work: Work, account_id: UUID) -> Here:
    """Of somebody whose session this is, two questions."""
    row = await work.session.execute(
        select(
            Account.welcomed_at,
            Account.password_changed_at,
            Account.kind,
            Account.roles,
            SecondFactor.set_up_at,
            Tenant.policies,
            AccountGroup.policies,
        )
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .outerjoin(SecondFactor, SecondFactor.account_id == Account.id)
        .where(Account.id == account_id)
    )
    welcomed_at, changed_at, kind, roles, set_up_at, *policies = row.one()
    rules = rules_of(*policies)
    over = ends_at(changed_at, rules.password.expires_days)
    left = None if over is None else max(0, (over - work.now) // A_DAY)
    return Here(
        welcomed=welcomed_at is not None,
        lock_minutes=rules.lock_minutes,
        password_days_left=left if left is not None and left <= rules.password.warn_days else None,
        owes_promise=kind == AccountKind.GUEST and not roles,
        second_factor_from=_second_factor_from(Holder(kind, tuple(roles), rules, set_up_at), work.now),
        organizations=await _organizations(work, account_id),
    )


def _second_factor_from(holder: Holder, now: datetime) -> date | None:
    starts_on, today = holder.rules.second.starts_on, day_in_japan(now)
    is_asked = holder.set_up_at is None and holder.required != "no"
    return starts_on if is_asked and starts_on and today < starts_on <= today + WARNED else None


async def _organizations(work: Work, account_id: UUID) -> Sequence[OrganizationHere]:
    mine = (
        select(Organization.id, Organization.name, Posting.main)
        .join(Posting, Posting.organization_id == Organization.id)
        .where(Posting.account_id == account_id, Posting.until.is_(None))
        .order_by(Posting.main.is_(None), Organization.display_order, Organization.id)
    )
    found = {organization_id: name for organization_id, name, _ in await work.session.execute(mine)}
    return [OrganizationHere(organization_id, name) for organization_id, name in found.items()]
