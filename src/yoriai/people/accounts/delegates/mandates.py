"""Whether somebody may act on behalf of another one, now. Asked anew at each act and never kept (D19).

Both must be staff of one body who may use Yoriai, and the last day must not have passed. It is not handed on: whoever
acts for a principal names nobody for them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import aliased

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Forbidden
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.platform.work.work import Work

PRINCIPAL, PERSON = aliased(Account), aliased(Account)
_IN_USE: Final = (AccountStatus.ACTIVE,)
_IN_USE_OR_STOPPED: Final = (AccountStatus.ACTIVE, AccountStatus.SUSPENDED)


class NotDelegate(Forbidden):
    """Nobody acts on behalf of another one who was not named. Said alike of people who are not there (A4)."""

    code = "delegates.not_delegate"


@dataclass(frozen=True, slots=True)
class Mandate:
    """That somebody acts for a principal."""

    delegate_id: UUID
    principal_id: UUID
    person_id: UUID
    until: date | None
    since: datetime
    sees_unread: bool
    """Whether the person is shown how much the principal has not read."""
    named_by_principal: bool
    """Else an administrator has named them."""
    is_suspended: bool
    """Whether the person may not use Yoriai for now, and so acts for nobody. Only the principal's own list has such."""


def holding(today: date) -> Select[UUID]:
    """The mandates that hold today, with `PRINCIPAL` and `PERSON`; add whose."""
    return _between(today, _IN_USE)


async def holds(work: Work, principal_id: UUID, person_id: UUID) -> bool:
    """Whether this person acts for this principal now; one query. It does not end before this work is through."""
    asked = holding(day_in_japan(work.now)).where(
        Delegate.principal_id == principal_id, Delegate.person_id == person_id
    )
    held = asked.with_for_update(of=Delegate, read=True, key_share=True)
    return await work.session.scalar(held) is not None


async def named_by(work: Work, principal_id: UUID) -> Sequence[Mandate]:
    """Whoever acts for this principal now."""
    return await _mandates(work, _IN_USE, Delegate.principal_id == principal_id)


async def kept_by(work: Work, principal_id: UUID) -> Sequence[Mandate]:
    """These, and whoever acts for this principal again as soon as they may use Yoriai again: whoever named them ends it."""
    return await _mandates(work, _IN_USE_OR_STOPPED, Delegate.principal_id == principal_id)


async def named(work: Work, actor: Actor) -> Sequence[Mandate]:
    """Those for whom the actor acts; for nearly everybody none."""
    return await _mandates(work, _IN_USE, Delegate.person_id == actor.account_id)


async def _mandates(
    work: Work, states: Collection[AccountStatus], whose: ColumnElement[bool]
) -> Sequence[Mandate]:
    columns = (
        Delegate.principal_id,
        Delegate.person_id,
        Delegate.until,
        Delegate.since,
        Delegate.sees_unread,
        Delegate.by,
        PERSON.status,
    )
    asked = _between(day_in_japan(work.now), states).add_columns(*columns)
    rows = await work.session.execute(asked.where(whose).order_by(Delegate.id))
    return [
        Mandate(
            delegate_id,
            principal_id,
            person_id,
            until,
            since,
            sees,
            by == principal_id,
            status == AccountStatus.SUSPENDED,
        )
        for delegate_id, principal_id, person_id, until, since, sees, by, status in rows
    ]


def _between(today: date, states: Collection[AccountStatus]) -> Select[UUID]:
    """The mandates of this day whose person is in one of these states."""
    return (
        select(Delegate.id)
        .join(PRINCIPAL, PRINCIPAL.id == Delegate.principal_id)
        .join(PERSON, PERSON.id == Delegate.person_id)
        .where(*_stands(today, states))
    )


def _stands(today: date, states: Collection[AccountStatus]) -> Sequence[ColumnElement[bool]]:
    return (
        PRINCIPAL.tenant_id == PERSON.tenant_id,
        or_(Delegate.until.is_(None), Delegate.until >= today),
        *(
            rule
            for who, allowed in ((PRINCIPAL, _IN_USE), (PERSON, states))
            for rule in (
                who.kind == AccountKind.MEMBER,
                who.status.in_(allowed),
                or_(who.ends_on.is_(None), who.ends_on >= today),
            )
        ),
    )
