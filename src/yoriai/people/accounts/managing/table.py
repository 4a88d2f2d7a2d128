"""The people of a body as a table: filtered, in one of the two orders of an office, page after page."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, cast, func, literal, or_, select, tuple_

from yoriai.kit import paging
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.directory import MOST_QUERY, Order, fits, place_of, serving
from yoriai.people.accounts.managing.words import Words, words_of
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting
from yoriai.people.orgs.models import Department
from yoriai.people.orgs.order import below
from yoriai.platform.work.work import Work

PAGE: Final = 100


class State(StrEnum):
    """Which accounts are meant by a state; the removed ones are seen only when they are asked for."""

    THERE = "there"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which people are meant: the table's filter, and what a bulk change of all of them speaks of."""

    query: str = ""
    unit_id: UUID | None = None
    """In this unit or below it, with a main or a concurrent post."""
    organization_id: UUID | None = None
    employment_type: str | None = None
    state: State = State.THERE
    role: str | None = None
    group_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Row(Words):
    """One person of the table. No secret, nor anything one could be worked out from (N18)."""

    account_id: UUID
    status: str
    roles: Sequence[str]
    password: str
    """chosen by its holder, first (handed out and not yet used), or none."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, where the table goes on, and (on the first page) how many there are."""

    rows: Sequence[Row]
    total: int | None
    next: str | None


async def page(work: Work, actor: Actor, wanted: Filter, *, order: Order, cursor: str | None) -> Page:
    """One page: a query for its rows, and on the first page one for the count."""
    place = literal("") if order is Order.KANA else place_of(actor.tenant_id, _inside(actor, wanted))
    found = select(Account, place).where(*meant(actor, wanted))
    found = found.order_by(place, Account.kana_order, Account.id).limit(PAGE + 1)
    if cursor is not None:
        at, kana, account_id = paging.decode(cursor, str, str, UUID)
        found = found.where(
            tuple_(place, Account.kana_order, Account.id) > tuple_(at, kana.encode(), account_id)
        )
    rows = (await work.session.execute(found)).all()
    total = await count(work, actor, wanted) if cursor is None else None
    shown = [row_of(account) for account, _ in rows[:PAGE]]
    if len(rows) <= PAGE:
        return Page(shown, total, next=None)
    last, at = rows[PAGE - 1]
    return Page(shown, total, next=paging.encode(at, last.kana_order.decode(), last.id))


def row_of(account: Account) -> Row:
    """What of an account an administrator is shown."""
    handed = "first" if account.first_password_mac is not None else "none"
    return Row(
        **asdict(words_of(account)),
        account_id=account.id,
        status=account.status,
        roles=account.roles,
        password="chosen" if account.password_hash is not None else handed,
    )


async def count(work: Work, actor: Actor, wanted: Filter) -> int:
    """How many people are meant."""
    return await work.session.scalar(select(func.count(Account.id)).where(*meant(actor, wanted))) or 0


async def ids_of(work: Work, actor: Actor, wanted: Filter) -> list[UUID]:
    """All of them, in the order of their ids."""
    found = select(Account.id).where(*meant(actor, wanted)).order_by(Account.id)
    return list(await work.session.scalars(found))


def meant(actor: Actor, wanted: Filter) -> list[ColumnElement[bool]]:
    """What holds of an account that the filter means; always one of the actor's own body (A10)."""
    words = clean_line(wanted.query, field="q", most=MOST_QUERY, least=0).split(" ")
    held: list[ColumnElement[bool]] = [*_of(actor), _in_state(wanted.state)]
    held += [_fits(word) for word in words if word]
    inside = _inside(actor, wanted)
    if inside is not None:
        held.append(Account.id.in_(serving(inside)))
    if wanted.organization_id is not None:
        there = select(Posting.account_id).where(
            Posting.until.is_(None), Posting.organization_id == wanted.organization_id
        )
        held.append(Account.id.in_(there))
    if wanted.role is not None:
        # Roles are words in a list; each stands in quotes there on either database.
        held.append(cast(Account.roles, String).contains(f'"{wanted.role}"', autoescape=True))
    for column, value in (
        (Account.employment_type, wanted.employment_type),
        (Account.group_id, wanted.group_id),
    ):
        if value is not None:
            held.append(column == value)
    return held


def _of(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    return Account.tenant_id == actor.tenant_id, Account.kind == AccountKind.MEMBER


def _in_state(state: State) -> ColumnElement[bool]:
    return Account.status != AccountStatus.REMOVED if state is State.THERE else Account.status == state


def _inside(actor: Actor, wanted: Filter) -> Select[UUID] | None:
    return None if wanted.unit_id is None else below(actor.tenant_id, wanted.unit_id)


def _fits(word: str) -> ColumnElement[bool]:
    """As in the directory, with the unit of any post that somebody holds."""
    unit = (
        select(Posting.account_id)
        .join(Department, Department.id == Posting.department_id)
        .where(Posting.until.is_(None), fits(word, Department.folded))
    )
    return or_(fits(word, Account.folded, Account.profile_folded), Account.id.in_(unit))
