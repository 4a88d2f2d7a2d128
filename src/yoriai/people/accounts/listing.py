"""Who stands in the directory: one rule for the list and for the door of each person in it (ORG-15, BASE-3)."""

from datetime import date

from sqlalchemy import ColumnElement, or_

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus


def listed(actor: Actor, today: date) -> tuple[ColumnElement[bool], ...]:
    """What must hold of an account so that this actor finds it: a colleague of their own body who is there today."""
    return (
        Account.tenant_id == actor.tenant_id,
        Account.kind == AccountKind.MEMBER,
        Account.status == AccountStatus.ACTIVE,
        or_(Account.ends_on.is_(None), Account.ends_on >= today),
    )
