"""Who stands in the directory: one rule for the list and for the door of each person in it (ORG-15, BASE-3)."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from yoriai.kit.errors import Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting


def listed(actor: Actor, today: date) -> tuple[ColumnElement[bool], ...]:
    """What must hold of an account so that this actor finds it: a colleague of their own body who is there today."""
    return (
        Account.tenant_id == actor.tenant_id,
        Account.kind == AccountKind.MEMBER,
        Account.status == AccountStatus.ACTIVE,
        or_(Account.ends_on.is_(None), Account.ends_on >= today),
    )


def in_organization(actor: Actor, organization_id: UUID) -> ColumnElement[bool]:
    """What must hold of an account so that it serves in this organization. One in which the actor does not serve
    themselves is answered for as one that is not there (ORG-7)."""
    if organization_id not in actor.organization_ids:
        raise Wrong(field="organization", reason="unknown")
    seat = aliased(Posting)  # lists join posts of their own
    serving = select(seat.account_id).where(seat.organization_id == organization_id, seat.until.is_(None))
    return Account.id.in_(serving)
