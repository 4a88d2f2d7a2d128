"""The organizations of a body with how many people serve in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import distinct, func, select

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting
from yoriai.people.orgs.tree import organizations
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class Hall:
    """One organization."""

    organization_id: UUID
    name: str
    count: int


async def halls(work: Work, actor: Actor) -> Sequence[Hall]:
    """All of them in their order; two queries."""
    there = await organizations.all_of(work, actor.tenant_id)
    counts = await work.session.execute(
        select(Posting.organization_id, func.count(distinct(Posting.account_id)))
        .join(Account, Account.id == Posting.account_id)
        .where(Account.tenant_id == actor.tenant_id, Account.status != AccountStatus.REMOVED)
        .where(Account.kind == AccountKind.MEMBER, Posting.until.is_(None))
        .group_by(Posting.organization_id)
    )
    people = dict(counts.all())
    return [Hall(each.id, each.name, people.get(each.id, 0)) for each in there]
