"""Whoever wrote a message that is sent while they are elsewhere: what they may do, read at the moment of sending."""

from typing import Final
from uuid import UUID

from sqlalchemy import and_, select

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.access.rights import capabilities_of
from yoriai.people.accounts.managing.rights import said_of
from yoriai.people.accounts.models import Account, AccountGroup, Posting
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work

NO_SESSION: Final = UUID(int=0)


async def author_of(work: Work, account_id: UUID, zone: str) -> Actor | None:
    """The account as an actor without a session; None where it may not sign in, or may not speak."""
    found = await work.session.execute(
        select(Account, Tenant, AccountGroup.policies, Posting.organization_id)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .outerjoin(Posting, and_(Posting.account_id == Account.id, Posting.until.is_(None)))
        .where(Account.id == account_id)
    )
    rows = found.all()
    if not rows:
        return None
    account, tenant, of_group, _ = rows[0]
    actor = Actor(
        account_id=account.id,
        tenant_id=account.tenant_id,
        organization_ids=frozenset(hall for *_, hall in rows if hall),
        session_id=NO_SESSION,
        expires_at=work.now,
        zone=zone,
        address="",
        kind=account.kind,
        capabilities=capabilities_of(account.roles, said_of(tenant.policies, of_group, account.rights)),
        switched_off=frozenset(tenant.switched_off),
    )
    is_there = may_sign_in(account.status, account.ends_on, day_in_japan(work.now))
    return actor if is_there and actor.may("messages.post") else None
