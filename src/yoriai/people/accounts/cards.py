"""Person cards: the few words by which people are shown wherever a name stands."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Row, Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department, Tenant


@dataclass(frozen=True, slots=True)
class Person:
    """What anybody who may see a person at all is shown of them. It holds no address, number or state."""

    account_id: UUID
    family: str
    given: str
    kana: str
    department: str
    department_path: str
    job_title: str
    tenant_name: str
    kind: str


CardRow = Row[UUID, str, str, str, str, str, str, str, str]


def cards() -> Select[UUID, str, str, str, str, str, str, str, str]:
    """The columns of person cards with the department of each one's main posting; add the condition."""
    return (
        select(
            Account.id,
            Account.family,
            Account.given,
            Account.kana,
            func.coalesce(Department.name, ""),
            func.coalesce(Department.path, ""),
            Account.job_title,
            Tenant.name,
            Account.kind,
        )
        .select_from(Account)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(Posting, and_(Posting.account_id == Account.id, Posting.main.is_(True)))
        .outerjoin(Department, Department.id == Posting.department_id)
    )


def person_of(row: CardRow) -> Person:
    """The card that a row of `cards()` holds."""
    return Person(*row)


async def people_of(session: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Person]:
    """The cards of all these people, in one query. Whoever does not exist is missing from the answer."""
    if not ids:
        return {}
    rows = await session.execute(cards().where(Account.id.in_(set(ids))))
    return {row[0]: person_of(row) for row in rows}
