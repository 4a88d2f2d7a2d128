"""The directory: the people of one's own body, found by kanji, kana, romaji, number, extension or department."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, literal, not_, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, aliased

from yoriai.kit import paging
from yoriai.kit.days import day_in_japan
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, cards
from yoriai.people.accounts.listing import in_organization, listed
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.names import kana_order, sought
from yoriai.people.accounts.reach import in_circle
from yoriai.people.accounts.served import is_served
from yoriai.people.accounts.special_posts.limits import closed_to
from yoriai.people.orgs.models import Department
from yoriai.people.orgs.order import below, in_order, padded
from yoriai.platform.work.work import Work

PAGE = 50
MOST_QUERY = 50  # characters
COLUMNS = (Account.folded, Account.profile_folded, Department.folded)
"""Where a word may stand."""
LAST = (1 << 31) - 1
"""Where those stand for whom the roster gives no order: after the others of their unit, by kana."""


class Order(StrEnum):
    """The two orders of an office (ORG-16)."""

    KANA = "kana"
    """五十音順."""
    UNITS = "units"
    """建制順: unit after unit as they stand in the tree, inside a unit as the roster has it, else by kana."""


@dataclass(frozen=True, slots=True)
class Listed(Person):
    """Somebody in the directory, with what one needs to reach them."""

    extension: str
    is_closed: bool
    """They are in a special post, and the asker is not among those who write to them; said where people are chosen."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some people, and where the list goes on."""

    people: Sequence[Listed]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of the directory somebody wants to see."""

    query: str = ""
    order: Order = Order.KANA
    organization: UUID | None = None
    """Only those who serve in this one of the asker's own organizations."""
    unit: UUID | None = None
    """Only those who serve in this unit or below it, also by a concurrent post."""
    start: str = ""
    """A kana: the list by kana begins with it. あかさたな jump by this."""
    reachable: bool = False
    """Only those whom the asker's body lets them write to: for choosing people, not for finding them."""
    cursor: str | None = None


async def page(work: Work, actor: Actor, asked: Asked) -> Page:
    """People of the actor's own body; every word of the query must fit. One query a page, and for choosing those of
    the body's rule about whom one may write to."""
    words = clean_line(asked.query, field="q", most=MOST_QUERY, least=0).split(" ")
    inside = None if asked.unit is None else below(actor.tenant_id, asked.unit)
    place = literal("") if asked.order is Order.KANA else place_of(actor.tenant_id, inside)
    found = (
        cards()
        .add_columns(Account.extension, place, Account.kana_order)
        .where(*listed(actor, day_in_japan(work.now)), *[fits(word, *COLUMNS) for word in words if word])
        .order_by(place, Account.kana_order, Account.id)
        .limit(PAGE + 1)
    )
    closed = set[UUID]()
    if asked.reachable:
        found = found.where(await in_circle(work, actor), not_(is_served()))
        closed = await closed_to(work, actor)
    if asked.organization is not None:
        found = found.where(in_organization(actor, asked.organization))
    if inside is not None:
        found = found.where(Account.id.in_(serving(inside)))
    if asked.order is Order.KANA and asked.start:
        start = clean_line(asked.start, field="from", most=1)
        found = found.where(Account.kana_order >= kana_order(start).split(b" ")[0])
    if asked.cursor is not None:
        at, order, account_id = paging.decode(asked.cursor, str, str, UUID)
        found = found.where(
            tuple_(place, Account.kana_order, Account.id) > tuple_(at, order.encode(), account_id)
        )
    rows = [
        (Listed(*card, is_closed=card[0] in closed), at, order)
        for *card, at, order in await work.session.execute(found)
    ]
    people = [person for person, *_ in rows[:PAGE]]
    if len(rows) <= PAGE:
        return Page(people, next=None)
    last, at, order = rows[PAGE - 1]
    return Page(people, next=paging.encode(at, order.decode(), last.account_id))


def place_of(tenant_id: UUID, inside: Select[UUID] | None) -> ColumnElement[str]:
    """Where somebody stands before their kana counts: in their unit, or the one asked for, by the roster's order."""
    tree, seat = in_order(tenant_id), aliased(Posting)
    posts = and_(seat.account_id == Account.id, seat.until.is_(None))
    key = (
        select(func.min(tree.c.key))
        .select_from(seat)
        .join(tree, tree.c.id == seat.department_id)
        .where(posts)
    )
    key = key.where(seat.main.is_(True)) if inside is None else key.where(tree.c.id.in_(inside))
    unit = func.coalesce(key.correlate(Account).scalar_subquery(), "9999")
    # 0000 comes before the first unit below: who serves in a 部 itself stands before its 課.
    return unit + "0000" + padded(func.coalesce(Account.display_order, LAST), 10)


def serving(units: Select[UUID]) -> Select[UUID]:
    return select(Posting.account_id).where(Posting.until.is_(None), Posting.department_id.in_(units))


def fits(word: str, *columns: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """A word fits a person whose name, reading, number, extension or profile it is part of, or whose department."""
    return or_(
        false(), *(column.contains(form, autoescape=True) for column in columns for form in sought(word))
    )
