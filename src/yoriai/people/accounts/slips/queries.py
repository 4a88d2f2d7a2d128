"""Who has a slip out, until when, and who has never signed in: read for the list, which holds no secret."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select, tuple_

from yoriai.kit import paging
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.leaders.scope import above, within
from yoriai.people.accounts.models import Account, AccountKind, Posting
from yoriai.people.accounts.names import needles
from yoriai.people.accounts.slips.chosen import can_sign_in
from yoriai.people.accounts.slips.policy import may_issue
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work

PAGE = 50
MOST_QUERY = 50  # characters


class Stage(StrEnum):
    """How far somebody is on the way to signing in."""

    NONE = "none"
    """Never signed in, and no slip that works is out."""
    OUT = "out"
    """Never signed in; a slip is out."""
    EXPIRED = "expired"
    """Never signed in; the slip has run out."""
    SIGNED_IN = "signed_in"
    """Has a password of their own."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One row of the list."""

    account_id: UUID
    login_id: str
    name: str
    kana: str
    department: str
    stage: Stage
    until: datetime | None
    may_issue: bool


class _Found(NamedTuple):
    """A row as the query gives it."""

    account_id: UUID
    login_id: str
    family: str
    given: str
    kana: str
    department: str
    stage: str
    until: datetime | None
    roles: list[str]
    kana_order: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, where the list goes on, and how many of each kind there are."""

    people: Sequence[Waiting]
    next: str | None
    counts: Mapping[Stage, int]


async def page(work: Work, actor: Actor, *, query: str, stage: Stage | None, cursor: str | None) -> Page:
    """The people of the actor's body who can sign in, by kana; of an ITリーダー those of the unit. Two queries a page, and
    one more of whom an ITリーダー leaves alone."""
    words = clean_line(query, field="q", most=MOST_QUERY, least=0).split(" ")
    at = _stage(work.now)
    found = (
        select(
            Account.id,
            Account.login_id,
            Account.family,
            Account.given,
            Account.kana,
            func.coalesce(Department.path, ""),
            at,
            Account.first_password_expires_at,
            Account.roles,
            Account.kana_order,
        )
        .outerjoin(Posting, and_(Posting.account_id == Account.id, Posting.main.is_(True)))
        .outerjoin(Department, Department.id == Posting.department_id)
        .where(*_here(work, actor), *[_fits(word) for word in words if word])
        .order_by(Account.kana_order, Account.id)
        .limit(PAGE + 1)
    )
    if stage is not None:
        found = found.where(at == stage.value)
    if cursor is not None:
        order, account_id = paging.decode(cursor, str, UUID)
        found = found.where(tuple_(Account.kana_order, Account.id) > tuple_(order.encode(), account_id))
    rows = [_Found(*row) for row in await work.session.execute(found)]
    left_alone = await above(work, actor, [row.account_id for row in rows[:PAGE]])
    people = [_row(actor, row, left_alone) for row in rows[:PAGE]]
    if len(rows) <= PAGE:
        return Page(people, None, await counts(work, actor))
    last = rows[PAGE - 1]
    more = paging.encode(last.kana_order.decode(), last.account_id)
    return Page(people, more, await counts(work, actor))


async def counts(work: Work, actor: Actor) -> dict[Stage, int]:
    """How many people of the body are where on the way."""
    at = _stage(work.now)
    rows = await work.session.execute(
        select(at, func.count()).select_from(Account).where(*_here(work, actor)).group_by(at)
    )
    return dict.fromkeys(Stage, 0) | {Stage(name): many for name, many in rows}


def _here(work: Work, actor: Actor) -> Sequence[ColumnElement[bool]]:
    of_body = Account.tenant_id == actor.tenant_id, Account.kind == AccountKind.MEMBER
    return *of_body, *can_sign_in(work), *within(actor)


def _stage(now: datetime) -> ColumnElement[str]:
    return case(
        (Account.password_hash.is_not(None), Stage.SIGNED_IN.value),
        (Account.first_password_mac.is_(None), Stage.NONE.value),
        (Account.first_password_expires_at > now, Stage.OUT.value),
        else_=Stage.EXPIRED.value,
    )


def _fits(word: str) -> ColumnElement[bool]:
    columns = (Account.folded, Department.folded)
    return or_(
        false(), *(column.contains(form, autoescape=True) for column in columns for form in needles(word))
    )


def _row(actor: Actor, found: _Found, left_alone: Collection[UUID]) -> Waiting:
    is_waiting = found.stage in (Stage.OUT, Stage.EXPIRED)
    is_left_alone = found.account_id == actor.account_id or found.account_id in left_alone
    return Waiting(
        account_id=found.account_id,
        login_id=found.login_id,
        name=f"{found.family} {found.given}".strip(),
        kana=found.kana,
        department=found.department,
        stage=Stage(found.stage),
        until=found.until if is_waiting else None,
        may_issue=may_issue(actor, found.roles) and not is_left_alone,
    )
