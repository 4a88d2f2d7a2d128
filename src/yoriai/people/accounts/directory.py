"""The directory: the people of one's own body, in 五十音順, found by kanji, kana, number, extension or department."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, tuple_

from yoriai.kit import paging
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, cards
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.accounts.names import needles
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work

PAGE = 50
MOST_QUERY = 50  # characters


@dataclass(frozen=True, slots=True)
class Page:
    """Some people, and where the list goes on."""

    people: Sequence[Person]
    next: str | None


async def page(work: Work, actor: Actor, *, query: str, cursor: str | None) -> Page:
    """People of the actor's own body who can be written to; every word of the query must fit. One query a page."""
    words = clean_line(query, field="q", most=MOST_QUERY, least=0).split(" ")
    found = (
        cards()
        .add_columns(Account.kana_order)
        .where(Account.tenant_id == actor.tenant_id)
        .where(Account.kind == AccountKind.MEMBER, Account.status == AccountStatus.ACTIVE)
        .where(*[_fits(word) for word in words if word])
        .order_by(Account.kana_order, Account.id)
        .limit(PAGE + 1)
    )
    if cursor is not None:
        order, account_id = paging.decode(cursor, str, UUID)
        found = found.where(tuple_(Account.kana_order, Account.id) > tuple_(order.encode(), account_id))
    rows = [(Person(*card), order) for *card, order in await work.session.execute(found)]
    people = [person for person, _ in rows[:PAGE]]
    if len(rows) <= PAGE:
        return Page(people, next=None)
    last, order = rows[PAGE - 1]
    return Page(people, next=paging.encode(order.decode(), last.account_id))


def _fits(word: str) -> ColumnElement[bool]:
    """A word fits a person whose name, reading, number or extension it is part of, or whose department's name."""
    columns = (Account.folded, Department.folded)
    return or_(
        false(), *(column.contains(form, autoescape=True) for column in columns for form in needles(word))
    )
