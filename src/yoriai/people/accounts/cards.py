"""Person cards: the few words by which people are shown wherever a name stands."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.access.actor import is_of_staff
from yoriai.people.accounts import namesakes
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department, Tenant
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Row, Rows, as_id, statement


@dataclass(frozen=True, slots=True)
class Person:
    """What anybody who may see a person at all is shown of them. It holds no address, number or state,
    but the end of a number where two could not be told apart without it."""

    account_id: UUID
    family: str
    given: str
    kana: str
    department: str
    """Where they mainly serve; of a guest the firm or association."""
    department_path: str
    job_title: str
    tenant_name: str
    kind: str
    tail: str
    """The end of the employee number, where a namesake has the same unit and title; else nothing (ORG-19). To people of
    other bodies nothing either: they are shown the body and the unit, and nobody's number."""


CardRow = tuple[UUID, str, str, str, str, str, str, str, str, str]


def cards() -> Select[*CardRow]:
    """The columns of `Person`, in its order, with the department of each one's main posting; add the condition."""
    return (
        select(
            Account.id,
            Account.family,
            Account.given,
            Account.kana,
            func.coalesce(Department.name, Account.firm),
            func.coalesce(Department.path, Account.firm),
            Account.job_title,
            Tenant.name,
            Account.kind,
            namesakes.tail(),
        )
        .select_from(Account)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(Posting, and_(Posting.account_id == Account.id, Posting.main.is_(True)))
        .outerjoin(Department, Department.id == Posting.department_id)
    )


AT_ONCE = statement(
    "SELECT a.tenant_id, a.id, a.family, a.given, a.kana, coalesce(d.name, a.firm), coalesce(d.path, a.firm), a.job_title, t.name, a.kind,"  # noqa: S608 words of our own
    f" {namesakes.AT_ONCE}"
    " FROM {asked} JOIN accounts a ON a.id = asked.id JOIN tenants t ON t.id = a.tenant_id"
    " LEFT JOIN postings p ON p.account_id = a.id AND p.main"
    " LEFT JOIN departments d ON d.id = p.department_id",
    asked={"id": "uuid"},
)
"""The same on plain rows, of people by their ids."""


def seen_by(klass: str, person: Person, tenant_id: UUID) -> Person:
    """A person of this body as readers of this redaction class are shown them. Guests and people of other bodies learn
    nothing of anybody's number (A12, A11)."""
    return person if is_of_staff(klass, tenant_id) or not person.tail else replace(person, tail="")


def people_at_once(rows: Rows, ids: Collection[UUID], klass: str) -> dict[UUID, Person]:
    """As `people_of`, on plain rows."""
    people = [_seen(klass, row) for row in rows.all(AT_ONCE, asked=[(each,) for each in ids])]
    return {person.account_id: person for person in people}


@lru_cache(
    maxsize=8_192
)  # the same people have written most of what is read, and a card is made of its row alone
def _seen(klass: str, row: Row) -> Person:
    tenant_id, account_id, *words = row
    return seen_by(klass, Person(as_id(account_id), *map(str, words)), as_id(tenant_id))


async def people_of(session: AsyncSession, ids: Collection[UUID], klass: str) -> dict[UUID, Person]:
    """The cards of all these people for readers of this class, in one query. Whoever does not exist is missing."""
    if not ids:
        return {}
    return await plainly(session, lambda rows: people_at_once(rows, set(ids), klass))
