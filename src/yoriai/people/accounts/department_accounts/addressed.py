"""The units that somebody may write to as to a person: one rule for the list and for opening the talk (ORG-6, ORG-15)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, false, or_, select, true, tuple_
from sqlalchemy.orm import aliased

from yoriai.kit import paging
from yoriai.kit.days import day_in_japan
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.department_accounts.models import DepartmentAccount, DepartmentSpeaker
from yoriai.people.accounts.directory import MOST_QUERY, fits
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.accounts.reach import reachable_units
from yoriai.people.orgs.models import Department
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Addressed:
    """The account of a unit, as whoever may write to it finds it."""

    account_id: UUID
    name: str
    path: str
    """Of its unit in the tree."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of them by the place of their unit, and where the list goes on."""

    accounts: Sequence[Addressed]
    next: str | None


async def page(
    work: Work, actor: Actor, *, query: str = "", organization: UUID | None = None, cursor: str | None = None
) -> Page:
    """Those that the actor may write to; every word must fit. Two queries a page at most."""
    words = clean_line(query, field="q", most=MOST_QUERY, least=0).split(" ")
    found = (await _may_write_to(work, actor)).where(
        *[fits(word, Account.folded, Department.folded) for word in words if word]
    )
    if organization is not None:
        found = found.where(Department.organization_id == organization)
    if cursor is not None:
        path, after = paging.decode(cursor, str, UUID)
        found = found.where(tuple_(Department.path, Account.id) > tuple_(path, after))
    found = found.order_by(Department.path, Account.id).limit(PAGE + 1)
    rows = [Addressed(*row) for row in await work.session.execute(found)]
    if len(rows) <= PAGE:
        return Page(rows, next=None)
    last = rows[PAGE - 1]
    return Page(rows[:PAGE], next=paging.encode(last.path, last.account_id))


async def among_those(
    work: Work, actor: Actor, organization: UUID, account_ids: Collection[UUID]
) -> frozenset[UUID]:
    """Those of these accounts that are units' of this organization to which the actor may write; one query."""
    asked = (await _may_write_to(work, actor)).where(
        Department.organization_id == organization, among(Account.id, account_ids)
    )
    return frozenset(account_id for account_id, *_ in await work.session.execute(asked))


async def is_a_unit(work: Work, account_id: UUID) -> bool:
    """Whether this is the account of a unit at all, whoever asks."""
    one = select(DepartmentAccount.account_id).where(DepartmentAccount.account_id == account_id)
    return await work.session.scalar(one) is not None


async def may_write_to(work: Work, actor: Actor, account_id: UUID) -> bool:
    """The same rule asked of one."""
    asked = (await _may_write_to(work, actor)).where(Account.id == account_id)
    return (await work.session.execute(asked)).one_or_none() is not None


async def _may_write_to(work: Work, actor: Actor) -> Select[UUID, str, str]:
    """Accounts of units of the actor's own organizations for which somebody answers."""
    return (
        select(Account.id, Account.family, Department.path)
        .join(DepartmentAccount, DepartmentAccount.account_id == Account.id)
        .join(Department, Department.id == DepartmentAccount.department_id)
        .where(
            Account.tenant_id == actor.tenant_id,
            Account.kind == AccountKind.DEPARTMENT,
            Account.status == AccountStatus.ACTIVE,
            Department.is_open.is_(True),
            Department.organization_id.in_(actor.organization_ids),
            true() if actor.kind == AccountKind.MEMBER else false(),
            _somebody_answers(day_in_japan(work.now)),
            await reachable_units(work, actor),
        )
    )


def _somebody_answers(today: date) -> ColumnElement[bool]:
    person = aliased(Account)
    return (
        select(DepartmentSpeaker.id)
        .join(person, person.id == DepartmentSpeaker.person_id)
        .where(DepartmentSpeaker.account_id == Account.id, person.status == AccountStatus.ACTIVE)
        .where(or_(person.ends_on.is_(None), person.ends_on >= today))
        .correlate(Account)
        .exists()
    )
