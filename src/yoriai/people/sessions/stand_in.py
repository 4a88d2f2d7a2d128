"""Somebody as an actor without a session: for what is done while they are elsewhere, and for saying why they may not."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import and_, select

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.access.networks import Networks, networks_of
from yoriai.people.access.rights import Decided, capabilities_of, decided
from yoriai.people.accounts.managing.rights import said_of
from yoriai.people.accounts.models import Account, AccountGroup, Posting
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work

NO_SESSION: Final = UUID(int=0)


@dataclass(frozen=True, slots=True)
class StandIn:
    """What somebody may do now, on a side; whether they may sign in at all; and by whose word they have each right."""

    actor: Actor
    may_sign_in: bool
    rights: list[Decided]
    networks: Networks
    """From where their group may come."""


async def stand_in(work: Work, account_id: UUID, zone: str) -> StandIn | None:
    """The account as it is at this moment; None where there is none. One query."""
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
    said = said_of(tenant.policies, of_group, account.rights)
    actor = Actor(
        account_id=account.id,
        tenant_id=account.tenant_id,
        organization_ids=frozenset(hall for *_, hall in rows if hall),
        session_id=NO_SESSION,
        expires_at=work.now,
        zone=zone,
        address="",
        kind=account.kind,
        capabilities=capabilities_of(account.roles, said),
        switched_off=frozenset(tenant.switched_off),
    )
    is_there = may_sign_in(account.status, account.ends_on, day_in_japan(work.now))
    return StandIn(actor, is_there, decided(account.roles, said), networks_of(of_group))
